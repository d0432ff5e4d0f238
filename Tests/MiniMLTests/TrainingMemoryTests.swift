import MiniML
import Testing

/// What whole training steps promise beside their numbers: no memory after the first, and the same bits for any threads.
@Suite struct TrainingMemoryTests {
  /// In a process of its own: the pool is shared with every test that runs beside this one.
  @Test func `a GPT's second step allocates no tensor storage`() async {
    await #expect(processExitsWith: .success) {
      var (model, optimizer) = Self.start()
      Self.step(&model, &optimizer, 0)
      let before = BufferPool.shared.statistics.allocations
      for index in 1..<6 { Self.step(&model, &optimizer, index) }
      precondition(before > 0 && BufferPool.shared.statistics.allocations == before, "steps allocate")
    }
  }

  @Test(arguments: [2, 3, 5])
  func `a GPT learns the same bits on any number of threads`(threads: Int) async {
    await #expect(processExitsWith: .success) { [threads] in
      let parameters = [1, threads].map { count in
        ThreadPool.shared.setThreads(count)
        var (model, optimizer) = Self.start()
        for index in 0..<4 { Self.step(&model, &optimizer, index) }
        return model.parameters
      }
      precondition(parameters[0] == parameters[1], "the bits depend on the threads")
    }
  }

  private static func start() -> (DecoderTransformer, AdamW) {
    var source = RandomSource(seed: 3)
    return (
      DecoderTransformer(.init(vocabulary: 65, positions: 64, channels: 64, layers: 2, heads: 4), &source), AdamW()
    )
  }

  private static func step(_ model: inout DecoderTransformer, _ optimizer: inout AdamW, _ index: Int) {
    let texts = (0..<16).map { row in (0...64).map { ($0 * 7 + row + index) % 65 } }
    let graph = Graph()
    let loss = model.loss(texts.map { Array($0.dropLast()) }, targets: texts.map { Array($0.dropFirst()) }, in: graph)
    optimizer.update(&model, graph.gradients(of: loss))
  }
}
