/// Rows of length d brought to mean 0 and variance 1, then scaled and shifted: `[..., d] -> [..., d]`.
public struct LayerNorm: Module {
  public var gain: Parameter
  public var bias: Parameter

  public init(_ name: String, _ d: Int) {
    gain = Parameter(name + ".gain", .ones([d]))
    bias = Parameter(name + ".bias", .zeros([d]))
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    x.layerNorm(gain: x.graph.parameter(gain), bias: x.graph.parameter(bias))
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    gain.visit(body)
    bias.visit(body)
  }
}
