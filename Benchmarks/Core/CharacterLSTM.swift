import MiniML

/// Embedding 65x64, one LSTM layer of 128, linear 128-65.
struct CharacterLSTM: Layer {
  var embedding: Embedding
  var lstm: LSTM
  var output: Linear

  init() {
    var source = RandomSource(seed: 0)
    embedding = Embedding("embedding", 65, 64, deviation: 1, &source)
    lstm = LSTM("lstm", 64, 128, &source)
    output = Linear("output", 128, 65, &source)
  }

  /// Rows of 64 tokens, one after another, to the logits of the token after each.
  func callAsFunction(_ tokens: [Int], in graph: Graph) -> Variable {
    let x = embedding(tokens, in: graph).reshaped([tokens.count / 64, 64, 64])
    return output(lstm(x).reshaped([tokens.count, 128]))
  }

  mutating func visit(_ body: (inout Parameter) -> Void) {
    embedding.visit(body)
    lstm.visit(body)
    output.visit(body)
  }
}

extension TrainingCase where Model == CharacterLSTM, Rule == Adam {
  /// 200 steps of 16 rows, Adam.
  static func characterLSTM() -> TrainingCase {
    let text = TokenText()
    let offsets = text.offsets(steps: 200, batch: 16, context: 64)
    Checksum.require(offsets.joined().flatMap { Checksum.bytes([UInt32($0)]) }, is: 0xb63a_2381_c7d1_52eb, "offsets")
    let tokens = 200.0 * 16 * 64
    return TrainingCase(
      work: [("steps", 200), ("tokens", tokens), ("flops", 6 * (4 * 128 * (64 + 128) + 128 * 65) * tokens)],
      steps: 200, model: CharacterLSTM.init, optimizer: { Adam(learningRate: 2e-3) }
    ) { model, graph, step in
      model(text.rows(offsets[step], context: 64), in: graph)
        .crossEntropy(text.rows(offsets[step].map { $0 + 1 }, context: 64))
    } quality: { _, losses in
      [("first_loss", Double(losses[0])), ("final_loss", meanOfLast(10, losses))]
    }
  }
}
