/// What a training loop tells its listeners.
public enum TrainingEvent: Hashable, Sendable {
  /// A step was done: the weights have changed.
  case step(Step)
  /// Every batch was seen once more.
  case epoch(Epoch)
  /// A number was no longer finite. The weights are the last finite ones; the loop is at its end.
  case diverged(step: Int, Divergence)
  /// All steps are done.
  case finished(steps: Int)

  public struct Step: Hashable, Sendable {
    /// Counted from 0 over all epochs.
    public let number: Int
    /// Counted from 0.
    public let epoch: Int
    /// Before the step, the mean over the batches that were gathered for it.
    public let loss: Float
    public let learningRate: Float
    /// The norm over all gradients together, before any clipping.
    public let gradientNorm: Double
  }

  public struct Epoch: Hashable, Sendable {
    /// Counted from 0.
    public let number: Int
    /// Of the steps that the epoch began.
    public let meanLoss: Double
  }

  /// What was no longer finite.
  public enum Divergence: Hashable, Sendable {
    case loss(Float)
    case gradient(norm: Double)
    /// The step itself took a weight beyond the numbers there are; it was undone.
    case weights
  }
}
