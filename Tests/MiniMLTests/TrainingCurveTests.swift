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

extension Layer {
  /// Takes weights by name; every parameter must be there.
  fileprivate mutating func take(_ weights: [String: Tensor]) throws {
    parameters = try parameters.map { Parameter($0.name, try #require(weights[$0.name], "\($0.name)")) }
  }
}
