import Foundation

/// One answer, as it is kept.
public struct AnswerRecord: Hashable, Sendable {
  /// Unique for ever, so that a retried or imported answer is kept once.
  public var id: UUID
  public var question: String
  public var lesson: String
  public var time: Date
  public var answer: Answer
  /// Right, partial or wrong; a malformed answer is never kept.
  public var verdict: Verdict
  /// What it earned, 0 to 1, tries and hints taken off.
  public var earned: Double
  /// The how-manieth try it was, from 1.
  public var tries: Int
  /// Hints shown before it.
  public var hints: Int

  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case right, partial, wrong
  }

  public init(
    id: UUID = UUID(), question: String, lesson: String, time: Date, answer: Answer, verdict: Verdict, earned: Double,
    tries: Int, hints: Int
  ) {
    self.id = id
    self.question = question
    self.lesson = lesson
    self.time = time
    self.answer = answer
    self.verdict = verdict
    self.earned = earned
    self.tries = tries
    self.hints = hints
  }
}

extension QuizSession {
  /// The last answer to a question as it is to be kept; nil where there is none, or it is malformed.
  public func record(of id: String, at time: Date) -> AnswerRecord? {
    let state = state(of: id)
    guard let (answer, grade) = state.last, let verdict = AnswerRecord.Verdict(grade.verdict) else { return nil }
    return AnswerRecord(
      question: id, lesson: lesson, time: time, answer: answer, verdict: verdict, earned: state.worth(of: grade.score),
      tries: state.tries, hints: state.hintsShown)
  }
}

extension AnswerRecord.Verdict {
  /// Nil for a malformed answer.
  public init?(_ verdict: Grade.Verdict) {
    switch verdict {
    case .right: self = .right
    case .partial: self = .partial
    case .wrong: self = .wrong
    case .malformed: return nil
    }
  }
}
