/// `x W + b`: `[..., in] -> [..., out]`.
public struct Linear: Module {
  /// `[in, out]`.
  public var weight: Parameter
  /// `[out]`; nil for a layer without.
  public var bias: Parameter?

  /// Uniform weights in `±1/sqrt(in)`, as PyTorch draws them.
  public init(_ name: String, _ inputs: Int, _ outputs: Int, hasBias: Bool = true, _ source: inout RandomSource) {
    weight = .uniform(name + ".weight", [inputs, outputs], fan: inputs, &source)
    bias = hasBias ? .uniform(name + ".bias", [outputs], fan: inputs, &source) : nil
  }

  public func callAsFunction(_ x: Variable) -> Variable { self(x, .identity) }

  /// `f(x W + b)` in one step.
  public func callAsFunction(_ x: Variable, _ activation: LinearActivation) -> Variable {
    x.linear(x.graph.parameter(weight), bias.map(x.graph.parameter), activation)
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    weight.visit(body)
    bias?.visit(body)
  }
}
