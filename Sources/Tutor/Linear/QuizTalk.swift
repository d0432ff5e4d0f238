import Course
import Demos
import Wording

/// The quiz of a lesson, question by question: answered by numbers and words, with hints, reasons and results.
struct QuizTalk: LinearPlace {
  private let lesson: Lesson
  private let shelf: DemoShelf
  private var session: QuizSession
  /// The question whose solution is told when it is asked for once more.
  private var askedToReveal: String?
  private var tellsResults: Bool

  init(_ lesson: Lesson, _ shelf: DemoShelf, _ talk: LinearTalk) {
    self.lesson = lesson
    self.shelf = shelf
    session = talk.context.progress.quizSession(lesson)
    tellsResults = session.isFinished
  }

  var pane: LessonPane? { .quiz }

  /// A word may be the answer.
  var takesWords: Bool { !tellsResults && !isSettled && session.current?.kindName == .text }

  func commands(_ talk: LinearTalk) -> [LinearCommand] {
    if tellsResults { return [.next, .previous] }
    if isSettled { return [.next, .previous, .results] }
    var commands: [LinearCommand] = [.next, .previous, .hint, .skip, .solution, .results]
    switch session.current?.kindName {
    case .tune: commands += [.demo, .submit]
    case .text: commands.append(.answer)
    default: commands.append(.answer)
    }
    return commands
  }

  mutating func open(_ talk: LinearTalk) {
    talk.tell("linear.quiz.title", ["count": String(lesson.quiz.questions.count)])
    again(talk)
  }

  mutating func comeBack(_ talk: LinearTalk) { again(talk) }

  mutating func again(_ talk: LinearTalk) {
    guard !tellsResults else { return talk.say(ResultSpeech(session, talk).lines) }
    if let speech = speech(talk) { talk.say(speech.lines) }
  }

  func prompt(_ talk: LinearTalk) -> String {
    if tellsResults { return talk.words("linear.quiz.prompt-results") }
    if isSettled { return talk.words("linear.quiz.prompt-next") }
    switch session.current?.kindName {
    case .single, .trueFalse: return talk.words("linear.quiz.prompt-choice")
    case .multiple: return talk.words("linear.quiz.prompt-choices")
    case .order: return talk.words("linear.quiz.prompt-order")
    case .numeric, .predict: return talk.words("linear.quiz.prompt-number")
    case .tune: return tunePrompt(talk)
    case .text, nil: return talk.words("linear.quiz.prompt-text")
    }
  }

  mutating func perform(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) -> LinearMove {
    guard let question = session.current else { return .back }
    if command != .solution { askedToReveal = nil }
    switch command {
    case .next: return next(question, talk)
    case .previous: go(to: session.index - 1, talk)
    case .hint: hint(talk)
    case .skip: skip(talk)
    case .solution: reveal(question, talk)
    case .results: tellResults(talk)
    case .answer: answer(argument, question, talk)
    case .submit: submit(question, talk)
    case .demo: return openDemo(question, talk)
    default: break
    }
    return .stay
  }

  mutating func take(_ text: String, _ talk: LinearTalk) -> LinearMove? {
    guard !tellsResults, let question = session.current else { return nil }
    if isSettled {
      talk.tell("linear.quiz.already")
      return .stay
    }
    guard question.kindName != .tune else { return nil }
    askedToReveal = nil
    answer(text, question, talk)
    return .stay
  }

  // MARK: Answering

  private var isSettled: Bool { session.current.map { session.state(of: $0.id).isDone } ?? true }

  private func speech(_ talk: LinearTalk) -> QuestionSpeech? {
    session.current.map { QuestionSpeech($0, session, talk) }
  }

  private mutating func answer(_ text: String, _ question: Question, _ talk: LinearTalk) {
    let typed = TypedAnswer(question: question, order: session.shownOrder(of: question))
    guard !text.isEmpty, let answer = typed.read(text) else {
      return talk.tell("linear.quiz.unread-\(question.kindName.rawValue)")
    }
    take(answer, question, talk)
  }

  /// Hands in the settings of the demo as they stand.
  private mutating func submit(_ question: Question, _ talk: LinearTalk) {
    let settings = settings(for: question)
    guard !settings.isEmpty else { return talk.tell("linear.quiz.unread-tune", ["demo": talk.word(.demo)]) }
    take(.settings(settings), question, talk)
  }

