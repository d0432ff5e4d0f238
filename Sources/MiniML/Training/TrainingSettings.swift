/// How long a training loop runs, and what it does to rate and gradients.
public struct TrainingSettings: Hashable, Sendable {
  /// The most steps; nil for no bound.
  public var steps: Int?
  /// The most epochs; nil for no bound. With neither bound the loop goes on until it diverges.
  public var epochs: Int?
  /// Nil leaves the optimiser's own rate alone.
  public var schedule: LearningRateSchedule?
  /// The bound on the norm of all gradients together; nil for none.
  public var clippingNorm: Double?
  /// The bound on every number of the gradients; nil for none. Applied before that on the norm.
  public var clippingValue: Float?
  /// How many batches are gathered for one step: the gradient is the mean of theirs, as if they were one large batch.
  public var accumulation: Int
  /// Of what is drawn on the way, such as what dropout drops.
  public var seed: UInt64

  public init(
    steps: Int? = nil, epochs: Int? = nil, schedule: LearningRateSchedule? = nil, clippingNorm: Double? = nil,
    clippingValue: Float? = nil, accumulation: Int = 1, seed: UInt64 = 0
  ) {
    self.steps = steps
    self.epochs = epochs
    self.schedule = schedule
    self.clippingNorm = clippingNorm
    self.clippingValue = clippingValue
    self.accumulation = max(1, accumulation)
    self.seed = seed
  }

  func isDone(step: Int, epoch: Int) -> Bool { step >= steps ?? .max || epoch >= epochs ?? .max }

  /// The seed of one pass.
  func seed(ofPass pass: Int) -> UInt64 { seed &+ UInt64(pass) &* 0x9E37_79B9_7F4A_7C15 }

  /// Clips as asked; returns the norm before.
  func clippedNorm(of gradients: inout Gradients) -> Double {
    guard let clippingValue else { return gradients.clip(toNorm: clippingNorm ?? .infinity) }
    let norm = gradients.norm
    gradients.clip(toValue: clippingValue)
    if let clippingNorm { gradients.clip(toNorm: clippingNorm) }
    return norm
  }
}
