import MiniML

/// A language model of one block of causal self-attention: token and position embeddings, attention of several heads with
/// a residual path, layer normalisation before and after, and the token embeddings again as the output layer.
///
/// `x = E[token] + P[position]; h = x + attention(norm(x)); logits = finalNorm(h) E^T`.
public struct AttentionModel: Layer {
  /// The sizes of a model.
  public struct Shape: Hashable, Sendable {
    public var vocabulary: Int
    /// The longest text, in tokens.
    public var positions: Int
    public var channels: Int
    public var heads: Int

    public init(vocabulary: Int, positions: Int = 16, channels: Int = 48, heads: Int = 4) {
      self.vocabulary = vocabulary
      self.positions = positions
      self.channels = channels
      self.heads = heads
    }

    public var headChannels: Int { channels / heads }
  }

  public let shape: Shape
  public var tokens: Embedding
  public var positions: Embedding
  public var norm: LayerNorm
  public var attention: CausalSelfAttention
  public var finalNorm: LayerNorm

  public init(_ shape: Shape, _ source: inout RandomSource) {
    self.shape = shape
    tokens = Embedding("token", shape.vocabulary, shape.channels, deviation: 0.05, &source)
    positions = Embedding("position", shape.positions, shape.channels, deviation: 0.05, &source)
    norm = LayerNorm("norm", shape.channels)
    attention = CausalSelfAttention("attention", channels: shape.channels, heads: shape.heads, &source)
    finalNorm = LayerNorm("final", shape.channels)
  }

  /// The logits of the next token after every position: B texts of T tokens, `-> [B * T, vocabulary]`.
  public func logits(_ batch: [[Int]], in graph: Graph) -> Variable {
    let (B, T, C) = (batch.count, batch[0].count, shape.channels)
    precondition(
      T <= shape.positions && batch.allSatisfy { $0.count == T }, "AttentionModel: texts of unequal or too great length"
    )
    let words = tokens(batch.flatMap { $0 }, in: graph).reshaped([B, T, C])
    let x = words + positions(Array(0..<T), in: graph)
    let h = x + attention(norm(x))
    return finalNorm(h).reshaped([B * T, C]).matmul(graph.parameter(tokens.table).transposed)
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    tokens.visit(body)
    positions.visit(body)
    norm.visit(body)
    attention.visit(body)
    finalNorm.visit(body)
  }
}
