import MiniML
import Testing

/// A character model with an LSTM beside PyTorch's: the same weights, the same texts, the same loss at each of 100 steps.
@Suite struct RecurrentCurveTests {
  /// Relative. PyTorch's own sums are in another order.
  static let tolerance: Float = 1e-5

  @Test func `an LSTM's losses are PyTorch's`() throws {
    let curves = try TrainingCurves.load()
    let expected = try #require(curves.losses["lstm"])
    #expect(try #require(expected.last) < 0.8 * expected[0], "the recorded run itself must learn")
    var model = try CharacterModel(weights: TrainingCurves.weights(of: "lstm"))
    var optimizer = Adam(learningRate: 2e-3)
    var worst: Float = 0
    for step in expected.indices {
      let (X, y) = curves.texts(step)
      let graph = Graph()
      let loss = model(X, in: graph).crossEntropy(y.flatMap { $0 })
      optimizer.update(&model, graph.gradients(of: loss))
      worst = max(worst, abs(loss.value.scalar - expected[step]) / expected[step])
    }
    #expect(worst <= Self.tolerance, "the largest relative difference is \(worst)")
  }

  /// Embedding 17 x 12, LSTM of 24, linear 24-17.
  private struct CharacterModel: Layer {
    var embedding: Embedding
    var lstm: LSTM
    var head: Linear

    init(weights: [String: Tensor]) throws {
      var source = RandomSource(seed: 0)
      embedding = Embedding("embedding", 17, 12, &source)
      lstm = LSTM("lstm", 12, 24, &source)
      head = Linear("head", 24, 17, &source)
      parameters = try parameters.map { Parameter($0.name, try #require(weights[$0.name], "\($0.name)")) }
    }

    /// The logits of every next token, `[B * T, 17]`.
    func callAsFunction(_ X: [[Int]], in graph: Graph) -> Variable {
      let x = embedding(X.flatMap { $0 }, in: graph).reshaped([X.count, X[0].count, 12])
      return head(lstm(x).reshaped([X.count * X[0].count, 24]))
    }

    mutating func visit(_ body: (inout Parameter) -> Void) {
      embedding.visit(body)
      lstm.visit(body)
      head.visit(body)
    }
  }
}
