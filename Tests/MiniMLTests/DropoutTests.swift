import MiniML
import Testing

@Suite struct DropoutTests {
  private func dropped(_ rate: Float, seed: UInt64, count: Int = 100_000) -> [Float] {
    Operation.dropout(rate, seed: seed).output(of: [.ones([count])]).data
  }

  @Test(arguments: [Float(0.1), 0.5, 0.9])
  func `the given share is dropped and the mean stays`(rate: Float) {
    let y = dropped(rate, seed: 5)
    let share = Float(y.count { $0 == 0 }) / Float(y.count)
    // Five deviations of a share of 100,000.
    #expect(abs(share - rate) < 5 * (rate * (1 - rate) / 100_000).squareRoot())
    #expect(y.allSatisfy { $0 == 0 || abs($0 - 1 / (1 - rate)) < 1e-5 })
  }

  @Test func `neighbours are dropped independently, and so are equal places under different seeds`() {
    let (a, b) = (dropped(0.5, seed: 1).map { $0 > 0 }, dropped(0.5, seed: 2).map { $0 > 0 })
    let deviation = 5 * (0.25 / 100_000.0).squareRoot()
    for lag in [1, 2, 8, 64, 1_024] {
      let same = zip(a, a.dropFirst(lag)).count { $0 == $1 }
      #expect(abs(Double(same) / Double(a.count - lag) - 0.5) < deviation, "lag \(lag)")
    }
    for shift in [0, 1, 2, 3] {
      let same = zip(a.dropFirst(shift), b).count { $0 == $1 }
      #expect(abs(Double(same) / Double(a.count - shift) - 0.5) < deviation, "shift \(shift)")
    }
  }

  @Test func `the same seed drops the same places, forward and backward`() {
    let graph = Graph(seed: 3)
    let x = graph.variable(.ones([1_000]))
    let y = x.dropout(0.3)
    #expect(graph.gradients(of: y.sum())[x] == y.value)
    #expect(Graph(seed: 3).variable(.ones([1_000])).dropout(0.3).value == y.value)
    #expect(Graph(seed: 4).variable(.ones([1_000])).dropout(0.3).value != y.value)
  }

  @Test func `two dropouts of one graph drop different places`() {
    let graph = Graph(seed: 3)
    let x = graph.constant(.ones([1_000]))
    #expect(Dropout(0.5)(x).value != Dropout(0.5)(x).value)
  }

  @Test func `evaluation drops nothing`() {
    let x = Graph.evaluating().constant(Tensor([1, 2, 3]))
    #expect(Dropout(0.9)(x).value.data == [1, 2, 3])
  }

  @Test func `infinity that is dropped is zero`() {
    let y = Operation.dropout(0.5, seed: 1).output(of: [Tensor([64], repeating: .infinity)]).data
    #expect(y.contains(0))
    #expect(y.allSatisfy { $0 == 0 || $0 == .infinity })
  }

  @Test func `a rate of one stops with the rate`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { _ = Dropout(1) }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("the rate 1.0 is not in [0, 1)"))
  }
}
