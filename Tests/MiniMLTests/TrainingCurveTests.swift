import MiniML
import Testing

/// Whole training runs beside PyTorch: from the same weights and data, the same loss at each of 100 steps.
@Suite struct TrainingCurveTests {
  @Test func `a perceptron's losses are PyTorch's`() throws {
    let curves = try TrainingCurves.load()
    var model = try Perceptron(weights: TrainingCurves.weights(of: "mlp"))
    var optimizer = Adam(learningRate: 1e-3)
    try expect(curves, "mlp", within: 1e-5) { step in
      let (X, y) = curves.images(step)
      let graph = Graph()
      let loss = model(graph.constant(X)).crossEntropy(y)
      optimizer.update(&model, graph.gradients(of: loss))
      return loss.value.scalar
    }
  }

  /// PyTorch's own losses differ by 2.4e-4 between one and two threads.
  @Test func `a convolutional network's losses are PyTorch's`() throws {
    let curves = try TrainingCurves.load()
    var model = try ConvolutionalNetwork(weights: TrainingCurves.weights(of: "cnn"))
    var optimizer = Adam(learningRate: 1e-3)
    try expect(curves, "cnn", within: 1e-3) { step in
      let (X, y) = curves.images(step)
      let graph = Graph()
      let loss = model(graph.constant(X.reshaped([32, 8, 8, 1]))).crossEntropy(y)
      optimizer.update(&model, graph.gradients(of: loss))
      return loss.value.scalar
    }
  }

  /// Runs the steps, and compares each loss; `tolerance` is relative.
  private func expect(
    _ curves: TrainingCurves, _ name: String, within tolerance: Float, step: (Int) throws -> Float
  ) throws {
    let expected = try #require(curves.losses[name])
    #expect(try #require(expected.last) < 0.7 * expected[0], "the recorded run itself must learn")
    var worst: Float = 0
    for i in expected.indices { worst = max(worst, abs(try step(i) - expected[i]) / expected[i]) }
    #expect(worst <= tolerance, "\(name): the largest relative difference is \(worst)")
  }
}

/// 64 -> 32 -> 16 -> 10 with ReLU.
private struct Perceptron: Module {
  var layers: [Linear]

  init(weights: [String: Tensor]) throws {
    var source = RandomSource(seed: 0)
    layers = [Linear("a", 64, 32, &source), Linear("b", 32, 16, &source), Linear("c", 16, 10, &source)]
    try take(weights)
  }

  func callAsFunction(_ x: Variable) -> Variable { layers[2](layers[1](layers[0](x).relu()).relu()) }

  mutating func visit(_ body: (inout Parameter) -> Void) { for i in layers.indices { layers[i].visit(body) } }
}

/// Convolutions 1 -> 8 -> 16 with ReLU, the largest of 2x2, 256 -> 10.
private struct ConvolutionalNetwork: Module {
  var first: Conv2d
  var second: Conv2d
  var last: Linear

  init(weights: [String: Tensor]) throws {
    var source = RandomSource(seed: 0)
    first = Conv2d("a", 1, 8, size: 3, padding: 1, hasReLU: true, &source)
    second = Conv2d("b", 8, 16, size: 3, padding: 1, hasReLU: true, &source)
    last = Linear("c", 256, 10, &source)
    try take(weights)
  }

  func callAsFunction(_ x: Variable) -> Variable {
    last(second(first(x)).maxPool(2).reshaped([x.shape[0], 256]))
  }

  mutating func visit(_ body: (inout Parameter) -> Void) {
    first.visit(body)
    second.visit(body)
    last.visit(body)
  }
}

extension Layer {
  /// Takes weights by name; every parameter must be there.
  fileprivate mutating func take(_ weights: [String: Tensor]) throws {
    parameters = try parameters.map { Parameter($0.name, try #require(weights[$0.name], "\($0.name)")) }
  }
}
