import Course
import Terminal
import Widgets

/// From question to question, and what the keys do to the one shown.
extension QuizPane {
  mutating func goOn() {
    if session.hasNothingLeft {
      showsResults = true
      top = 0
      return
    }
    session.advance()
    startDraft()
  }

  mutating func leaveResults(_ context: TutorContext) -> Request {
    if session.result.isPassed { return .roadmap }
    showsResults = false
    if session.isFinished { session = context.progress.retake(lesson, after: session) } else { session.advance() }
    drafts = [:]
    startDraft()
    return .stay
  }

  /// To the question before or after; says so at the ends.
  mutating func turn(by places: Int, _ context: TutorContext) {
    let index = session.index + places
    guard showsResults || session.quiz.questions.indices.contains(index) else {
      context.notice = context.words(places < 0 ? "why.first-question" : "why.last-question")
      return
    }
    go(to: index)
  }

  mutating func go(to index: Int) {
    showsResults = false
    session.go(to: index)
    startDraft()
  }

  mutating func startDraft() {
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

  mutating func hint(_ context: TutorContext) {
    if session.nextHint() == nil { context.notice = context.words("quiz.no-hint") }
    scroll(by: contentHeight)
  }

  mutating func skip(_ question: Question, _ context: TutorContext) {
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

  mutating func giveUp(_ question: Question, _ context: TutorContext) {
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

  mutating func move(_ places: Int, _ question: Question) {
    if showsResults || isSettled(question) || (drafts[question.id]?.rows ?? 0) == 0 { return scroll(by: places) }
    drafts[question.id]?.move(by: places)
  }

  mutating func scroll(by rows: Int) { top = max(0, min(top + rows, contentHeight - lastHeight)) }

  /// Digits choose a row directly, or begin a number.
  mutating func pressed(_ key: Key, _ question: Question) {
    guard case .character(let character) = key else { return }
    if case .field = drafts[question.id]?.form, !isSettled(question), character.isNumber || "+-.−－．".contains(character)
    {
      isInField = true
      return type(key, question)
    }
    guard let digit = character.wholeNumberValue, digit > 0, !isSettled(question) else { return }
    beginTry(question, keepingDraft: true)
    drafts[question.id]?.choose(row: digit - 1)
  }

  /// The first character after a wrong answer begins the next try.
  mutating func type(_ key: Key, _ question: Question) {
    if case .character = key { beginTry(question, keepingDraft: false) } else { beginTry(question, keepingDraft: true) }
    edit(question) { _ = $0.handle(key) }
  }

  mutating func edit(_ question: Question, _ change: (inout TextField) -> Void) {
    guard case .field(var field) = drafts[question.id]?.form else { return }
    change(&field)
    drafts[question.id]?.form = .field(field)
  }
}

extension QuizSession {
  /// Nothing is left to ask before the results: every question is done, or was skipped, and none comes after this one.
  var hasNothingLeft: Bool {
    let states = result.questions.map(\.state)
    let isLastOpen = !states.dropFirst(index + 1).contains { !$0.isDone && !$0.wasSkipped }
    return isFinished || states.allSatisfy { $0.isDone || $0.wasSkipped } && isLastOpen
  }
}
