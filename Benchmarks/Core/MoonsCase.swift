import MiniML

/// micrograd's published demo: a network 2-16-16-1 learns two half moons, each number a node of a graph.
struct MoonsCase: BenchmarkCase {
  /// For a quick look, because micrograd takes minutes for all 100.
  static let shortSteps = 3

  private let rows: [[Double]]
  private let labels: [Double]
  private let steps: Int
  private(set) var metric: [(name: String, value: Double)] = []

  init(folder: String, steps: Int) {
    let points = Files.doubles(folder + "/moons.f64")
    rows = stride(from: 0, to: points.count, by: 3).map { [points[$0], points[$0 + 1]] }
    labels = stride(from: 2, to: points.count, by: 3).map { points[$0] }
    self.steps = steps
  }

  var work: [(name: String, amount: Double)] {
    [("steps", Double(steps)), ("samples", Double(steps * rows.count)), ("parameters", 337)]
  }

  mutating func turn() -> Samples {
    let tape = ScalarTape()
    var source = RandomSource(seed: 1)
    let model = ScalarMLP([2, 16, 16, 1], on: tape) { source.uniform(-1, 1) }
    var last = (loss: 0.0, accuracy: 0.0)
    let samples = Samples.once {
      for k in 0..<steps { last = step(k, model, tape) }
    }
    metric = [
      ("final_loss", last.loss), ("accuracy", last.accuracy), ("graph_nodes_per_step", Double(tape.count)),
      ("nodes_per_s", Double(tape.count * steps) / samples.wall[0]),
      ("nanoseconds_per_node", samples.wall[0] / Double(tape.count * steps) * 1e9),
    ]
    return samples
  }

  /// A fresh graph above the parameters, forward, back, and a step down the gradient.
  private func step(_ k: Int, _ model: ScalarMLP, _ tape: ScalarTape) -> (loss: Double, accuracy: Double) {
    let parameters = model.parameters
    tape.removeAll(after: parameters.count)
    let scores = rows.map { row in model(row.map(tape.scalar))[0] }
    let margins = zip(labels, scores).map { y, score in (1 + -y * score).relu() }
    let penalty = 1e-4 * parameters.reduce(tape.scalar(0)) { $0 + $1 * $1 }
    let loss = margins.reduce(tape.scalar(0), +) * (1 / Double(margins.count)) + penalty
    let right = zip(labels, scores).count { ($0 > 0) == ($1.value > 0) }
    tape.backward()
    let rate = 1 - 0.9 * Double(k) / 100
    for p in parameters { p.value -= rate * p.gradient }
    return (loss.value, Double(right) / Double(labels.count))
  }
}
