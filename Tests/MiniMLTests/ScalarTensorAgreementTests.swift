import MiniML
import Testing

/// The same random computation on both engines: one number a node, and tensors of a few numbers each.
private struct RandomComputation {
  enum Step: CaseIterable { case add, subtract, multiply, divide, tanh, sigmoid, relu, exp, log }

  let leaves: [[Float]]
  /// Each step with the places of the two numbers that it takes; the second is unused by functions of one.
  let steps: [(step: Step, a: Int, b: Int)]

  init(seed: UInt64, width: Int = 5, depth: Int = 25) {
    var source = RandomSource(seed: seed)
    leaves = (0..<4).map { _ in (0..<width).map { _ in Float(source.uniform(-1, 1)) } }
    steps = (0..<depth).map { made in
      let step = Step.allCases[source.integer(below: Step.allCases.count)]
      // The last few are likelier, so that the graph grows deep.
      let newest = 4 + made
      let a = max(source.integer(below: newest), source.integer(below: newest))
      return (step, a, source.integer(below: newest))
    }
  }

  /// The sum of everything made, as numbers; values and gradients of the leaves.
  func onScalars() -> (value: Double, gradients: [[Double]]) {
    let tape = ScalarTape()
    let leaves = leaves.map { $0.map { tape.scalar(Double($0)) } }
    var made = leaves
    for (step, a, b) in steps { made.append(zip(made[a], made[b]).map { apply(step, $0, $1) }) }
    let total = made.joined().reduce(tape.scalar(0), +)
    tape.backward()
    return (total.value, leaves.map { $0.map(\.gradient) })
  }

  private func apply(_ step: Step, _ a: Scalar, _ b: Scalar) -> Scalar {
    switch step {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a.tanh() * b.tanh()
    case .divide: a / (b.sigmoid() + 0.5)
    case .tanh: a.tanh()
    case .sigmoid: a.sigmoid()
    case .relu: a.relu()
    case .exp: a.tanh().exp()
    case .log: (a.sigmoid() + 0.5).log()
    }
  }

  func onTensors() -> (value: Double, gradients: [[Double]]) {
    let graph = Graph()
    let half = graph.constant(Tensor([1], [0.5]))
    let leaves = leaves.map { graph.variable(Tensor([$0.count], $0)) }
    var made = leaves
    for (step, a, b) in steps { made.append(apply(step, made[a], made[b], half)) }
    let total = made.dropFirst().reduce(made[0], +).sum()
    let gradients = graph.gradients(of: total)
    return (Double(total.value.data[0]), leaves.map { gradients[$0]?.data.map(Double.init) ?? [] })
  }

  private func apply(_ step: Step, _ a: Variable, _ b: Variable, _ half: Variable) -> Variable {
    switch step {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a.tanh() * b.tanh()
    case .divide: a / (b.sigmoid() + half)
    case .tanh: a.tanh()
    case .sigmoid: a.sigmoid()
    case .relu: a.relu()
    case .exp: a.tanh().exp()
    case .log: (a.sigmoid() + half).log()
    }
  }
}

@Suite struct ScalarTensorAgreementTests {
  /// Float32 against float64 after some dozens of operations, relative to the largest number of the kind.
  private let tolerance = 2e-5

  @Test(arguments: UInt64(0)..<60)
  func `the scalar engine and the tensor core agree on a random graph`(seed: UInt64) {
    let computation = RandomComputation(seed: seed)
    let (scalars, tensors) = (computation.onScalars(), computation.onTensors())
    #expect(abs(scalars.value - tensors.value) <= tolerance * max(1, abs(scalars.value)))
    let largest = scalars.gradients.joined().map(abs).max() ?? 0
    let bound = tolerance * max(1, largest)
    for (ours, theirs) in zip(scalars.gradients, tensors.gradients) {
      #expect(ours.count == theirs.count)
      for (a, b) in zip(ours, theirs) { #expect(abs(a - b) <= bound) }
    }
  }

  @Test func `the random graphs are not trivial`() {
    let gradients = (0..<60).flatMap { RandomComputation(seed: $0).onScalars().gradients.joined() }
    #expect(gradients.allSatisfy { $0.isFinite })
    #expect(Set(gradients).count > 600)
  }
}
