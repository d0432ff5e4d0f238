/// What a Transformer does with each position by itself: to a wider row and back, `[..., C] -> [..., C]`.
public struct FeedForward: Module {
  /// What stands between the two products.
  public enum Kind: String, CaseIterable, Sendable {
    /// `gelu(x U) D`, the form with tanh (Radford et al. 2019, GPT-2).
    case gelu
    /// `(silu(x G) * x U) D` (Shazeer 2020, "GLU variants improve Transformer"; LLaMA).
    case swiGLU
  }

  public let kind: Kind
  /// C to hidden.
  public var up: Linear
  /// C to hidden: how much of each passes; nil without.
  public var gate: Linear?
  /// Hidden to C.
  public var down: Linear

  public init(
    _ name: String, channels: Int, hidden: Int, _ kind: Kind = .gelu, hasBias: Bool = true,
    _ source: inout RandomSource
  ) {
    self.kind = kind
    up = Linear(name + ".up", channels, hidden, hasBias: hasBias, &source)
    gate = kind == .swiGLU ? Linear(name + ".gate", channels, hidden, hasBias: hasBias, &source) : nil
    down = Linear(name + ".down", hidden, channels, hasBias: hasBias, &source)
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    guard let gate else { return down(up(x, .geluTanh)) }
    return down(gate(x, .silu) * up(x))
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    up.visit(body)
    gate?.visit(body)
    down.visit(body)
  }
}
