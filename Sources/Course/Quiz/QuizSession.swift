import Wording

/// One taking of a lesson's quiz: where the learner is, what was tried, what it earned.
///
/// A value without a clock: the same seed and answers give the same session.
public struct QuizSession: Hashable, Sendable {
  public let lesson: String
  public let quiz: Quiz
  public let seed: UInt64
  /// The position of the question shown; always a question's, or 0 in an empty quiz.
  public private(set) var index = 0
  private var states: [String: QuestionState] = [:]

  public init(lesson: String, quiz: Quiz, seed: UInt64) {
    self.lesson = lesson
    self.quiz = quiz
    self.seed = seed
  }

  /// The question shown; nil in an empty quiz.
  public var current: Question? { quiz.questions.indices.contains(index) ? quiz.questions[index] : nil }

  public func state(of id: String) -> QuestionState { states[id] ?? QuestionState() }

  // MARK: Showing

  /// The order in which the options or items of a question are shown: positions in the file. Empty for other kinds.
  public func shownOrder(of question: Question) -> [Int] {
    switch question.kind {
    case .single(let options), .multiple(let options):
      Shuffle.order(of: options.count, seed: seed, question: question.id)
    case .order(let items): Shuffle.wrongOrder(of: items.count, seed: seed, question: question.id)
    default: []
    }
  }

  /// The next hint, "n of m"; nil when all are shown.
  public mutating func nextHint() -> Bilingual? {
    guard let current, state(of: current.id).hintsShown < current.hints.count else { return nil }
    change(current.id) { if !$0.isDone { $0.hintsShown += 1 } }
    let shown = state(of: current.id).hintsShown
    return shown > 0 ? current.hints[shown - 1] : current.hints.first
  }

  /// The hints shown so far, to be read again.
  public var hintsShown: [Bilingual] { current.map { Array($0.hints.prefix(state(of: $0.id).hintsShown)) } ?? [] }

  // MARK: Answering

  /// Takes a graded answer to the question shown. A malformed one changes nothing but `last`.
  public mutating func submit(_ answer: Answer, _ grade: Grade) {
    guard let current else { return }
    change(current.id) { state in
      state.last = (answer, grade)
      guard !grade.isMalformed else { return }
      state.wasSkipped = false
      guard !state.isDone else { return }
      state.tries += 1
      state.earned = max(state.earned, state.worth(of: grade.score))
      state.isRight = grade.verdict == .right
    }
  }

  /// Leaves the question undone and goes on to the next that is not done.
  public mutating func skip() {
    guard let current else { return }
    change(current.id) { if !$0.isDone { $0.wasSkipped = true } }
    advance()
  }

  /// Gives up: the solution may be shown, and nothing more is earned.
  public mutating func reveal() {
    guard let current else { return }
    change(current.id) { if !$0.isRight { $0.wasRevealed = true } }
  }

  /// Starts the question shown afresh. What it earned before stays as the best.
  public mutating func retry() {
    guard let current, !state(of: current.id).isDone else { return }
    change(current.id) { $0.last = nil }
  }

  // MARK: Moving

  /// To the next question that is not done, after this one and then from the start; stays where all are done.
  public mutating func advance() {
    let count = quiz.questions.count
    for step in 1...max(1, count) {
      let next = (index + step) % max(1, count)
      if count > 0, !state(of: quiz.questions[next].id).isDone {
        index = next
        return
      }
    }
  }

  /// To a question by position; positions outside are brought inside.
  public mutating func go(to position: Int) {
    index = min(max(0, position), max(0, quiz.questions.count - 1))
  }

  // MARK: The end

  public var isFinished: Bool { quiz.questions.allSatisfy { state(of: $0.id).isDone } }

  public var result: QuizResult {
    QuizResult(questions: quiz.questions.map { QuizResult.Row(id: $0.id, state: state(of: $0.id)) })
  }

  private mutating func change(_ id: String, _ body: (inout QuestionState) -> Void) {
    var state = state(of: id)
    body(&state)
    states[id] = state
  }
}
