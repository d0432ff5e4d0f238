/// Training, one event at a time. A value: its copy is a checkpoint that goes on to the same bits.
///
///     let batches = ShuffledBatches(count: 1_437, batchSize: 64)
///     var loop = TrainingLoop(model, batches, Adam(), .init(epochs: 20)) { model, rows, graph in
///       model(graph.constant(X).gather(rows)).crossEntropy(rows.map { y[$0] })
///     }
///     loop.run { event in print(event) }
///
/// A loss, gradient or weight that is no longer finite is an event, not a crash: the loop ends with the last finite
/// weights.
public struct TrainingLoop<Model: Layer, Batches: BatchSource>: Sendable {
  /// The loss of a model on a batch: a variable that holds one number.
  public typealias Loss = @Sendable (_ model: Model, _ batch: Batches.Batch, _ graph: Graph) -> Variable

  public private(set) var model: Model
  public private(set) var optimizer: any Optimizer
  public let settings: TrainingSettings
  /// Steps done.
  public private(set) var step = 0
  /// Epochs done.
  public private(set) var epoch = 0
  /// The last event, once there is nothing left to do.
  public private(set) var end: TrainingEvent?

  private let loss: Loss
  private var batches: Batches
  private var isEpochOver = false
  /// Over the steps of this epoch.
  private var lossSum = 0.0
  private var epochSteps = 0

  public init(
    _ model: Model, _ batches: Batches, _ optimizer: any Optimizer, _ settings: TrainingSettings = .init(),
    loss: @escaping Loss
  ) {
    self.model = model
    self.batches = batches
    self.optimizer = optimizer
    self.settings = settings
    self.loss = loss
  }

  /// Goes on to the next event; nil after the last one.
  public mutating func next() -> TrainingEvent? {
    guard end == nil else { return nil }
    if isEpochOver { return endEpoch() }
    if settings.isDone(step: step, epoch: epoch) { return finish(.finished(steps: step)) }
    guard let batch = batches.next() else { return endEpoch() }
    return takeStep(batch)
  }

  /// Goes on to the end, and tells every event.
  public mutating func run(_ listener: (TrainingEvent) -> Void) { while let event = next() { listener(event) } }
}

// MARK: One step

extension TrainingLoop {
  // region: training-step
  private mutating func takeStep(_ batch: Batches.Batch) -> TrainingEvent {
    if let rate = settings.schedule?.rate(at: step) { optimizer.learningRate = rate }
    var (loss, gradients) = gather(from: batch)
    guard loss.isFinite else { return finish(.diverged(step: step, .loss(loss))) }
    let norm = settings.clippedNorm(of: &gradients)
    guard norm.isFinite else { return finish(.diverged(step: step, .gradient(norm: norm))) }
    guard update(gradients, norm) else { return finish(.diverged(step: step, .weights)) }
    return record(loss, norm)
  }
  // endregion: training-step

  /// The mean loss and gradients over the batches that make one step; fewer of them at the end of an epoch.
  private mutating func gather(from first: Batches.Batch) -> (Float, Gradients) {
    var (loss, gradients) = pass(first, part: 0)
    var parts = 1
    while parts < settings.accumulation {
      guard let batch = batches.next() else {
        isEpochOver = true
        break
      }
      var next = pass(batch, part: parts)
      next.gradients.add(gradients)
      (loss, gradients) = (loss + next.loss, next.gradients)
      parts += 1
    }
    if parts > 1 { gradients.scale(by: 1 / Float(parts)) }
    return (loss / Float(parts), gradients)
  }

  /// One way there and back. The graph is gone when this returns, so that the optimiser finds the weights unshared and
  /// changes them in place; running averages take their new values at once, for the next batch goes on from them.
  private mutating func pass(_ batch: Batches.Batch, part: Int) -> (loss: Float, gradients: Gradients) {
    let graph = Graph(seed: settings.seed(ofPass: step * settings.accumulation + part))
    let loss = loss(model, batch, graph)
    let gradients = graph.gradients(of: loss)
    if loss.value.scalar.isFinite { model.takeReplacements(gradients) }
    return (loss.value.scalar, gradients)
  }

  /// The optimiser's step; false, and undone, where it took a weight beyond the finite numbers. Only a rate or gradient
  /// of absurd size can, so that the copy to go back to is seldom made.
  private mutating func update(_ gradients: Gradients, _ norm: Double) -> Bool {
    guard max(norm, Double(abs(optimizer.learningRate))) > 1e15 else {
      optimizer.update(&model, gradients)
      return true
    }
    let before = model
    optimizer.update(&model, gradients)
    if model.isFinite { return true }
    model = before
    return false
  }
}

// MARK: Bookkeeping

extension TrainingLoop {
  private mutating func record(_ loss: Float, _ norm: Double) -> TrainingEvent {
    lossSum += Double(loss)
    epochSteps += 1
    step += 1
    return .step(
      .init(number: step - 1, epoch: epoch, loss: loss, learningRate: optimizer.learningRate, gradientNorm: norm))
  }

  private mutating func endEpoch() -> TrainingEvent {
    guard epochSteps > 0 else { ShapeFault.trap("TrainingLoop", "the source gave no batch in epoch \(epoch)") }
    defer {
      (lossSum, epochSteps, isEpochOver) = (0, 0, false)
      epoch += 1
    }
    return .epoch(.init(number: epoch, meanLoss: lossSum / Double(epochSteps)))
  }

  private mutating func finish(_ event: TrainingEvent) -> TrainingEvent {
    end = event
    return event
  }
}

extension Layer {
  /// Whether every number of every parameter is finite.
  public var isFinite: Bool { parameters.allSatisfy(\.value.isFinite) }

  /// Puts the new values of untrained parameters in place.
  mutating func takeReplacements(_ gradients: Gradients) {
    guard !gradients.replacements.isEmpty else { return }
    visit { parameter in
      if let value = gradients.replacements[parameter.name] { parameter.value = value }
    }
  }
}
