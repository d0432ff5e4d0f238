import MiniML

/// Softmax regression, fitted by Adam on all examples at once: `softmax(x W + b)`.
struct SoftmaxClassifier: Sendable {
  private(set) var layer: Linear
  private let means: [Float]
  private let deviations: [Float]

  /// `[n, d]` inputs, brought to mean 0 and deviation 1, and the class of each.
  init(_ inputs: Tensor, _ classes: [Int], of count: Int, steps: Int, rate: Float = 0.05, seed: UInt64 = 1) {
    var source = RandomSource(seed: seed)
    let width = inputs.shape[1]
    let rows = (0..<inputs.shape[0]).map { inputs.row($0).data }
    let n = Float(max(1, rows.count))
    let means = (0..<width).map { d in rows.reduce(0) { $0 + $1[d] } / n }
    self.means = means
    deviations = (0..<width).map { d in
      let variance = rows.reduce(0) { $0 + ($1[d] - means[d]) * ($1[d] - means[d]) } / n
      return variance > 1e-6 ? variance.squareRoot() : 1
    }
    layer = Linear("softmax", width, count, &source)
    guard !rows.isEmpty else { return }
    let scaled = scaled(inputs)
    var optimizer = Adam(learningRate: rate)
    for _ in 0..<steps {
      let graph = Graph()
      let gradients = graph.gradients(of: layer(graph.constant(scaled)).crossEntropy(classes))
      optimizer.update(&layer, gradients)
    }
  }

  /// `[n, d] -> [n, k]`.
  func probabilities(_ inputs: Tensor) -> Tensor {
    layer(Graph.evaluating().constant(scaled(inputs))).value.softmax()
  }

  /// The likeliest class of each row.
  func classes(_ inputs: Tensor) -> [Int] { inputs.shape[0] == 0 ? [] : probabilities(inputs).argmaxOfRows() }

  private func scaled(_ inputs: Tensor) -> Tensor {
    let width = means.count
    var numbers = inputs.data
    for i in numbers.indices { numbers[i] = (numbers[i] - means[i % width]) / deviations[i % width] }
    return Tensor(inputs.shape, numbers)
  }
}
