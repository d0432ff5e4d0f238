/// One layer of a Transformer, norms first: `h = x + attention(norm(x)); y = h + feedForward(norm(h))`, `[B, T, C]`.
///
/// Source: Vaswani et al. (2017), "Attention is all you need", section 3; norms first as in Radford et al. (2019), GPT-2,
/// and Xiong et al. (2020), "On layer normalization in the Transformer architecture".
public struct TransformerBlock: Module {
  /// How a block is built; the defaults are GPT-2's.
  public struct Options: Hashable, Sendable {
    public var heads: Int
    /// As many as heads where nil.
    public var kvHeads: Int?
    public var isCausal = true
    public var rotary: RotaryPairing?
    public var norm = Normalization.layer
    public var feedForward = FeedForward.Kind.gelu
    /// The width within the feed-forward part; 4 C where nil.
    public var hidden: Int?
    public var hasBias = true

    public init(heads: Int) { self.heads = heads }

    /// LLaMA's choices (Touvron et al. 2023): rotary positions, RMS norm, SwiGLU, no biases.
    public static func llama(heads: Int, kvHeads: Int? = nil, hidden: Int? = nil) -> Options {
      var options = Options(heads: heads)
      (options.kvHeads, options.hidden) = (kvHeads, hidden)
      (options.rotary, options.norm) = (.halves, .rootMeanSquare)
      (options.feedForward, options.hasBias) = (.swiGLU, false)
      return options
    }
  }

  public var norm1: NormalizationLayer
  public var attention: MultiHeadAttention
  public var norm2: NormalizationLayer
  public var feedForward: FeedForward

  public init(_ name: String, channels: Int, _ options: Options, _ source: inout RandomSource) {
    norm1 = NormalizationLayer(name + ".norm1", channels, options.norm)
    attention = MultiHeadAttention(
      name, channels: channels, heads: options.heads, kvHeads: options.kvHeads, isCausal: options.isCausal,
      rotary: options.rotary, hasBias: options.hasBias, &source)
    norm2 = NormalizationLayer(name + ".norm2", channels, options.norm)
    feedForward = FeedForward(
      name, channels: channels, hidden: options.hidden ?? 4 * channels, options.feedForward, hasBias: options.hasBias,
      &source)
  }

  public func callAsFunction(_ x: Variable) -> Variable { self(x, mask: nil) }

  /// - Parameter mask: as in `AttentionOptions`; `Tensor.keyMask` hides padding.
  public func callAsFunction(_ x: Variable, mask: Tensor?) -> Variable {
    let h = x + attention(norm1(x), mask: mask)
    return h + feedForward(norm2(h))
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    norm1.visit(body)
    attention.visit(body)
    norm2.visit(body)
    feedForward.visit(body)
  }
}
