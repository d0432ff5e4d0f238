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
    case setUp(RunRequest)
  }

  private let lesson: Lesson
  private(set) var session: QuizSession
  private var drafts: [String: AnswerDraft] = [:]
  /// A field takes the keys; Esc gives them back.
  private var isInField = true
  /// The question whose solution one more press shows.
  private var askedToReveal: String?
  private var grading: (question: Question, answer: Answer, work: BackgroundWork<Grade>)?
  private var showsResults = false
  private var top = 0
  private var lastHeight = 1
  private var contentHeight = 0

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
    case .nextQuestion: go(to: session.index + 1)
    case .previousQuestion: go(to: session.index - 1)
    case .runDemo: if let run = question.demoRun { return .setUp(run) }
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
    default: break
    }
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
    for (row, line) in content.lines.dropFirst(top).prefix(page.height).enumerated() {
      line.draw(on: &surface, x: page.x, y: page.y + row, columns: page.width, clip: page)
    }
    if content.lines.count > page.height {
      ScrollMark(top: top, visible: page.height, total: content.lines.count)
        .draw(on: &surface, in: rect.splitRight(1).right, theme: context.theme)
    }
    return isFocused && !showsResults ? drawField(content, on: &surface, in: page, question, context) : nil
  }

  // MARK: Handing in

  private mutating func submit(_ question: Question, _ frame: PlayerFrame?, _ context: TutorContext) -> Request {
    if showsResults { return leaveResults(context) }
    if isSettled(question) {
      goOn()
      return .stay
    }
    if isAnswerShown(question) {
      beginTry(question, keepingDraft: false)
      isInField = true
      return .stay
    }
    guard grading == nil else { return .stay }
    if isFieldWaiting(question) {
      isInField = true
      return .stay
    }
    let settings = frame.map { question.settings(from: $0) } ?? []
    guard let answer = drafts[question.id]?.answer(settings: settings) else {
      context.notice = context.words(question.nothingGivenKey)
      isInField = true
      return .stay
    }
    grade(answer, question, context)
    return .stay
  }

  private mutating func grade(_ answer: Answer, _ question: Question, _ context: TutorContext) {
    guard question.isDecidedByRun else { return take(Grader.grade(question, answer), answer, question, context) }
    let (judge, language) = (context.judge, context.language)
    let work = BackgroundWork(waker: context.waker) {
      Grader.grade(question, answer, judge: judge, language)
    }
    grading = (question, answer, work)
  }

  private mutating func take(_ grade: Grade, _ answer: Answer, _ question: Question, _ context: TutorContext) {
    if let index = session.quiz.questions.firstIndex(where: { $0.id == question.id }), index != session.index {
      session.go(to: index)
    }
    session.submit(answer, grade)
    if grade.isMalformed {
      context.notice = context.words(question.malformedKey)
    } else {
      context.progress.record(question, session)
    }
    if session.state(of: question.id).isDone { isInField = false }
  }

  /// A wrong answer is on the screen with its reasons; Enter tries again.
  private func isAnswerShown(_ question: Question) -> Bool {
    guard let last = session.state(of: question.id).last else { return false }
    return !last.grade.isMalformed
  }

  /// A field that has not been given the keys yet and holds nothing.
  private func isFieldWaiting(_ question: Question) -> Bool {
    guard !isInField, case .field(let field) = drafts[question.id]?.form else { return false }
    return field.text.isEmpty
  }

  /// The answer on the screen gives way to the next try; a changed choice goes on from what was chosen.
  private mutating func beginTry(_ question: Question, keepingDraft: Bool) {
    guard isAnswerShown(question), !isSettled(question) else { return }
    session.retry()
    if !keepingDraft { drafts[question.id] = AnswerDraft(question, order: session.shownOrder(of: question)) }
  }

  private func isSettled(_ question: Question) -> Bool { session.state(of: question.id).isDone }

  // MARK: Moving

  private mutating func goOn() {
    if session.isFinished
      || session.result.questions.allSatisfy({ $0.state.isDone || $0.state.wasSkipped }) && isLastOpen
    {
      showsResults = true
      top = 0
      return
    }
    session.advance()
    startDraft()
  }

  private var isLastOpen: Bool {
    let states = session.result.questions.map(\.state)
    return !states.dropFirst(session.index + 1).contains { !$0.isDone && !$0.wasSkipped }
  }

  private mutating func leaveResults(_ context: TutorContext) -> Request {
    if session.result.isPassed { return .roadmap }
    showsResults = false
    if session.isFinished { session = context.progress.retake(lesson, after: session) } else { session.advance() }
    drafts = [:]
    startDraft()
    return .stay
  }

  private mutating func go(to index: Int) {
    showsResults = false
    session.go(to: index)
    startDraft()
  }

  private mutating func startDraft() {
    top = 0
    askedToReveal = nil
    guard let question = session.current else { return }
    // Words need the keys at once; a number begins with a digit, so until then the keys keep their meanings.
    isInField = question.kindName == .text
    guard drafts[question.id] == nil else { return }
    let order = session.shownOrder(of: question)
    drafts[question.id] =
      session.state(of: question.id).last.map { AnswerDraft(question, order: order, answered: $0.answer) }
      ?? AnswerDraft(question, order: order)
  }

  private mutating func hint(_ context: TutorContext) {
    if session.nextHint() == nil { context.notice = context.words("quiz.no-hint") }
    scroll(by: contentHeight)
  }

  private mutating func skip(_ question: Question, _ context: TutorContext) {
    guard !isSettled(question) else { return goOn() }
    let before = session.index
    session.skip()
    context.notice = context.words("quiz.skipped")
    if session.index <= before {
      showsResults = true
      top = 0
    } else {
      startDraft()
    }
  }

  private mutating func giveUp(_ question: Question, _ context: TutorContext) {
    guard session.state(of: question.id).tries > 0 else {
      context.notice = context.words("quiz.try-first")
      return
    }
    guard askedToReveal == question.id else {
      askedToReveal = question.id
      context.notice = context.words("quiz.reveal-confirm")
      return
    }
    session.reveal()
    context.progress.keepReveal(question, session)
  }

  private mutating func move(_ places: Int, _ question: Question) {
    if showsResults || isSettled(question) || (drafts[question.id]?.rows ?? 0) == 0 { return scroll(by: places) }
    drafts[question.id]?.move(by: places)
  }

  private mutating func scroll(by rows: Int) { top = max(0, min(top + rows, contentHeight - lastHeight)) }

  /// Digits choose a row directly, or begin a number.
  private mutating func pressed(_ key: Key, _ question: Question) {
    guard case .character(let character) = key else { return }
    if case .field = drafts[question.id]?.form, !isSettled(question), character.isNumber || "+-.−－．".contains(character) {
      isInField = true
      return type(key, question)
    }
    guard let digit = character.wholeNumberValue, digit > 0, !isSettled(question) else { return }
    beginTry(question, keepingDraft: true)
    drafts[question.id]?.choose(row: digit - 1)
  }

  /// The first character after a wrong answer begins the next try.
  private mutating func type(_ key: Key, _ question: Question) {
    if case .character = key { beginTry(question, keepingDraft: false) } else { beginTry(question, keepingDraft: true) }
    edit(question) { _ = $0.handle(key) }
  }

  private mutating func edit(_ question: Question, _ change: (inout TextField) -> Void) {
    guard case .field(var field) = drafts[question.id]?.form else { return }
    change(&field)
    drafts[question.id]?.form = .field(field)
  }

  // MARK: Drawing

  /// Keeps the row of the cursor on the screen.
  private mutating func follow(_ content: QuizContent, height: Int) {
    (lastHeight, contentHeight) = (height, content.lines.count)
    top = max(0, min(top, contentHeight - height))
    guard let row = content.cursorRow else { return }
    if row < top { top = row }
    if row >= top + height { top = row - height + 1 }
  }

  private func drawField(
    _ content: QuizContent, on surface: inout Surface, in page: Rect, _ question: Question, _ context: TutorContext
  ) -> Point? {
    guard let row = content.fieldRow, case .field(let field) = drafts[question.id]?.form else { return nil }
    let line = Rect(x: page.x, y: page.y + row - top, width: min(page.width, 48), height: 1)
    guard page.contains(Point(x: line.x, y: line.y)) else { return nil }
    let point = PromptLine(label: context.words("quiz.answer"), field: field)
      .draw(on: &surface, in: line, theme: context.theme)
    return isTyping ? point : nil
  }
}
