import Testing

@testable import MiniML

/// The recurrent kernels beside their plain forms in float64, at sizes around every edge of tiles and panels.
@Suite struct RecurrentTests {
  enum Cell: CaseIterable {
    case lstm, gru, rnn

    var operation: Operation {
      switch self {
      case .lstm: .lstm(returningCells: true)
      case .gru: .gru
      case .rnn: .rnn
      }
    }

    /// How many gates the weights and the bias have, and how many states there are.
    var counts: (gates: Int, sums: Int, states: Int) {
      switch self {
      case .lstm: (4, 4, 2)
      case .gru: (3, 4, 1)
      case .rnn: (1, 1, 1)
      }
    }

    func step(_ inputs: [Tensor]) -> Plain.RecurrentStep {
      let (Wx, Wh) = (RecurrentTests.rows(inputs[1]), RecurrentTests.rows(inputs[2]))
      let bias = inputs[3].data.map(Double.init)
      switch self {
      case .lstm: return Plain.lstmStep(Wx, Wh, bias)
      case .gru: return Plain.gruStep(Wx, Wh, bias)
      case .rnn: return Plain.rnnStep(Wx, Wh, bias)
      }
    }

    func inputs(_ B: Int, _ T: Int, _ E: Int, _ H: Int, seed: UInt64 = 1) -> [Tensor] {
      var source = RandomSource(seed: seed)
      let shapes =
        [[B, T, E], [E, counts.gates * H], [H, counts.gates * H], [counts.sums * H]]
        + [[Int]](repeating: [B, H], count: counts.states)
      let bound = 1.5 / Double(max(1, H)).squareRoot()
      return shapes.map { .uniform($0, -bound, bound, &source) }
    }
  }

  /// B, T, E, H.
  static let sizes = [
    [1, 1, 1, 1], [2, 3, 5, 7], [3, 2, 8, 8], [4, 3, 1, 9], [5, 2, 16, 31], [6, 2, 33, 32], [7, 2, 15, 33],
    [16, 3, 17, 64], [1, 4, 70, 65], [17, 2, 130, 80], [2, 3, 0, 6], [0, 3, 2, 4], [2, 0, 3, 4], [2, 2, 3, 0],
  ]

  /// A few sums of at most 200 products of numbers below 1.
  static let tolerance: Float = 2e-6

  static func rows(_ x: Tensor) -> [[Double]] {
    (0..<x.shape[0]).map { x.row($0).data.map(Double.init) }
  }

  /// `[B, T + more, H]` of the plain form.
  private func plain(_ cell: Cell, _ inputs: [Tensor]) -> Tensor {
    let step = cell.step(inputs)
    let (B, T, H) = (inputs[0].shape[0], inputs[0].shape[1], inputs[2].shape[0])
    var numbers: [Float] = []
    for b in 0..<B {
      let start = inputs[4...].map { $0.row(b).data.map(Double.init) }
      let (y, last) = Plain.run(step, over: Self.rows(inputs[0].row(b)), from: start)
      numbers += (y + last.dropFirst()).joined().map { Float($0) }
    }
    return Tensor([B, T + cell.counts.states - 1, H], numbers)
  }

  @Test(arguments: Cell.allCases, sizes)
  func `every step is what the plain form gives`(cell: Cell, size: [Int]) {
    let inputs = cell.inputs(size[0], size[1], size[2], size[3])
    let output = cell.operation.output(of: inputs)
    #expect(output.largestDifference(to: plain(cell, inputs)) <= Self.tolerance)
  }

  /// The last is so long that every cell's way back goes by several stretches.
  @Test(arguments: Cell.allCases, sizes + [[40, 90, 2, 40]])
  func `gradients are the slopes of the plain form`(cell: Cell, size: [Int]) {
    let inputs = cell.inputs(size[0], size[1], size[2], size[3], seed: 2)
    let output = cell.operation.forward(inputs)
    var source = RandomSource(seed: 3)
    let seed = Tensor.uniform(output.value.shape, -1, 1, &source)
    let gradients = cell.operation.backward(
      Operation.Pass(inputs: inputs, output: output.value, kept: output.kept, gradient: seed))
    #expect(gradients.map { $0?.shape } == inputs.map(\.shape))
    // Along a random direction in all inputs together, and in each by itself.
    for direction in [nil] + inputs.indices.map(Optional.some) where seed.count > 0 {
      let along = inputs.indices.map { i in
        Tensor.uniform(inputs[i].shape, -1, 1, &source) * (direction ?? i == i ? 1 : 0)
      }
      let h: Float = 1.0 / 256
      let value = { (h: Float) -> Double in
        let shifted = zip(inputs, along).map { $0 + $1 * h }
        return Self.product(self.plain(cell, shifted), seed)
      }
      let slope = (value(h) - value(-h)) / (2 * Double(h))
      let got = zip(gradients, along).reduce(0.0) { $0 + Self.product($1.0 ?? Tensor([]), $1.1) }
      let scale = along.reduce(0.0) { $0 + $1.sumOfSquares }.squareRoot() * seed.sumOfSquares.squareRoot()
      #expect(abs(got - slope) <= 1e-3 * max(scale * 0.05, abs(slope), 0.01), "\(String(describing: direction))")
    }
  }

  private static func product(_ a: Tensor, _ b: Tensor) -> Double {
    zip(a.data, b.data).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  @Test(arguments: Cell.allCases)
  func `the number of threads does not change a bit`(cell: Cell) {
    let inputs = cell.inputs(16, 5, 64, 160)
    let threads = ThreadPool.shared.threads
    defer { ThreadPool.shared.setThreads(threads) }
    let results = [1, 2, 3].map { count -> [Tensor?] in
      ThreadPool.shared.setThreads(count)
      let output = cell.operation.forward(inputs)
      return [output.value]
        + cell.operation.backward(
          Operation.Pass(inputs: inputs, output: output.value, kept: output.kept, gradient: output.value))
    }
    #expect(results[1] == results[0])
    #expect(results[2] == results[0])
  }

  @Test(arguments: Cell.allCases)
  func `not-a-number in one sequence stays in its sequence, from its step on`(cell: Cell) {
    var inputs = cell.inputs(3, 4, 2, 33)
    let clean = cell.operation.output(of: inputs)
    inputs[0][1, 2, 0] = .nan
    let output = cell.operation.output(of: inputs)
    #expect(output.row(0) == clean.row(0))
    #expect(output.row(2) == clean.row(2))
    #expect(output.row(1).rows(0..<2) == clean.row(1).rows(0..<2))
    #expect(output.row(1).rows(2..<4).data.allSatisfy { $0.isNaN })
  }

  @Test(arguments: Cell.allCases)
  func `enormous sums saturate the gates`(cell: Cell) {
    var inputs = cell.inputs(2, 3, 2, 9)
    inputs[1] = inputs[1] * 1e30
    let output = cell.operation.forward(inputs)
    #expect(output.value.isFinite)
    let gradients = cell.operation.backward(
      Operation.Pass(inputs: inputs, output: output.value, kept: output.kept, gradient: .ones(output.value.shape)))
    #expect(gradients[2]?.isFinite == true)
  }
}
