import Language
import MiniML

/// Self-attention of a trained model on a text, computed stage by stage; all heads at once.
///
/// T words, C channels, d = C / heads numbers a head.
struct Attention: Sendable {
  /// What the learner may change of the computation.
  struct Options: Hashable, Sendable {
    var isScaled = true
    var isMasked = true
    /// Divides the scores before softmax.
    var temperature: Float = 1
  }

  let model: AttentionModel
  let tokens: [Int]
  let options: Options
  private var results: [AttentionStage: Tensor] = [:]

  /// Computes the stages up to and with `stage`.
  init(_ model: AttentionModel, _ tokens: [Int], _ options: Options, upTo stage: AttentionStage) {
    self.model = model
    self.tokens = tokens
    self.options = options
    for stage in AttentionStage.allCases.prefix(stage.rawValue + 1) { compute(stage) }
  }

  var d: Int { model.shape.headChannels }

  /// The result of a stage; nil where it is not computed yet.
  subscript(stage: AttentionStage) -> Tensor? { results[stage] }

  /// Computes one stage from those before it.
  mutating func compute(_ stage: AttentionStage) { results[stage] = result(of: stage) }

  private func result(of stage: AttentionStage) -> Tensor {
    switch stage {
    case .embeddings: embeddings()
    case .queries: projection(normalized, model.attention.query)
    case .keys: projection(normalized, model.attention.key)
    case .values: projection(normalized, model.attention.value)
    case .scores: scores(known(.queries), known(.keys))
    case .scaled: scaled(known(.scores))
    case .masked: masked(known(.scaled))
    case .weights: weights(known(.masked))
    case .mixed: mixed(known(.weights), known(.values))
    case .output: output(known(.embeddings), known(.mixed))
    }
  }

  private func known(_ stage: AttentionStage) -> Tensor {
    guard let result = results[stage] else { preconditionFailure("stage \(stage) comes later") }
    return result
  }

  // region: embeddings
  /// A row of the word table and a row of the position table for each word: [T, C].
  private func embeddings() -> Tensor {
    let T = tokens.count
    let E = Operation.gather(tokens).output(of: [model.tokens.table.value])
    let P = model.positions.table.value.rows(0..<T)
    return E + P
  }
  // endregion: embeddings

  // region: projections
  /// Each row brought to mean 0 and variance 1: [T, C].
  var normalized: Tensor {
    Operation.layerNorm.output(of: [known(.embeddings), model.norm.gain.value, model.norm.bias.value])
  }

  /// Each word's vector times a learned matrix, cut into heads: [T, C] -> [heads, T, d].
  private func projection(_ x: Tensor, _ layer: Linear) -> Tensor {
    x.matmul(layer.weight.value)
      .reshaped([tokens.count, model.shape.heads, d])
      .permuted([1, 0, 2])
  }
  // endregion: projections

  // region: attention
  /// How well each query fits each key: [heads, T, d] -> [heads, T, T].
  private func scores(_ Q: Tensor, _ K: Tensor) -> Tensor { Q.matmul(K.transposed) }

  /// So that the spread of the scores does not grow with d.
  private func scaled(_ S: Tensor) -> Tensor { options.isScaled ? S * (1 / Float(d).squareRoot()) : S }

  /// Minus infinity where a word would look ahead.
  private func masked(_ S: Tensor) -> Tensor { options.isMasked ? S + .causalMask(tokens.count) : S }

  /// Each row shares out 1.
  private func weights(_ S: Tensor) -> Tensor { (S * (1 / options.temperature)).softmax() }

  /// The values, each as much as its weight: [heads, T, T] x [heads, T, d] -> [heads, T, d].
  private func mixed(_ A: Tensor, _ V: Tensor) -> Tensor { A.matmul(V) }
  // endregion: attention

  // region: output
  /// The vector from which the next word is guessed, of each word: the heads joined, added to X, normalised: [T, C].
  private func output(_ X: Tensor, _ AV: Tensor) -> Tensor {
    let joined = AV.permuted([1, 0, 2]).reshaped([tokens.count, model.shape.channels])
    let h = X + joined.matmul(model.attention.output.weight.value)
    return Operation.layerNorm.output(of: [h, model.finalNorm.gain.value, model.finalNorm.bias.value])
  }

  /// How likely each word of the vocabulary is to come next: [T, C] -> [T, vocabulary].
  static func nextWords(_ h: Tensor, _ model: AttentionModel) -> Tensor {
    h.matmul(model.tokens.table.value.transposed).logSoftmax()
  }
  // endregion: output
}
