/// A named tensor of a layer. The name is unique in its model: gradients, optimisers and weight files use it.
public struct Parameter: Hashable, Sendable {
  public let name: String
  public var value: Tensor
  /// Whether training changes it by gradients; running averages are kept with the weights but not trained.
  public let isTrained: Bool

  public init(_ name: String, _ value: Tensor, isTrained: Bool = true) {
    self.name = name
    self.value = value
    self.isTrained = isTrained
  }
}

/// Something with parameters: a layer or a whole model. A value: its copy is a checkpoint.
public protocol Layer: Sendable {
  /// Shows every parameter to `body`, always in the same order; what `body` changes stays changed.
  mutating func visit(_ body: (inout Parameter) -> Void)
}

/// A layer from one variable to one: they can be put in a row.
public protocol Module: Layer {
  func callAsFunction(_ x: Variable) -> Variable
}

extension Layer {
  /// All parameters, always in the same order. Setting takes the same names and shapes; traps otherwise.
  public var parameters: [Parameter] {
    get {
      var (copy, all) = (self, [Parameter]())
      copy.visit { all.append($0) }
      return all
    }
    set {
      var rest = newValue[...]
      visit { parameter in
        guard let new = rest.popFirst(), new.name == parameter.name, new.value.shape == parameter.value.shape else {
          ShapeFault.trap("parameters", "what is set does not fit \(parameter.name) \(parameter.value.shape)")
        }
        parameter = new
      }
    }
  }

  /// How many numbers training changes.
  public var parameterCount: Int { parameters.reduce(0) { $0 + ($1.isTrained ? $1.value.count : 0) } }
}

extension Parameter {
  /// Shows itself: so that a layer visits its parameters and its layers in the same words.
  mutating func visit(_ body: (inout Parameter) -> Void) { body(&self) }
}
