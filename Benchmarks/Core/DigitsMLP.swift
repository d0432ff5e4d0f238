import MiniML

/// 64-128-64-10 with ReLU.
struct DigitsMLP: Layer {
  var first: Linear
  var second: Linear
  var last: Linear

  init() {
    var source = RandomSource(seed: 0)
    first = Linear("first", 64, 128, &source)
    second = Linear("second", 128, 64, &source)
    last = Linear("last", 64, 10, &source)
  }

  func callAsFunction(_ x: Variable) -> Variable { last(second(first(x).relu()).relu()) }

  mutating func visit(_ body: (inout Parameter) -> Void) {
    first.visit(body)
    second.visit(body)
    last.visit(body)
  }
}

extension TrainingCase where Model == DigitsMLP, Rule == Adam {
  /// 20 epochs of 23 steps, Adam.
  static func digitsMLP(_ digits: Digits) -> TrainingCase {
    let batches = digits.batches(epochs: 20)
    let samples = 20 * Double(digits.trainLabels.count)
    return TrainingCase(
      work: [("steps", 460), ("samples", samples), ("flops", 6 * (64 * 128 + 128 * 64 + 64 * 10) * samples)],
      steps: batches.count, firstSteps: [0, 22], model: DigitsMLP.init, optimizer: { Adam(learningRate: 1e-3) }
    ) { model, graph, step in
      let rows = batches[step]
      return model(graph.constant(digits.train).gather(rows)).crossEntropy(rows.map { digits.trainLabels[$0] })
    } quality: { model, losses in
      let logits = model(Graph.evaluating().constant(digits.test)).value
      return [("test_accuracy", accuracy(logits, digits.testLabels)), ("final_loss", meanOfLast(23, losses))]
    }
  }
}
