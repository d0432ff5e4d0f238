import Foundation
import MiniML
import Testing

/// What References/moons.py recorded from micrograd.
private struct MoonsReference: Decodable {
  let rows: [[Double]]
  let labels: [Double]
  let weights: [Double]
  let losses: [Double]
  let accuracies: [Double]
  let final: [Double]

  static let recorded: MoonsReference = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/moons.json")
    // A missing file must stop the tests.
    // swift-format-ignore: NeverUseForceTry
    return try! JSONDecoder().decode(MoonsReference.self, from: Data(contentsOf: file))
  }()
}

@Suite struct ScalarMLPTests {
  /// Training as micrograd's demo does it; `direction` 1 goes down the gradient.
  private func train(steps: Int, direction: Double = 1) -> (losses: [Double], accuracy: Double, nodes: Int, [Double]) {
    let reference = MoonsReference.recorded
    let tape = ScalarTape()
    var weights = reference.weights.makeIterator()
    let model = ScalarMLP([2, 16, 16, 1], on: tape) { weights.next() ?? .nan }
    let parameters = model.parameters
    let kept = tape.count
    var losses: [Double] = []
    var accuracy = 0.0
    for k in 0..<steps {
      tape.removeAll(after: kept)
      let scores = reference.rows.map { row in model(row.map(tape.scalar))[0] }
      let margins = zip(reference.labels, scores).map { y, score in (1 + -y * score).relu() }
      let penalty = 1e-4 * parameters.reduce(tape.scalar(0)) { $0 + $1 * $1 }
      let loss = margins.reduce(tape.scalar(0), +) * (1 / Double(margins.count)) + penalty
      tape.backward()
      let rate = 1 - 0.9 * Double(k) / 100
      for p in parameters { p.value -= direction * rate * p.gradient }
      losses.append(loss.value)
      accuracy =
        Double(zip(reference.labels, scores).count { ($0 > 0) == ($1.value > 0) }) / Double(reference.labels.count)
    }
    return (losses, accuracy, tape.count, parameters.map(\.value))
  }

  @Test func `100 steps on two moons give micrograd's losses`() {
    let reference = MoonsReference.recorded
    let (losses, accuracy, _, final) = train(steps: 100)
    #expect(losses.count == reference.losses.count)
    for (ours, theirs) in zip(losses, reference.losses) { #expect(abs(ours - theirs) <= 1e-9 * theirs) }
    #expect(accuracy == reference.accuracies.last)
    for (ours, theirs) in zip(final, reference.final) { #expect(abs(ours - theirs) <= 1e-7) }
  }

  @Test func `a step of the demo makes as many nodes as micrograd's`() {
    #expect(train(steps: 2).nodes == 65_818)
  }

  @Test func `steps up the gradient do not learn`() {
    let losses = train(steps: 5, direction: -1).losses
    #expect(losses[4] > losses[0])
  }

  @Test func `a network holds weights and a bias for each neuron`() {
    let model = ScalarMLP([2, 16, 16, 1], on: ScalarTape()) { 0.5 }
    #expect(model.parameters.count == 337)
    #expect(model.layers.map(\.count) == [16, 16, 1])
    #expect(model.layers.map { $0[0].isLinear } == [false, false, true])
  }
}
