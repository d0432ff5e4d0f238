import MiniML
import Testing

@Suite struct TrainingLoopTests {
  /// Twelve points of a noisy line, and one neuron.
  private static let x: [Float] = (0..<12).map { Float($0) / 6 - 1 }
  private static let y: [Float] = x.map { 3 * $0 + 1 }

  private typealias Loop = TrainingLoop<Sequential, ShuffledBatches>

  private static func loop(
    _ settings: TrainingSettings, _ optimizer: any Optimizer = SGD(learningRate: 0.1), batchSize: Int = 4,
    isShuffling: Bool = true, dropout: Float = 0, normalizing: Bool = false
  ) -> Loop {
    var source = RandomSource(seed: 1)
    let first = Linear("a", 1, 6, &source)
    let norm: any Module = normalizing ? BatchNorm("n", 6) : Lambda { $0.tanh() }
    let model = Sequential(first, norm, Dropout(dropout), Linear("b", 6, 1, &source))
    let batches = ShuffledBatches(count: 12, batchSize: batchSize, isShuffling: isShuffling, seed: 7)
    return Loop(model, batches, optimizer, settings) { model, rows, graph in
      let X = graph.constant(Tensor([rows.count, 1], rows.map { x[$0] }))
      let error = model(X) - graph.constant(Tensor([rows.count, 1], rows.map { y[$0] }))
      return (error * error).mean()
    }
  }

  private static func events(_ loop: Loop) -> [TrainingEvent] {
    var (loop, events) = (loop, [TrainingEvent]())
    loop.run { events.append($0) }
    return events
  }

