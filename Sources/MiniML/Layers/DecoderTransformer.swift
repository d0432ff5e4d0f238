/// A small GPT: what comes next in a text, after every token of it.
///
/// `x = E[token] + P[position]`; the blocks one after another; `logits = norm(x) E^T`: the table of tokens is the output
/// layer too (Press and Wolf 2017, "Using the output embedding to improve language models").
/// Source: Radford et al. (2019), "Language models are unsupervised multitask learners".
public struct DecoderTransformer: Layer {
  /// The sizes of a model.
  public struct Shape: Hashable, Sendable {
    public var vocabulary: Int
    /// The longest text, in tokens.
    public var positions: Int
    public var channels: Int
    public var layers: Int
    public var block: TransformerBlock.Options

    public init(vocabulary: Int, positions: Int, channels: Int, layers: Int, heads: Int) {
      self.vocabulary = vocabulary
      self.positions = positions
      self.channels = channels
      self.layers = layers
      block = TransformerBlock.Options(heads: heads)
    }
  }

  public let shape: Shape
  public var tokens: Embedding
  /// Nil where rotary positions stand in for it.
  public var positions: Embedding?
  public var blocks: [TransformerBlock]
  public var norm: NormalizationLayer

  /// Weights normal with deviation 0.02 and biases 0, as GPT-2 starts.
  public init(_ shape: Shape, _ source: inout RandomSource) {
    self.shape = shape
    tokens = Embedding("token", shape.vocabulary, shape.channels, &source)
    positions =
      shape.block.rotary == nil ? Embedding("position", shape.positions, shape.channels, &source) : nil
    blocks = []
    for index in 0..<shape.layers {
      blocks.append(TransformerBlock("block\(index)", channels: shape.channels, shape.block, &source))
    }
    norm = NormalizationLayer("norm", shape.channels, shape.block.norm)
    for index in blocks.indices { blocks[index].start(&source) }
  }

  /// The logits after every token: B texts of T tokens, `-> [B * T, vocabulary]`. Traps where texts differ in length or
  /// are longer than there are positions.
  public func logits(_ texts: [[Int]], in graph: Graph) -> Variable {
    let T = texts.first?.count ?? 0
    guard T <= shape.positions, texts.allSatisfy({ $0.count == T }) else {
      ShapeFault.trap(
        "DecoderTransformer", "texts of \(texts.map(\.count)) tokens, at most \(shape.positions), all alike")
    }
    return logits(texts.flatMap { $0 }, steps: T, in: graph)
  }

  /// The same for texts of `steps` tokens one after another.
  public func logits(_ texts: [Int], steps T: Int, in graph: Graph) -> Variable {
    let C = shape.channels
    guard T <= shape.positions, T == 0 ? texts.isEmpty : texts.count % T == 0 else {
      ShapeFault.trap("DecoderTransformer", "\(texts.count) tokens in texts of \(T), at most \(shape.positions)")
    }
    var x = tokens(texts, in: graph).reshaped([T == 0 ? 0 : texts.count / T, T, C])
    if let positions { x = x + positions(Array(0..<T), in: graph) }
    for block in blocks { x = block(x) }
    return norm(x).reshaped([texts.count, C]).matmul(
      graph.parameter(tokens.table), transposingOther: true)
  }

  /// The mean over all tokens of `-log p(next token)`; a negative target is left out.
  public func loss(_ texts: [[Int]], targets: [[Int]], in graph: Graph) -> Variable {
    logits(texts, in: graph).crossEntropy(targets.flatMap { $0 })
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    tokens.visit(body)
    positions?.visit(body)
    for index in blocks.indices { blocks[index].visit(body) }
    norm.visit(body)
  }
}

extension TransformerBlock {
  /// Matrices normal with deviation 0.02, biases 0; the norms stay as they are.
  fileprivate mutating func start(_ source: inout RandomSource) {
    let start = { (parameter: inout Parameter) in
      let shape = parameter.value.shape
      parameter.value = shape.count == 2 ? .normal(shape, deviation: 0.02, &source) : .zeros(shape)
    }
    attention.visit(start)
    feedForward.visit(start)
  }
}
