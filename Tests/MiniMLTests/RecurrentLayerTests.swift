import MiniML
import Testing

@Suite struct RecurrentLayerTests {
  private static let (B, T, E, H) = (2, 4, 3, 5)
  private static func x(_ source: inout RandomSource) -> Tensor { .normal([B, T, E], &source) }

  @Test func `an LSTM's steps one by one are its run over the sequence`() {
    var source = RandomSource(seed: 1)
    let layer = LSTM("l", Self.E, Self.H, &source)
    let x = Self.x(&source)
    let graph = Graph()
    let whole = layer(graph.constant(x)).value
    let (y, last) = layer.run(graph.constant(x))
    #expect(y.value == whole)
    var state: LSTM.State?
    for t in 0..<Self.T {
      let now = layer.step(graph.constant(Self.step(x, t)), from: state)
      #expect(now.h.value == Self.step(whole, t))
      state = now
    }
    #expect(state?.h.value == last.h.value)
    #expect(state?.c.value == last.c.value)
  }

  @Test func `a GRU's and an RNN's steps one by one are their run over the sequence`() {
    var source = RandomSource(seed: 2)
    let (gru, rnn) = (GRU("g", Self.E, Self.H, &source), RNN("r", Self.E, Self.H, &source))
    let x = Self.x(&source)
    let graph = Graph()
    let whole = (gru(graph.constant(x)).value, rnn(graph.constant(x)).value)
    var state: (Variable?, Variable?)
    for t in 0..<Self.T {
      let input = graph.constant(Self.step(x, t))
      state = (gru.step(input, from: state.0), rnn.step(input, from: state.1))
      #expect(state.0?.value == Self.step(whole.0, t))
      #expect(state.1?.value == Self.step(whole.1, t))
    }
  }

  @Test func `a sequence cut in two has the gradients of the whole`() throws {
    var source = RandomSource(seed: 3)
    let layer = LSTM("l", Self.E, Self.H, &source)
    let x = Self.x(&source)
    let gradients = [[0..<4], [0..<1, 1..<4]].map { parts in
      let graph = Graph()
      var state: LSTM.State?
      for part in parts {
        let rows = (0..<Self.B).map { x.row($0).rows(part).data }.joined()
        let input = graph.constant(Tensor([Self.B, part.count, Self.E], Array(rows)))
        state = layer.run(input, from: state).state
      }
      guard let state else { return graph.gradients(of: graph.constant(Tensor(0))) }
      return graph.gradients(of: (state.h * state.h + state.c * state.c).sum())
    }
    for name in ["l.input", "l.hidden", "l.bias"] {
      let (whole, cut) = (try #require(gradients[0].parameters[name]), try #require(gradients[1].parameters[name]))
      #expect(whole.largestDifference(to: cut) < 1e-5)
      #expect(whole.norm > 0.01)
    }
  }

  @Test func `no step at all leaves the state as it was`() {
    var source = RandomSource(seed: 4)
    let layer = LSTM("l", Self.E, Self.H, &source)
    let graph = Graph()
    let first = layer.step(graph.constant(.ones([Self.B, Self.E])))
    let (y, state) = layer.run(graph.constant(.zeros([Self.B, 0, Self.E])), from: first)
    #expect(y.shape == [Self.B, 0, Self.H])
    #expect(state.h.value == first.h.value)
    #expect(state.c.value == first.c.value)
  }

  @Test func `recurrent layers begin in PyTorch's range, with parameters of their own names`() {
    var source = RandomSource(seed: 5)
    var layers: [any Layer] = [LSTM("a", 3, 16, &source), GRU("b", 3, 16, &source), RNN("c", 3, 16, &source)]
    #expect(layers.map(\.parameterCount) == [19 * 64 + 64, 19 * 48 + 64, 19 * 16 + 16])
    for i in layers.indices {
      let before = layers[i].parameters
      #expect(before.map { $0.name.split(separator: ".").last } == ["input", "hidden", "bias"])
      for parameter in before {
        let largest = parameter.value.data.map(abs).max() ?? 0
        #expect(largest <= 0.25 && largest > 0.15)
      }
      layers[i].parameters = before.map { Parameter($0.name, $0.value * 2) }
      #expect(layers[i].parameters == before.map { Parameter($0.name, $0.value * 2) })
    }
  }

  /// Which of two tokens came first, five steps ago: only a network that remembers can say.
  @Test(arguments: [Float(1), -1])
  func `every recurrent layer learns to remember, and unlearns with its sign flipped`(sign: Float) {
    var source = RandomSource(seed: 6)
    expectLearning(LSTM("l", 2, 8, &source), sign) { $0($1) }
    expectLearning(GRU("l", 2, 8, &source), sign) { $0($1) }
    expectLearning(RNN("l", 2, 8, &source), sign) { $0($1) }
  }

  private func expectLearning<Cell: Module>(
    _ cell: Cell, _ sign: Float, _ run: (Cell, Variable) -> Variable
  ) {
    var source = RandomSource(seed: 7)
    var (cell, head) = (cell, Linear("h", 8, 2, &source))
    var optimizer = Adam(learningRate: 0.02 * sign)
    var losses: [Float] = []
    for _ in 0..<(sign > 0 ? 120 : 20) {
      let labels = (0..<16).map { _ in Int(source.next() % 2) }
      var x = Tensor.normal([16, 6, 2], deviation: 0.1, &source)
      for (row, label) in labels.enumerated() { x[row, 0, label] = 1 }
      let graph = Graph()
      let y = run(cell, graph.constant(x)).reshaped([16, 48]).columns(40..<48)
      let loss = head(y).crossEntropy(labels)
      losses.append(loss.value.scalar)
      let gradients = graph.gradients(of: loss)
      optimizer.update(&cell, gradients)
      optimizer.update(&head, gradients)
    }
    let last = losses.suffix(5).reduce(0, +) / 5
    #expect(sign > 0 ? last < 0.2 : last > losses[0], "\(Cell.self): \(losses[0]) to \(last)")
  }

  @Test func `a first state of another batch stops with both shapes`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var source = RandomSource(seed: 1)
      let graph = Graph()
      _ = GRU("g", 3, 4, &source)(graph.constant(.zeros([2, 5, 3])), from: graph.constant(.zeros([3, 4])))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("gru: shapes [3, 4] and [2, 4] do not fit"))
  }

  /// `[B, T, n] -> [B, n]` at step t.
  private static func step(_ x: Tensor, _ t: Int) -> Tensor {
    Tensor([x.shape[0], x.shape[2]], (0..<x.shape[0]).flatMap { x.row($0).row(t).data })
  }
}

extension Tensor {
  fileprivate var norm: Float { data.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
