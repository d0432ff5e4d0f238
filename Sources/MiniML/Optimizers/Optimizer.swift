/// A rule that turns gradients into changed parameters. A value: its copy carries its memory along.
public protocol Optimizer: Sendable {
  var learningRate: Float { get set }

  /// One step for one parameter; memory is kept by the parameter's name. Traps where the shapes differ.
  ///
  /// The weights are changed in place where nobody else holds them: let go of the graph before, which does.
  mutating func update(_ parameter: inout Parameter, gradient: Tensor)
}

extension Optimizer {
  /// One step for every parameter of a layer that the loss depends on; running averages take their new values.
  public mutating func update(_ layer: inout some Layer, _ gradients: Gradients) {
    layer.visit { parameter in
      if let gradient = gradients[parameter: parameter.name] {
        update(&parameter, gradient: gradient)
      } else if let value = gradients.replacements[parameter.name] {
        parameter.value = value
      }
    }
  }
}

/// Checks that a gradient fits its parameter.
func requireSameShape(_ parameter: Parameter, _ gradient: Tensor, _ rule: String) {
  guard parameter.value.shape == gradient.shape else {
    ShapeFault.trap("\(rule) on \(parameter.name)", parameter.value.shape, gradient.shape)
  }
}
