import Course
import Demos
import Markup
import Widgets
import Wording

/// A lesson read aloud, part by part: Enter goes on; guesses are typed, experiments run, the demo and the quiz opened.
struct LessonTalk: LinearPlace {
  private let lesson: Lesson
  private let shelf = DemoShelf()
  private let guesses: LinearGuesses
  private var parts: [LessonPart]
  /// How far the learner was on coming.
  private let level: LessonState.Level
  private var language: Language
  private var index: Int
  /// Where the learner is; as it was kept until another part is read.
  private var position: ReaderPosition

  /// Opens a lesson at its place; nil where the course has no such lesson or it can't be read.
  init?(_ place: LessonPlace, _ talk: LinearTalk) {
    guard let entry = talk.context.course.entry(place.lesson), entry.isWritten,
      let lesson = talk.context.folder.lesson(entry).value
    else { return nil }
    self.lesson = lesson
    guesses = LinearGuesses(lesson: lesson.id)
    language = talk.language
    parts = lesson[talk.language].parts
    position = place.position
    index = parts.lastIndex { $0.blocks.lowerBound <= place.position.block } ?? 0
    level = talk.context.progress.state(of: lesson.id)
    talk.context.progress.open(lesson.id)
    talk.context.progress.keepScreen("lesson")
  }

  var pane: LessonPane? { .theory }

  func commands(_ talk: LinearTalk) -> [LinearCommand] {
    var commands: [LinearCommand] = [.next, .previous, .part, .find]
    switch box {
    case .predict(let prediction) where guesses.isOpen(prediction, talk): commands.append(.guess)
    case .experiment: commands.append(.try)
    default: break
    }
    if hasDemo { commands.append(.demo) }
    return commands + [.quiz, .term, .mark, .marks, .note]
  }

  mutating func open(_ talk: LinearTalk) {
    if index == 0 { tellHeader(talk) } else { talk.say(text.header.title) }
    read(talk)
  }

  mutating func comeBack(_ talk: LinearTalk) {
    translate(talk)
    talk.tell("linear.lesson.at", place(talk))
    talk.context.progress.keepScreen("lesson")
  }

  mutating func again(_ talk: LinearTalk) {
    translate(talk)
    read(talk)
  }

  func prompt(_ talk: LinearTalk) -> String {
    switch box {
    case .predict(let prediction) where guesses.isOpen(prediction, talk):
      if case .choices(let choices) = prediction.key {
        return talk.words("linear.lesson.prompt-choice", ["count": String(choices.count)])
      }
      return talk.words("linear.lesson.prompt-guess")
    case .experiment: return talk.words("linear.lesson.prompt-try", ["try": talk.word(.try)])
    case .demo: return talk.words("linear.lesson.prompt-demo", ["demo": talk.word(.demo)])
    default:
      let isLast = index == parts.count - 1
      return talk.words(isLast ? "linear.lesson.prompt-end" : "linear.lesson.prompt", ["quiz": talk.word(.quiz)])
    }
  }

  mutating func perform(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) -> LinearMove {
    switch command {
    case .next:
      guard index + 1 < parts.count else { return openQuiz(talk) }
      go(to: index + 1, talk)
    case .previous: go(to: index - 1, talk)
    case .part: goToPart(argument, talk)
    case .find: find(argument, talk)
    case .guess: commit(argument, talk)
    case .try: return tryOut(talk)
    case .demo: return openDemo(talk)
    case .quiz: return openQuiz(talk)
    case .term: LessonNotes(lesson, talk).explain(argument)
    case .marks: LessonNotes(lesson, talk).list(parts)
    case .mark: if let part { LessonNotes(lesson, talk).toggle(part) }
    case .note: if let part { LessonNotes(lesson, talk).write(argument, at: part) }
    default: break
    }
    return .stay
  }

  /// A number is a guess where one is asked for, else a part.
  mutating func take(_ text: String, _ talk: LinearTalk) -> LinearMove? {
    if case .predict(let prediction) = box, guesses.isOpen(prediction, talk) {
      guard text.contains(where: \.isNumber) else { return nil }
      commit(text, talk)
      return .stay
    }
    guard let part = TypedChoice.index(text, of: parts.count) else { return nil }
    go(to: part, talk)
    return .stay
  }

  mutating func close(_ talk: LinearTalk) {
    talk.context.progress.keep(LessonPlace(lesson: lesson.id, pane: talk.pane, position: position))
    guard let player = shelf.demo?.player else { return }
    let setup = SavedSetup(
      player.card, player.settings, seed: player.run.seed, text: player.demo.turnedText ?? player.text)
    talk.context.progress.keepSetup(setup, in: lesson.id)
  }

  /// The place that lies beyond the text: where the learner left off.
  mutating func onward(to pane: LessonPane, _ talk: LinearTalk) -> LinearMove {
    switch pane {
    case .theory:
      read(talk)
      return .stay
    case .demo: return openDemo(talk)
    case .quiz: return openQuiz(talk)
    }
  }

  // MARK: Reading

  private var text: LessonText { lesson[language] }
  private var part: LessonPart? { parts.indices.contains(index) ? parts[index] : nil }
  private var box: LessonFence? { part?.box }

  private mutating func translate(_ talk: LinearTalk) {
    guard language != talk.language else { return }
    language = talk.language
    parts = text.parts
    index = min(index, max(0, parts.count - 1))
  }

