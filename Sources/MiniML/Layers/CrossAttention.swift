/// Attention of several heads from one sequence to another, as a decoder looks at what an encoder read:
/// `[B, Tq, C], [B, Tk, C] -> [B, Tq, C]`.
///
/// Source: Vaswani et al. (2017), "Attention is all you need", section 3.2.3.
public struct CrossAttention: Layer {
  public let heads: Int
  public var query: Linear
  public var key: Linear
  public var value: Linear
  public var out: Linear

  /// Traps where the heads do not divide C.
  public init(_ name: String, channels: Int, heads: Int, hasBias: Bool = true, _ source: inout RandomSource) {
    requireDividing(heads, "heads", channels, "channels")
    self.heads = heads
    query = Linear(name + ".query", channels, channels, hasBias: hasBias, &source)
    key = Linear(name + ".key", channels, channels, hasBias: hasBias, &source)
    value = Linear(name + ".value", channels, channels, hasBias: hasBias, &source)
    out = Linear(name + ".out", channels, channels, hasBias: hasBias, &source)
  }

  /// - Parameters:
  ///   - memory: what is looked at.
  ///   - mask: as in `AttentionOptions`; `Tensor.keyMask` hides padding in the memory.
  public func callAsFunction(_ x: Variable, memory: Variable, mask: Tensor? = nil) -> Variable {
    let options = AttentionOptions(heads: heads, mask: mask)
    return out(query(x).attention(keys: key(memory), values: value(memory), options))
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    query.visit(body)
    key.visit(body)
    value.visit(body)
    out.visit(body)
  }
}
