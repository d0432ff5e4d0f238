/// Rows of length d brought to mean 0 and variance 1, then scaled and shifted: `[..., d] -> [..., d]`.
public struct LayerNorm: Module {
  public var gain: Parameter
  public var bias: Parameter
  public let epsilon: Float

  public init(_ name: String, _ d: Int, epsilon: Float = 1e-5) {
    gain = Parameter(name + ".gain", .ones([d]))
    bias = Parameter(name + ".bias", .zeros([d]))
    self.epsilon = epsilon
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    x.layerNorm(gain: x.graph.parameter(gain), bias: x.graph.parameter(bias), epsilon: epsilon)
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    gain.visit(body)
    bias.visit(body)
  }
}
