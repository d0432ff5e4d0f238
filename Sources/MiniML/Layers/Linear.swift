/// `x W + b`: `[..., in] -> [..., out]`.
public struct Linear: Module {
  /// `[in, out]`.
  public var weight: Parameter
  /// `[out]`; nil for a layer without.
  public var bias: Parameter?

  /// Uniform weights in `±1/sqrt(in)`, as PyTorch draws them.
  public init(_ name: String, _ inputs: Int, _ outputs: Int, hasBias: Bool = true, _ source: inout RandomSource) {
    let bound = 1 / Double(max(1, inputs)).squareRoot()
    weight = Parameter(name + ".weight", .uniform([inputs, outputs], -bound, bound, &source))
    bias = hasBias ? Parameter(name + ".bias", .uniform([outputs], -bound, bound, &source)) : nil
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
