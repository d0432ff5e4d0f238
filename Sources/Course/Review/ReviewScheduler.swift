import Foundation

/// When an item is to be met again: FSRS-6 without fuzz, so that the same answers give the same days.
///
/// A new item is repeated after 1 and 10 minutes, a forgotten one after 10, then after as many days as it takes for
/// retrievability to fall to `retention`. Equal to the reference package with fuzzing off (see
/// `Tests/CourseTests/References/fsrs.py`).
public struct ReviewScheduler: Hashable, Sendable {
  public var model: MemoryModel
  /// The share of items to be remembered when they are due: above 0, below 1.
  public var retention: Double
  /// Seconds between the first repetitions.
  public var learningSteps: [TimeInterval]
  /// Seconds between the repetitions of what was forgotten.
  public var relearningSteps: [TimeInterval]
  /// Days.
  public var longestInterval: Int

  private static let day: TimeInterval = 86_400

  public init(
    model: MemoryModel = MemoryModel(), retention: Double = 0.9, learningSteps: [TimeInterval] = [60, 600],
    relearningSteps: [TimeInterval] = [600], longestInterval: Int = 36_500
  ) {
    precondition(retention > 0 && retention < 1, "ReviewScheduler: retention \(retention) is not between 0 and 1")
    self.model = model
    self.retention = retention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.longestInterval = longestInterval
  }

  /// The probability that the item is remembered at a time.
  public func retrievability(_ memory: ReviewMemory, at now: Date) -> Double {
    model.retrievability(stability: memory.stability, days: Self.days(from: memory.lastReview, to: now))
  }

  /// The memory after a review; nil before is a new item.
  public func reviewed(_ memory: ReviewMemory?, _ rating: Rating, at now: Date) -> ReviewMemory {
    guard let memory else {
      let (stability, difficulty) = model.beginning(rating)
      return planned(.learning(step: 0), stability, difficulty, rating, now)
    }
    let days = Self.days(from: memory.lastReview, to: now)
    let (stability, difficulty) = model.next(
      stability: memory.stability, difficulty: memory.difficulty, days: days, rating)
    return planned(memory.phase, stability, difficulty, rating, now)
  }

  private func planned(
    _ phase: ReviewMemory.Phase, _ stability: Double, _ difficulty: Double, _ rating: Rating, _ now: Date
  ) -> ReviewMemory {
    let (next, wait) = plan(phase, stability, rating)
    return ReviewMemory(
      phase: next, stability: stability, difficulty: difficulty, lastReview: now, due: now.addingTimeInterval(wait))
  }

  /// The next phase, and the seconds until the next review.
  private func plan(
    _ phase: ReviewMemory.Phase, _ stability: Double, _ rating: Rating
  ) -> (ReviewMemory.Phase, TimeInterval) {
    let known = (ReviewMemory.Phase.review, Double(days(stability)) * Self.day)
    switch phase {
    case .review:
      guard rating == .again, let first = relearningSteps.first else { return known }
      return (.relearning(step: 0), first)
    case .learning(let step):
      return Self.step(step, of: learningSteps, rating).map { (.learning(step: $0.step), $0.wait) } ?? known
    case .relearning(let step):
      return Self.step(step, of: relearningSteps, rating).map { (.relearning(step: $0.step), $0.wait) } ?? known
    }
  }

  /// The next of some short steps and its wait; nil where they are done with.
  private static func step(
    _ step: Int, of steps: [TimeInterval], _ rating: Rating
  ) -> (step: Int, wait: TimeInterval)? {
    guard let first = steps.first else { return nil }
    if rating == .again { return (0, first) }
    guard steps.indices.contains(step) else { return nil }
    switch rating {
    case .hard where step == 0: return (0, steps.count == 1 ? first * 1.5 : (first + steps[1]) / 2)
    case .hard: return (step, steps[step])
    case .good where step + 1 < steps.count: return (step + 1, steps[step + 1])
    default: return nil
    }
  }

  /// Whole days until retrievability has fallen to the retention wanted: 1 at least.
  private func days(_ stability: Double) -> Int {
    let days = model.interval(stability: stability, retention: retention).rounded(.toNearestOrEven)
    return Int(min(max(days, 1), Double(longestInterval)))
  }

  /// Whole days gone by, as the clock counts them: negative where it was set back.
  static func days(from start: Date, to end: Date) -> Int {
    Int((end.timeIntervalSince(start) / day).rounded(.down))
  }
}