  private func tellHeader(_ talk: LinearTalk) {
    let header = text.header
    talk.say(header.title)
    let state = talk.words("roadmap.state.\(level)")
    talk.tell("linear.lesson.about", ["minutes": String(header.minutes), "state": state, "parts": String(parts.count)])
    talk.say(header.summary)
    talk.say(talk.words("roadmap.objectives") + (talk.language == .en ? ":" : "："))
    for (index, objective) in header.objectives.enumerated() { talk.say("\(index + 1). \(objective.text)") }
  }

  private func read(_ talk: LinearTalk) {
    guard let part else { return }
    talk.tell("linear.lesson.part", place(talk))
    let speech = FenceSpeech(text, guesses, talk)
    let blocks = Array(text.document.blocks[part.blocks])
    let markup = SpokenMarkup(language, talk.context)
    talk.say(markup.lines(blocks) { speech.lines($0) })
    talk.say(markup.footnotes(of: blocks, in: text.document))
    LessonNotes(lesson, talk).tell(part)
  }

  private func place(_ talk: LinearTalk) -> [String: String] {
    ["title": text.header.title, "n": String(index + 1), "count": String(parts.count)]
  }

  private mutating func go(to wanted: Int, _ talk: LinearTalk) {
    guard parts.indices.contains(wanted) else { return talk.tell("linear.lesson.first-part") }
    index = wanted
    position = ReaderPosition(block: parts[wanted].blocks.lowerBound, offset: 0)
    talk.context.progress.keep(LessonPlace(lesson: lesson.id, position: position))
    read(talk)
  }

  private mutating func goToPart(_ argument: String, _ talk: LinearTalk) {
    if let wanted = TypedChoice.index(argument, of: parts.count) { return go(to: wanted, talk) }
    for (index, part) in parts.enumerated() {
      let here = index == self.index ? talk.words("linear.lesson.here") : ""
      talk.say("\(index + 1). \(part.title)\(kind(part, talk))\(here)")
    }
    talk.tell("linear.lesson.part-how", ["part": talk.word(.part)])
  }

  /// What a part asks for, for the list of parts.
  private func kind(_ part: LessonPart, _ talk: LinearTalk) -> String {
    let comma = talk.language == .en ? ", " : "，"
    switch part.box {
    case .predict: return comma + talk.words("linear.lesson.with-guess")
    case .experiment: return comma + talk.words("linear.lesson.with-try")
    case .demo: return comma + talk.words("linear.lesson.with-demo")
    default: return ""
    }
  }

  /// Says the parts that hold a text, in upper or lower case.
  private func find(_ wanted: String, _ talk: LinearTalk) {
    guard !wanted.isEmpty else { return talk.tell("linear.find.how", ["find": talk.word(.find)]) }
    let found = PartSearch(wanted, talk).findings(in: text)
    for finding in found { talk.tell("linear.find.found", ["n": String(finding.part + 1), "line": finding.line]) }
    talk.tell(
      found.isEmpty ? "linear.find.none" : "linear.lesson.part-how", ["text": wanted, "part": talk.word(.part)])
  }

  // MARK: Boxes

  private func commit(_ guess: String, _ talk: LinearTalk) {
    guard case .predict(let prediction) = box else { return }
    guard guesses.isOpen(prediction, talk) else { return }
    guard guesses.commit(guess, prediction, talk) else {
      guard case .choices(let choices) = prediction.key else { return talk.tell("lesson.number-needed") }
      return talk.tell("lesson.choice-needed", ["count": String(choices.count)])
    }
    talk.tell("lesson.running")
    if let outcome = guesses.outcome(of: prediction, talk) { talk.say(outcome) }
    if let after = prediction.after { talk.say(talk.markdown(after)) }
  }

  private func tryOut(_ talk: LinearTalk) -> LinearMove {
    guard case .experiment(let experiment) = box, setUp(experiment.run.atStart, .experiment(experiment), talk) else {
      return .stay
    }
    return .push(DemoTalk(shelf, in: lesson.id, running: experiment.run.steps))
  }

  // MARK: The demo and the quiz

  private var hasDemo: Bool {
    if case .demo? = box { return true }
    if case .experiment? = box { return true }
    return text.header.demo != nil
  }

  /// The demo as the box here asks for it; else as it stands, or as it was left.
  private func openDemo(_ talk: LinearTalk) -> LinearMove {
    switch box {
    case .demo(let fence): _ = setUp(fence.run, nil, talk)
    case .experiment(let experiment): _ = setUp(experiment.run.atStart, .experiment(experiment), talk)
    default:
      if shelf.demo == nil, let demo = text.header.demo {
        _ = setUp(RunRequest.opening(lesson, demo, talk.context), nil, talk)
      }
    }
    return shelf.demo == nil ? .stay : .push(DemoTalk(shelf, in: lesson.id))
  }

  private func setUp(_ run: RunRequest, _ task: DemoTask?, _ talk: LinearTalk) -> Bool {
    do {
      shelf.demo = LinearDemo(try DemoSetup(run, talk.language), for: task, talk.language)
      return true
    } catch {
      talk.say(RunFaultWords.sentence(error, talk.language))
      return false
    }
  }

  private func openQuiz(_ talk: LinearTalk) -> LinearMove {
    guard !lesson.quiz.questions.isEmpty else {
      talk.tell("quiz.none")
      return .stay
    }
    return .push(QuizTalk(lesson, shelf, talk))
  }
}
