/// What a taking of a quiz came to.
public struct QuizResult: Hashable, Sendable {
  /// One question's part.
  public struct Row: Hashable, Sendable {
    public var id: String
    public var state: QuestionState
  }

  public var questions: [Row]

  /// The share of the score that passes.
  public static let passMark = 0.7

  /// The mean of what the questions earned, 0 to 1; 0 for an empty quiz.
  public var score: Double {
    questions.isEmpty ? 0 : questions.map(\.state.earned).reduce(0, +) / Double(questions.count)
  }

  public var right: Int { questions.count { $0.state.isRight } }
  /// Tried, and neither right nor given up.
  public var open: Int { questions.count { $0.state.tries > 0 && !$0.state.isDone } }
  public var revealed: Int { questions.count { $0.state.wasRevealed } }
  public var skipped: Int { questions.count { $0.state.wasSkipped && !$0.state.isDone } }
  public var untouched: Int { questions.count { $0.state == QuestionState() } }
  public var hintsUsed: Int { questions.map(\.state.hintsShown).reduce(0, +) }

  /// Nothing skipped or left, and enough earned.
  public var isPassed: Bool {
    !questions.isEmpty && questions.allSatisfy(\.state.isDone) && score >= Self.passMark - 1e-9
  }
}
