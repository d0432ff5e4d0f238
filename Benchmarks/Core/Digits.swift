import MiniML

/// 1,797 images of 8x8 pixels in `[0, 1]` and their classes; the last 360 are the test.
struct Digits {
  let train: Tensor
  let trainLabels: [Int]
  let test: Tensor
  let testLabels: [Int]

  /// Reads what `core.py` laid ready, and checks that it is what the peers read.
  init(folder: String) {
    let pixels = Files.bytes(folder + "/digits.u8")
    let labels = Files.bytes(folder + "/digits_labels.u8")
    Checksum.require(pixels, is: 0x493f_a2f6_7df5_50a1, "digits")
    Checksum.require(labels, is: 0x5c66_ed87_5b0a_9785, "labels of digits")
    let split = labels.count - 360
    let X = Tensor([labels.count, 64], pixels.map { Float($0) / 16 })
    (train, test) = (X.rows(0..<split), X.rows(split..<labels.count))
    (trainLabels, testLabels) = (labels[..<split].map(Int.init), labels[split...].map(Int.init))
  }

  /// The rows of every step: batches of 64 in the order of each epoch, the last of an epoch shorter.
  func batches(epochs: Int) -> [[Int]] {
    let orders = (0..<20).map { SplitMix.permutation(seed: 1000 + UInt64($0), trainLabels.count) }
    Checksum.require(orders.joined().flatMap { Checksum.bytes([UInt16($0)]) }, is: 0xfa5c_cff5_6c19_c481, "orders")
    return orders.prefix(epochs).flatMap { order in
      stride(from: 0, to: order.count, by: 64).map { Array(order[$0..<min($0 + 64, order.count)]) }
    }
  }
}

extension Digits {
  /// Training a model on the digits with Adam, 23 steps an epoch; tested on the last 360.
  ///
  /// - Parameter multiplyAdds: of the weights with one image.
  func training<Model: Layer>(
    epochs: Int, multiplyAdds: Int, model: @escaping () -> Model, logits: @escaping (Model, Variable) -> Variable
  ) -> TrainingCase<Model, Adam> {
    let (batches, samples) = (batches(epochs: epochs), Double(epochs * trainLabels.count))
    return TrainingCase(
      work: [("steps", Double(batches.count)), ("samples", samples), ("flops", 6 * Double(multiplyAdds) * samples)],
      steps: batches.count, firstSteps: [0, 22], model: model, optimizer: { Adam(learningRate: 1e-3) }
    ) { model, graph, step in
      let rows = batches[step]
      return logits(model, graph.constant(train).gather(rows)).crossEntropy(rows.map { trainLabels[$0] })
    } quality: { model, losses in
      let scores = logits(model, Graph.evaluating().constant(test)).value
      return [("test_accuracy", accuracy(scores, testLabels)), ("final_loss", meanOfLast(23, losses))]
    }
  }
}
