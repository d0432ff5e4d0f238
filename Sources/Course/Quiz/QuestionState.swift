import Wording

/// What a learner has done with one question in a session.
public struct QuestionState: Hashable, Sendable {
  /// Answers that could be read; a malformed one is no try.
  public internal(set) var tries = 0
  public internal(set) var hintsShown = 0
  /// The last answer and its grade, malformed ones too; nil before the first.
  public internal(set) var last: (answer: Answer, grade: Grade)? {
    get { lastAnswer.flatMap { answer in lastGrade.map { (answer, $0) } } }
    set { (lastAnswer, lastGrade) = (newValue?.answer, newValue?.grade) }
  }
  /// The most that any answer earned, 0 to 1, tries and hints taken off.
  public internal(set) var earned = 0.0
  public internal(set) var wasSkipped = false
  /// The solution was shown before a right answer; nothing more can be earned.
  public internal(set) var wasRevealed = false
  /// Answered right at least once.
  public internal(set) var isRight = false

  private var lastAnswer: Answer?
  private var lastGrade: Grade?

  public init() {}

  /// Whether the question is settled: right, or given up. A skip is never done.
  public var isDone: Bool { isRight || wasRevealed }

  /// What an answer of that score is worth now: each earlier try takes a quarter, each hint a tenth.
  func worth(of score: Double) -> Double {
    guard !wasRevealed else { return 0 }
    return score * max(0.25, 1 - 0.25 * Double(tries - 1)) * (1 - 0.1 * Double(hintsShown))
  }
}
