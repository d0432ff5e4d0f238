import MiniML
import Testing

/// Layers made of attention.
@Suite struct TransformerTests {
  private static let options: [TransformerBlock.Options] = [
    .init(heads: 2), .llama(heads: 4, kvHeads: 2, hidden: 12),
  ]

  @Test func `a GPT's losses are PyTorch's at each of 100 steps`() throws {
    let curves = try TrainingCurves.load()
    let expected = try #require(curves.losses["gpt"])
    let start = try TrainingCurves.weights(of: "gpt")
    var source = RandomSource(seed: 0)
    var model = DecoderTransformer(.init(vocabulary: 17, positions: 16, channels: 32, layers: 2, heads: 4), &source)
    model.parameters = try model.parameters.map { Parameter($0.name, try #require(start[$0.name], "\($0.name)")) }
    #expect(model.parameters.count == start.count)
    var optimizer = AdamW(learningRate: 1e-3, weightDecay: 0.01)
    var worst: Float = 0
    for step in expected.indices {
      let (X, y) = curves.texts(step)
      let graph = Graph()
      let loss = model.loss(X, targets: y, in: graph)
      optimizer.update(&model, graph.gradients(of: loss))
      worst = max(worst, abs(loss.value.scalar - expected[step]) / expected[step])
    }
    #expect(worst <= 1e-5, "the largest relative difference is \(worst)")
  }

  @Test(arguments: options)
  func `a small language model learns what follows, and unlearns it with the sign flipped`(
    _ options: TransformerBlock.Options
  ) {
    for sign in [Float(1), -1] {
      var source = RandomSource(seed: 5)
      var shape = DecoderTransformer.Shape(vocabulary: 5, positions: 8, channels: 8, layers: 1, heads: options.heads)
      shape.block = options
      var model = DecoderTransformer(shape, &source)
      var optimizer = AdamW(learningRate: 0.02 * sign)
      let (first, last) = (Self.step(&model, &optimizer), (0..<60).map { _ in Self.step(&model, &optimizer) }.last)
      #expect(sign > 0 ? (last ?? 9) < 0.3 : (last ?? 0) > first, "\(first) to \(last ?? .nan)")
    }
  }

  /// Texts in which each token is the one before plus 2, modulo 5.
  private static func step(_ model: inout DecoderTransformer, _ optimizer: inout AdamW) -> Float {
    let texts = (0..<5).map { start in (0..<8).map { (start + 2 * $0) % 5 } }
    let targets = texts.map { $0.map { ($0 + 2) % 5 } }
    let graph = Graph()
    let loss = model.loss(texts, targets: targets, in: graph)
    optimizer.update(&model, graph.gradients(of: loss))
    return loss.value.scalar
  }

  @Test(arguments: options)
  func `what comes later does not change what came before`(_ options: TransformerBlock.Options) {
    var source = RandomSource(seed: 6)
    let block = TransformerBlock("b", channels: 8, options, &source)
    let x = Tensor.normal([1, 6, 8], &source)
    let changed = Tensor([1, 6, 8], x.data.enumerated().map { $0.offset >= 32 ? -$0.element : $0.element })
    let graph = Graph.evaluating()
    let (y, z) = (block(graph.constant(x)).value.data, block(graph.constant(changed)).value.data)
    #expect(y[..<32] == z[..<32])
    #expect(y[32...] != z[32...])
  }

  @Test func `rotary positions tell the order of words`() {
    for rotary in [RotaryPairing.halves, nil] {
      var source = RandomSource(seed: 7)
      let layer = MultiHeadAttention("a", channels: 8, heads: 2, isCausal: false, rotary: rotary, &source)
      let (a, b) = (Tensor.normal([1, 1, 8], &source).data, Tensor.normal([1, 1, 8], &source).data)
      let graph = Graph.evaluating()
      let there = layer(graph.constant(Tensor([1, 3, 8], a + b + b))).value.row(0)
      let back = layer(graph.constant(Tensor([1, 3, 8], b + b + a))).value.row(0)
      let difference = there.row(0).largestDifference(to: back.row(2))
      #expect((difference > 1e-4) == (rotary != nil), "\(difference)")
    }
  }

  @Test func `padding is not seen`() {
    var source = RandomSource(seed: 8)
    let layer = CrossAttention("a", channels: 6, heads: 3, &source)
    let (x, memory) = (Tensor.normal([1, 2, 6], &source), Tensor.normal([1, 3, 6], &source))
    let padded = Tensor([1, 4, 6], memory.data + [Float](repeating: 100, count: 6))
    let graph = Graph.evaluating()
    let expected = layer(graph.constant(x), memory: graph.constant(memory)).value
    let mask = Tensor.keyMask([[true, true, true, false]])
    let got = layer(graph.constant(x), memory: graph.constant(padded), mask: mask).value
    #expect(got.largestDifference(to: expected) < 1e-6)
    #expect(layer(graph.constant(x), memory: graph.constant(padded)).value.largestDifference(to: expected) > 1e-2)
  }

  @Test func `the weights of attention share out one among what is seen`() {
    var source = RandomSource(seed: 9)
    let layer = MultiHeadAttention("a", channels: 8, heads: 4, kvHeads: 2, &source)
    let weights = layer.weights(Graph.evaluating().constant(.normal([2, 5, 8], &source)))
    #expect(weights.shape == [2, 4, 5, 5])
    #expect(weights.sum(axis: -1).data.allSatisfy { abs($0 - 1) < 1e-6 })
    #expect(weights.data.enumerated().allSatisfy { $0.offset % 5 <= $0.offset / 5 % 5 || $0.element == 0 })
  }

  @Test(arguments: options)
  func `a model has each parameter once and takes them back`(_ options: TransformerBlock.Options) {
    var source = RandomSource(seed: 1)
    var shape = DecoderTransformer.Shape(vocabulary: 7, positions: 4, channels: 8, layers: 2, heads: options.heads)
    shape.block = options
    var model = DecoderTransformer(shape, &source)
    let before = model.parameters
    #expect(Set(before.map(\.name)).count == before.count)
    model.parameters = before.map { Parameter($0.name, $0.value * 2) }
    #expect(model.parameters == before.map { Parameter($0.name, $0.value * 2) })
  }

  @Test func `the published sizes have the parameters that are counted elsewhere`() {
    var source = RandomSource(seed: 1)
    let a = DecoderTransformer(.init(vocabulary: 65, positions: 64, channels: 64, layers: 2, heads: 4), &source)
    let b = DecoderTransformer(.init(vocabulary: 65, positions: 128, channels: 128, layers: 4, heads: 4), &source)
    #expect([a.parameterCount, b.parameterCount] == [108_352, 818_048])
  }

  @Test func `texts longer than the positions stop`() async {
    await #expect(processExitsWith: .failure) {
      var source = RandomSource(seed: 1)
      let shape = DecoderTransformer.Shape(vocabulary: 3, positions: 2, channels: 4, layers: 1, heads: 1)
      _ = DecoderTransformer(shape, &source).logits([[0, 1, 2]], in: Graph())
    }
  }

  @Test func `one token and no text at all are right`() {
    var source = RandomSource(seed: 1)
    let shape = DecoderTransformer.Shape(vocabulary: 3, positions: 2, channels: 4, layers: 1, heads: 2)
    let model = DecoderTransformer(shape, &source)
    #expect(model.logits([[1]], in: Graph()).shape == [1, 3])
    #expect(model.logits([], in: Graph()).shape == [0, 3])
  }
}
