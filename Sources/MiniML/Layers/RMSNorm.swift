/// Rows of length d brought to a mean square of 1, then scaled: `[..., d] -> [..., d]`.
public struct RMSNorm: Module {
  public var gain: Parameter
  public let epsilon: Float

  public init(_ name: String, _ d: Int, epsilon: Float = 1e-5) {
    gain = Parameter(name + ".gain", .ones([d]))
    self.epsilon = epsilon
  }

  public func callAsFunction(_ x: Variable) -> Variable { x.rmsNorm(gain: x.graph.parameter(gain), epsilon: epsilon) }

  public mutating func visit(_ body: (inout Parameter) -> Void) { gain.visit(body) }
}