  private func settings(for question: Question) -> [KnobSetting] {
    guard let player = shelf.demo?.player else { return [] }
    return question.settings(player.settings, of: player.card)
  }

  private mutating func take(_ answer: Answer, _ question: Question, _ talk: LinearTalk) {
    if session.state(of: question.id).last?.grade.isMalformed == false { session.retry() }
    if question.isDecidedByRun { talk.tell("lesson.running") }
    let grade = Grader.grade(question, answer, judge: talk.context.judge, talk.language)
    session.submit(answer, grade)
    if !grade.isMalformed { talk.context.progress.record(question, session) }
    talk.say(QuestionSpeech(question, session, talk).verdict(grade))
  }

  private func tunePrompt(_ talk: LinearTalk) -> String {
    guard let question = session.current, let player = shelf.demo?.player else {
      return talk.words("linear.quiz.prompt-tune", ["demo": talk.word(.demo)])
    }
    let knobs = settings(for: question).compactMap { setting in
      player.card.knob(setting.knob).map { "\($0.title[talk.language]) \(setting.value)" }
    }
    guard !knobs.isEmpty else { return talk.words("linear.quiz.prompt-tune", ["demo": talk.word(.demo)]) }
    let list = knobs.joined(separator: talk.language == .en ? ", " : "，")
    return talk.words("linear.quiz.prompt-submit", ["settings": list, "submit": talk.word(.submit)])
  }

  /// The demo as the question wants it; as it stands where the learner has turned it for this question already.
  private func openDemo(_ question: Question, _ talk: LinearTalk) -> LinearMove {
    guard case .tune(let key) = question.kind else { return .stay }
    if case .goal(key)? = shelf.demo?.watch?.task { return .push(DemoTalk(shelf, in: lesson.id)) }
    do {
      shelf.demo = LinearDemo(try DemoSetup(key.start, talk.language), for: .goal(key), talk.language)
      return .push(DemoTalk(shelf, in: lesson.id))
    } catch {
      talk.say(RunFaultWords.sentence(error, talk.language))
      return .stay
    }
  }

  // MARK: Help on the way

  private mutating func hint(_ talk: LinearTalk) {
    guard let hint = session.nextHint(), let question = session.current else { return talk.tell("quiz.no-hint") }
    let shown = session.state(of: question.id).hintsShown
    talk.say(QuestionSpeech(question, session, talk).hint(hint, max(0, shown - 1)))
  }

  private mutating func reveal(_ question: Question, _ talk: LinearTalk) {
    guard session.state(of: question.id).tries > 0 else { return talk.tell("linear.quiz.try-first") }
    guard askedToReveal == question.id else {
      askedToReveal = question.id
      return talk.tell("linear.quiz.reveal-confirm", ["solution": talk.word(.solution)])
    }
    session.reveal()
    talk.context.progress.keepReveal(question, session)
    talk.say(QuestionSpeech(question, session, talk).solution)
  }

  // MARK: Moving

  private mutating func next(_ question: Question, _ talk: LinearTalk) -> LinearMove {
    if tellsResults { return leaveResults(talk) }
    // An empty line is no answer, and no way past a question either.
    guard isSettled else {
      talk.tell("linear.quiz.unanswered", ["skip": talk.word(.skip)])
      return .stay
    }
    if session.hasNothingLeft {
      tellResults(talk)
    } else {
      session.advance()
      again(talk)
    }
    return .stay
  }

  private mutating func skip(_ talk: LinearTalk) {
    let before = session.index
    session.skip()
    talk.tell("quiz.skipped")
    if session.index <= before { tellResults(talk) } else { again(talk) }
  }

  private mutating func go(to index: Int, _ talk: LinearTalk) {
    tellsResults = false
    session.go(to: index)
    again(talk)
  }

  private mutating func tellResults(_ talk: LinearTalk) {
    tellsResults = true
    again(talk)
  }

  private mutating func leaveResults(_ talk: LinearTalk) -> LinearMove {
    if session.result.isPassed { return .roadmap }
    tellsResults = false
    if session.isFinished {
      session = talk.context.progress.retake(lesson, after: session)
    } else {
      session.advance()
    }
    again(talk)
    return .stay
  }
}
