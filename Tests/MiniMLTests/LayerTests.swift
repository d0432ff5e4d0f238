import MiniML
import Testing

@Suite struct LayerTests {
  /// Two inputs, a hidden layer, one output.
  private struct Perceptron: Layer {
    var hidden: Linear
    var output: Linear

    init(_ source: inout RandomSource) {
      hidden = Linear("hidden", 2, 8, &source)
      output = Linear("output", 8, 1, &source)
    }

    mutating func visit(_ body: (inout Parameter) -> Void) {
      hidden.visit(body)
      output.visit(body)
    }

    func loss() -> (Float, Gradients) {
      let graph = Graph()
      let X = graph.constant(Tensor(rows: [[0, 0], [0, 1], [1, 0], [1, 1]]))
      let error = output(hidden(X).tanh()) - graph.constant(Tensor(rows: [[0], [1], [1], [0]]))
      let loss = (error * error).mean()
      return (loss.value.scalar, graph.gradients(of: loss))
    }
  }

  private static func optimizers(sign: Float) -> [any Optimizer] {
    [
      SGD(learningRate: 0.1 * sign, momentum: 0.9), SGD(learningRate: 0.1 * sign, momentum: 0.9, isNesterov: true),
      RMSProp(learningRate: 0.01 * sign), Adam(learningRate: 0.03 * sign),
      AdamW(learningRate: 0.03 * sign, weightDecay: 0.001),
    ]
  }

  @Test(arguments: 0..<5)
  func `every optimiser learns exclusive or, and unlearns it with its sign flipped`(index: Int) {
    for sign in [Float(1), -1] {
      var source = RandomSource(seed: 3)
      var model = Perceptron(&source)
      let start = model.loss().0
      var optimizer = Self.optimizers(sign: sign)[index]
      for _ in 0..<(sign > 0 ? 1_500 : 10) { optimizer.update(&model, model.loss().1) }
      let end = model.loss().0
      #expect(sign > 0 ? end < 0.01 : end > start, "\(type(of: optimizer)), \(start) to \(end)")
    }
  }

  @Test func `layers have parameters of their own names and take them back unchanged`() {
    var source = RandomSource(seed: 1)
    var layers: [any Layer] = [
      Linear("a", 3, 2, &source), Linear("b", 3, 2, hasBias: false, &source), Embedding("c", 5, 3, &source),
      LayerNorm("d", 4), CausalSelfAttention("e", channels: 8, heads: 2, &source),
    ]
    for i in layers.indices {
      let before = layers[i].parameters
      #expect(Set(before.map(\.name)).count == before.count)
      layers[i].parameters = before.map { Parameter($0.name, $0.value * 2) }
      #expect(layers[i].parameters == before.map { Parameter($0.name, $0.value * 2) })
    }
    #expect(layers.map(\.parameterCount) == [8, 6, 15, 8, 256])
  }

  @Test func `a layer norm's rows have mean zero and variance one`() {
    var source = RandomSource(seed: 2)
    let graph = Graph()
    let y = LayerNorm("n", 16)(graph.constant(.normal([3, 16], deviation: 5, &source))).value
    for i in 0..<3 {
      let row = y.row(i)
      #expect(abs(row.mean().scalar) < 1e-5)
      #expect(abs((row * row).mean().scalar - 1) < 1e-3)
    }
  }

  @Test func `attention with identical words mixes them alike`() {
    var source = RandomSource(seed: 4)
    let attention = CausalSelfAttention("a", channels: 4, heads: 2, &source)
    let graph = Graph()
    let row: [Float] = [1, -2, 0.5, 3]
    let y = attention(graph.constant(Tensor([1, 3, 4], row + row + row))).value
    for i in 1..<3 { for c in 0..<4 { #expect(abs(y[0, i, c] - y[0, 0, c]) < 1e-5) } }
  }

  @Test func `heads that do not divide the channels stop with both numbers`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var source = RandomSource(seed: 1)
      _ = CausalSelfAttention("a", channels: 8, heads: 3, &source)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("3 heads do not divide 8 channels"))
  }
}
