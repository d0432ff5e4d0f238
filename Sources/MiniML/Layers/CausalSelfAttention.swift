/// Self-attention of several heads in which a position sees itself and what came before: `[B, T, C] -> [B, T, C]`.
///
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
    let (B, T, C) = (x.shape[0], x.shape[1], x.shape[2])
    let d = C / heads
    let Q = split(query(x))
    let K = split(key(x))
    let V = split(value(x))
    let scores = Q.matmul(K.transposed) * (1 / Float(d).squareRoot())
    let weights = (scores + x.graph.constant(.causalMask(T))).softmax()
    let mixed = weights.matmul(V).permuted([0, 2, 1, 3]).reshaped([B, T, C])
    return output(mixed)
  }

  /// `[B, T, C] -> [B, heads, T, C / heads]`.
  private func split(_ x: Variable) -> Variable {
    let (B, T, C) = (x.shape[0], x.shape[1], x.shape[2])
    return x.reshaped([B, T, heads, C / heads]).permuted([0, 2, 1, 3])
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    query.visit(body)
    key.visit(body)
    value.visit(body)
    output.visit(body)
  }
}