  @Test func `a run tells its steps, its epochs and its end, in order`() {
    let events = Self.events(Self.loop(.init(epochs: 2)))
    let names = events.map { event in
      switch event {
      case .step(let step): "step \(step.number) of epoch \(step.epoch)"
      case .epoch(let epoch): "epoch \(epoch.number)"
      case .diverged(let step, _): "diverged at \(step)"
      case .finished(let steps): "finished after \(steps)"
      }
    }
    #expect(
      names == [
        "step 0 of epoch 0", "step 1 of epoch 0", "step 2 of epoch 0", "epoch 0", "step 3 of epoch 1",
        "step 4 of epoch 1", "step 5 of epoch 1", "epoch 1", "finished after 6",
      ])
  }

  @Test func `a run stops after its steps and says no more`() {
    var loop = Self.loop(.init(steps: 4))
    var count = 0
    loop.run { _ in count += 1 }
    #expect(count == 6)
    #expect(loop.end == .finished(steps: 4))
    #expect(loop.next() == nil)
  }

  @Test func `training learns, and an epoch's loss is the mean of its steps'`() throws {
    let events = Self.events(Self.loop(.init(epochs: 60)))
    var (losses, means) = ([Double](), [Double]())
    for event in events {
      if case .step(let step) = event { losses.append(Double(step.loss)) }
      if case .epoch(let epoch) = event { means.append(epoch.meanLoss) }
    }
    #expect(abs(means[0] - losses[0..<3].reduce(0, +) / 3) < 1e-9)
    #expect(try #require(means.last) < 0.05 * means[0])
  }

  @Test func `a rate too high ends in divergence with finite weights`() throws {
    var loop = Self.loop(.init(steps: 10_000), SGD(learningRate: 50), normalizing: true)
    var last: TrainingEvent?
    loop.run { last = $0 }
    guard case .diverged(let step, _) = try #require(last) else {
      Issue.record("\(String(describing: last)) is no divergence")
      return
    }
    #expect(step > 0)
    #expect(loop.step == step)
    #expect(loop.model.isFinite)
  }

  @Test func `a step of absurd size is undone`() {
    var loop = Self.loop(.init(steps: 5), SGD(learningRate: .greatestFiniteMagnitude))
    let before = loop.model.parameters
    #expect(loop.next() == .diverged(step: 0, .weights))
    #expect(loop.model.parameters == before)
  }

  @Test func `the copy of a loop goes on to the same bits`() {
    for optimizer in [Adam(learningRate: 0.01), SGD(learningRate: 0.05, momentum: 0.9)] as [any Optimizer] {
      var loop = Self.loop(.init(epochs: 6), optimizer, dropout: 0.3, normalizing: true)
      for _ in 0..<9 { _ = loop.next() }
      var copy = loop
      loop.run { _ in }
      #expect(copy.model.parameters != loop.model.parameters)
      copy.run { _ in }
      #expect(copy.model.parameters == loop.model.parameters)
    }
  }

  @Test func `gathering small batches takes the step of the large one`() {
    var large = Self.loop(.init(steps: 8), batchSize: 12, isShuffling: false)
    var small = Self.loop(.init(steps: 8, accumulation: 3), batchSize: 4, isShuffling: false)
    large.run { _ in }
    small.run { _ in }
    for (a, b) in zip(large.model.parameters, small.model.parameters) {
      #expect(a.value.largestDifference(to: b.value) < 1e-5)
    }
    #expect(small.epoch == 7)
  }

  @Test func `an epoch's last step gathers what is left`() {
    let events = Self.events(Self.loop(.init(epochs: 1, accumulation: 2)))
    #expect(events.count == 4)
    guard case .epoch = events[2] else {
      Issue.record("\(events)")
      return
    }
  }

  @Test func `the schedule sets the rate of each step and clipping bounds the change`() {
    let schedule = LearningRateSchedule.exponential(from: 0.5, factor: 0.5)
    var loop = Self.loop(.init(steps: 4, schedule: schedule, clippingNorm: 0.01))
    while loop.end == nil {
      let before = loop.model.parameters
      guard case .step(let step)? = loop.next() else { continue }
      #expect(step.learningRate == schedule.rate(at: step.number))
      #expect(step.gradientNorm > 0.01)
      let square = zip(before, loop.model.parameters).reduce(0.0) { sum, pair in
        zip(pair.0.value.data, pair.1.value.data).reduce(sum) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
      }
      #expect(abs(square.squareRoot() - 0.01 * Double(step.learningRate)) < 1e-6)
    }
  }

  @Test func `batches go through every number once an epoch, in a new order each`() {
    var batches = ShuffledBatches(count: 10, batchSize: 4, seed: 3)
    var epochs: [[Int]] = []
    for _ in 0..<3 {
      var seen: [Int] = []
      while let batch = batches.next() {
        #expect(batch.count <= 4 && !batch.isEmpty)
        seen += batch
      }
      epochs.append(seen)
    }
    for epoch in epochs { #expect(epoch.sorted() == Array(0..<10)) }
    #expect(Set(epochs).count == 3)
    var again = ShuffledBatches(count: 10, batchSize: 4, seed: 3)
    #expect(again.next() == Array(epochs[0][0..<4]))
  }
}

@Suite struct ClippingTests {
  private static func gradients() -> Gradients {
    let graph = Graph()
    let w = graph.parameter(Parameter("w", Tensor([3, 0])))
    let v = graph.parameter(Parameter("v", Tensor([0, 4])))
    return graph.gradients(of: (w * w).sum() * 0.5 + (v * v).sum() * 0.5)
  }

  @Test func `the norm is that of all gradients together, and clipping shortens them alike`() {
    var gradients = Self.gradients()
    #expect(gradients.norm == 5)
    #expect(gradients.clip(toNorm: 1) == 5)
    #expect(abs(gradients.norm - 1) < 1e-6)
    #expect(abs((gradients[parameter: "v"]?.data[1] ?? 0) - 0.8) < 1e-6)
  }

  @Test func `a short gradient is left alone`() {
    var gradients = Self.gradients()
    gradients.clip(toNorm: 5.1)
    #expect(gradients.norm == 5)
  }

  @Test func `clipping by value bounds every number by itself`() {
    var gradients = Self.gradients()
    gradients.scale(by: -1)
    gradients.clip(toValue: 3.5)
    #expect(gradients[parameter: "w"]?.data == [-3, 0])
    #expect(gradients[parameter: "v"]?.data == [0, -3.5])
  }

  @Test func `gradients of parts add up`() {
    var gradients = Self.gradients()
    gradients.add(Self.gradients())
    #expect(gradients[parameter: "w"]?.data == [6, 0])
  }
}
