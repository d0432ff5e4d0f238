/// Self-attention of several heads in which a position sees itself and what came before: `[B, T, C] -> [B, T, C]`.
///
/// Queries, keys and values have a layer each, without biases, to be looked at one by one; `MultiHeadAttention` makes them
/// in one product.
/// Source: Vaswani et al. (2017), "Attention is all you need", sections 3.2.1 and 3.2.2.
public struct CausalSelfAttention: Module {
  public let heads: Int
  public var query: Linear
  public var key: Linear
  public var value: Linear
  public var output: Linear

  /// Traps where the heads do not divide C.
  public init(_ name: String, channels: Int, heads: Int, _ source: inout RandomSource) {
    guard heads > 0, channels % heads == 0 else {
      ShapeFault.trap("CausalSelfAttention", "\(heads) heads do not divide \(channels) channels")
    }
    self.heads = heads
    query = Linear(name + ".query", channels, channels, hasBias: false, &source)
    key = Linear(name + ".key", channels, channels, hasBias: false, &source)
    value = Linear(name + ".value", channels, channels, hasBias: false, &source)
    output = Linear(name + ".output", channels, channels, hasBias: false, &source)
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    output(query(x).attention(keys: key(x), values: value(x), AttentionOptions(heads: heads, isCausal: true)))
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    query.visit(body)
    key.visit(body)
    value.visit(body)
    output.visit(body)
  }
}
