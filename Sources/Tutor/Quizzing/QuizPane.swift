import Course
import Demos
import Terminal
import Widgets
import Wording

/// The quiz of a lesson: one question at a time, its grade and why, and the results.
struct QuizPane {
  /// What the quiz asks the lesson to do.
  enum Request {
    case stay, leave, roadmap
    case setUp(RunRequest, TuneKey)
  }

  let lesson: Lesson
  var session: QuizSession
  var drafts: [String: AnswerDraft] = [:]
  /// A field takes the keys; Esc gives them back.
  var isInField = true
  /// The question whose solution one more press shows.
  var askedToReveal: String?
  var grading: (question: Question, answer: Answer, work: BackgroundWork<Grade>)?
  var showsResults = false
  var top = 0
  var lastHeight = 1
  var contentHeight = 0
  /// Where the page stood last, and the answer's rows by its lines.
  private var shown = (page: Rect(x: 0, y: 0, width: 0, height: 0), rows: [Int: Int]())

  init(_ lesson: Lesson, _ context: TutorContext) {
    self.lesson = lesson
    session = context.progress.quizSession(lesson)
    showsResults = !session.quiz.questions.isEmpty && session.isFinished
    startDraft()
  }

  /// ` 3/8` for the tab.
  var tally: String {
    let result = session.result
    return result.questions.isEmpty ? "" : " \(result.questions.count { $0.state.isDone })/\(result.questions.count)"
  }

  var isTyping: Bool {
    guard !showsResults, isInField, let question = session.current, !isSettled(question) else { return false }
    if case .field = drafts[question.id]?.form { return true }
    return false
  }

  var isBusy: Bool { grading != nil }

  var keys: KeyTable {
    if isTyping { return .typing + .quizTyping }
    guard !showsResults, let question = session.current, !isSettled(question) else { return .quizDone }
    return .quiz(question.kindName)
  }

  func status(_ context: TutorContext) -> String {
    guard !session.quiz.questions.isEmpty else { return context.words("quiz.none") }
    if showsResults { return context.words("results.title") }
    return context.words(
      "quiz.question", ["n": String(session.index + 1), "count": String(session.quiz.questions.count)])
  }

  // MARK: Commands

  mutating func perform(_ command: Command, _ frame: PlayerFrame?, _ context: TutorContext) -> Request {
    guard let question = session.current else { return command == .back ? .leave : .stay }
    if isTyping, command == .back {
      isInField = false
      return .stay
    }
    if command != .giveUp { askedToReveal = nil }
    if [.choose, .moveUp, .moveDown].contains(command) { beginTry(question, keepingDraft: true) }
    switch command {
    case .back: return .leave
    case .submit, .open: return submit(question, frame, context)
    case .choose: drafts[question.id]?.choose()
    case .up, .down: move(command == .up ? -1 : 1, question)
    case .pageUp: scroll(by: -(lastHeight - 2))
    case .pageDown: scroll(by: lastHeight - 2)
    case .top: top = 0
    case .bottom: scroll(by: contentHeight)
    case .moveUp: drafts[question.id]?.shift(by: -1)
    case .moveDown: drafts[question.id]?.shift(by: 1)
    case .hint: hint(context)
    case .skip: skip(question, context)
    case .giveUp: giveUp(question, context)
    case .nextQuestion: turn(by: 1, context)
    case .previousQuestion: turn(by: -1, context)
    case .runDemo:
      if case .tune(let key) = question.kind { return .setUp(key.start, key) }
    default: break
    }
    return .stay
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) {
    guard let question = session.current, !showsResults else { return }
    switch event {
    case .key(let key):
      if isTyping { type(key, question) } else { pressed(key, question) }
    case .paste(let text):
      if isTyping {
        beginTry(question, keepingDraft: false)
        edit(question) { $0.paste(text) }
      }
    case .mouse(let mouse):
      if mouse.action == .wheelUp { scroll(by: -3) }
      if mouse.action == .wheelDown { scroll(by: 3) }
      if mouse.action == .press { click(mouse.position, question) }
    default: break
    }
  }

  /// A click on an answer chooses it, in a list to be ordered it takes the cursor there.
  private mutating func click(_ point: Point, _ question: Question) {
    guard shown.page.contains(point), let row = shown.rows[point.y - shown.page.y + top], !isSettled(question) else {
      return
    }
    beginTry(question, keepingDraft: true)
    drafts[question.id]?.choose(row: row)
  }

  /// Takes in a grade that a run has decided.
  mutating func wake(_ context: TutorContext) {
    guard let (question, answer, work) = grading, let grade = work.result else { return }
    grading = nil
    take(grade, answer, question, context)
  }

  mutating func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool, _ context: TutorContext) -> Point? {
    let page = rect.inset(x: 1)
    guard let question = session.current else {
      surface.write(context.words("quiz.none"), x: page.x, y: page.y, style: context.theme.dim, clip: page)
      return nil
    }
    let content =
      showsResults
      ? QuizContent(lines: ResultLines(session: session, context: context).lines(width: page.width))
      : QuestionLines(
        question: question, state: session.state(of: question.id), draft: drafts[question.id], session: session,
        isRunning: grading?.question.id == question.id, isFocused: isFocused, context: context
      ).content(width: page.width)
    follow(content, height: page.height)
    shown = (page, content.rows)
    for (row, line) in content.lines.dropFirst(top).prefix(page.height).enumerated() {
      line.draw(on: &surface, x: page.x, y: page.y + row, columns: page.width, clip: page)
    }
    if content.lines.count > page.height {
      ScrollMark(top: top, visible: page.height, total: content.lines.count)
        .draw(on: &surface, in: rect.splitRight(1).right, theme: context.theme)
    }
    return isFocused && !showsResults ? drawField(content, on: &surface, in: page, question, context) : nil
  }
}
