import Course
import Demos

/// Handing answers in, and taking their grades.
extension QuizPane {
  mutating func submit(_ question: Question, _ frame: PlayerFrame?, _ context: TutorContext) -> Request {
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

  mutating func grade(_ answer: Answer, _ question: Question, _ context: TutorContext) {
    guard question.isDecidedByRun else { return take(Grader.grade(question, answer), answer, question, context) }
    let (judge, language) = (context.judge, context.language)
    let work = BackgroundWork(waker: context.waker) {
      Grader.grade(question, answer, judge: judge, language)
    }
    grading = (question, answer, work)
  }

  mutating func take(_ grade: Grade, _ answer: Answer, _ question: Question, _ context: TutorContext) {
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
  func isAnswerShown(_ question: Question) -> Bool {
    guard let last = session.state(of: question.id).last else { return false }
    return !last.grade.isMalformed
  }

  /// A field that has not been given the keys yet and holds nothing.
  func isFieldWaiting(_ question: Question) -> Bool {
    guard !isInField, case .field(let field) = drafts[question.id]?.form else { return false }
    return field.text.isEmpty
  }

  /// The answer on the screen gives way to the next try; a changed choice goes on from what was chosen.
  mutating func beginTry(_ question: Question, keepingDraft: Bool) {
    guard isAnswerShown(question), !isSettled(question) else { return }
    session.retry()
    if !keepingDraft { drafts[question.id] = AnswerDraft(question, order: session.shownOrder(of: question)) }
  }

  func isSettled(_ question: Question) -> Bool { session.state(of: question.id).isDone }
}
