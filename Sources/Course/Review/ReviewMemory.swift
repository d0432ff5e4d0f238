import Foundation

/// What is known of one learner's memory of one item, after its last review.
public struct ReviewMemory: Hashable, Codable, Sendable {
  /// Where an item stands on its way into memory.
  public enum Phase: Hashable, Codable, Sendable {
    /// New: repeated after minutes; `step` counts from 0.
    case learning(step: Int)
    /// Known: repeated after days.
    case review
    /// Forgotten after it was known: repeated after minutes.
    case relearning(step: Int)
  }

  public var phase: Phase
  /// Days after which nine of ten such items are still remembered; at least 0.001.
  public var stability: Double
  /// 1 (easy) to 10.
  public var difficulty: Double
  public var lastReview: Date
  public var due: Date

  public init(phase: Phase, stability: Double, difficulty: Double, lastReview: Date, due: Date) {
    self.phase = phase
    self.stability = stability
    self.difficulty = difficulty
    self.lastReview = lastReview
    self.due = due
  }
}
