import Course
import Markup
import Terminal
import Widgets
import Wording

/// The theory pane: the lesson's text, its boxes, the search, and the guesses.
struct ReaderPane {
  /// What a box asks the lesson to do.
  enum Request {
    case setUp(RunRequest, DemoTask?)
  }

  private enum Field {
    case search(TextField)
    case guess(Prediction, TextField)
  }

  private let lesson: Lesson
  private var reader: Reader
  private var language: Language
  private var field: Field?
  private var pendingFinding: (finding: LessonPlace.Finding, position: ReaderPosition)?
  private var guesses: [String: GuessOutcome] = [:]
  private var runs: [(prediction: Prediction, guess: String, work: BackgroundWork<RunTrace?>)] = []

  init(_ lesson: Lesson, at position: ReaderPosition, _ context: TutorContext) {
    self.lesson = lesson
    language = context.language
    reader = Reader(lesson[context.language].document)
    reader.go(to: position)
    for fence in lesson[language].fences.values {
      if case .predict(let prediction) = fence, let guess = context.guess(lesson.id, prediction.id) {
        decide(prediction, guess, context)
      }
    }
  }

  var position: ReaderPosition { reader.position }

  /// Scrolls to a place of the text.
  mutating func go(to position: ReaderPosition) { reader.go(to: position) }

  /// Shows a text as found at a place, once the page is laid out.
  mutating func find(_ finding: LessonPlace.Finding, at position: ReaderPosition) {
    pendingFinding = (finding, position)
  }
  var progress: Double { reader.progress }
  var isTyping: Bool { field != nil }
  /// Esc ends the search before it leaves the lesson.
  var holdsBack: Bool { isTyping || reader.search != nil }
  var isBusy: Bool { !runs.isEmpty }
  var keys: KeyTable { isTyping ? .typing : activeBox == nil ? KeyTable.reader.without(.open) : .reader }

  /// An experiment was run: its box now tells what came of it.
  mutating func experimentRun() { reader.fencesChanged() }

  mutating func perform(_ command: Command, _ context: TutorContext) -> Request? {
    if field != nil {
      performTyping(command, context)
      return nil
    }
    switch command {
    case .back where reader.search != nil: reader.search("")
    case .open: return openBox(context)
    case .search: field = .search(TextField(limit: 60))
    default: if let key = Self.readerKeys[command] { _ = reader.handle(key) }
    }
    return nil
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) {
    switch (event, field) {
    case (.key(let key), .search(var text)):
      _ = text.handle(key)
      field = .search(text)
    case (.key(let key), .guess(let prediction, var text)):
      _ = text.handle(key)
      field = .guess(prediction, text)
    case (.paste(let pasted), .search(var text)):
      text.paste(pasted)
      field = .search(text)
    case (.paste(let pasted), .guess(let prediction, var text)):
      text.paste(pasted)
      field = .guess(prediction, text)
    case (.mouse(let mouse), _) where mouse.action == .wheelUp: reader.scroll(by: -3)
    case (.mouse(let mouse), _) where mouse.action == .wheelDown: reader.scroll(by: 3)
    default: break
    }
  }

  /// Takes in the runs that have finished.
  mutating func wake(_ context: TutorContext) {
    for run in runs {
      guard case .some(let trace) = run.work.result, let trace else { continue }
      guesses[run.prediction.id] = GuessOutcome(run.guess, run.prediction, trace: trace)
      reader.fencesChanged()
    }
    runs.removeAll { $0.work.result != nil }
    if runs.isEmpty, context.notice == context.words("lesson.running") { context.notice = nil }
  }

  mutating func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool, _ context: TutorContext) -> Point? {
    if language != context.language {
      language = context.language
      reader.show(lesson[language].document)
    }
    let (page, line) = rect.splitBottom(field == nil ? 0 : 1)
    let box = FenceBox(lesson: lesson[language], guesses: guesses, context: context)
    reader.layOut(in: page.size, theme: context.theme) { box.lines($0, width: $1) }
    showPendingFinding()
    reader.draw(on: &surface, in: page, theme: context.theme)
    if isFocused { markActiveBox(on: &surface, in: page, context) }
    return drawField(on: &surface, in: line, context)
  }

  func status(_ context: TutorContext) -> String {
    if let search = reader.search {
      let count = search.findings.count
      let text = ["text": search.text, "current": String(search.current + 1), "count": String(count)]
      return context.words(count == 0 ? "search.none" : "search.found", text)
    }
    return context.words("lesson.words", ["percent": String(Int(reader.progress * 100))])
  }

  /// Searches for what led here; the page stays at its place where the words stand differently there, as in a formula.
  private mutating func showPendingFinding() {
    guard let (finding, position) = pendingFinding else { return }
    pendingFinding = nil
    reader.go(to: position)
    reader.search(finding.text)
    for _ in 0..<finding.nth { _ = reader.handle(.character("n")) }
    if reader.position.block > position.block + 1 || reader.position.block < position.block - 1 {
      reader.go(to: position)
    }
  }

  // MARK: Boxes

  /// The first box on the screen that Enter does something with, and where it stands.
  private var activeBox: (fence: Fence, row: Int)? {
    let visible = reader.page.fences.filter { placed in
      reader.isVisible(placed.lines.dropLast(2)) && isActionable(placed.fence)
    }
    let whole = visible.first { $0.lines.lowerBound >= reader.top }
    return (whole ?? visible.first).map { ($0.fence, $0.lines.lowerBound - reader.top) }
  }

  /// Whether Enter does something with a box: a guess is committed once.
  private func isActionable(_ fence: Fence) -> Bool {
    switch lesson[language].reading(of: fence) {
    case .demo, .experiment: true
    case .predict(let prediction): guesses[prediction.id] == nil
    case .source, .python, nil: false
    }
  }

  private mutating func openBox(_ context: TutorContext) -> Request? {
    guard let box = activeBox, let reading = lesson[language].reading(of: box.fence) else { return nil }
    switch reading {
    case .demo(let demo): return .setUp(demo.run, nil)
    case .experiment(let experiment):
      var run = experiment.run
      run.steps = 0
      return .setUp(run, .experiment(experiment))
    case .predict(let prediction):
      if guesses[prediction.id] == nil { field = .guess(prediction, TextField(limit: 24)) }
      return nil
    case .source, .python: return nil
    }
  }

  private func markActiveBox(on surface: inout Surface, in page: Rect, _ context: TutorContext) {
    guard let box = activeBox else { return }
    let mark = context.theme.glyphs == .unicode ? "▶" : ">"
    surface.write(mark, x: page.x, y: page.y + max(0, box.row), style: context.theme.accent, clip: page)
  }

  // MARK: Typing

  private mutating func performTyping(_ command: Command, _ context: TutorContext) {
    switch (command, field) {
    case (.submit, .search(let text)):
      reader.search(text.text)
      field = nil
    case (.submit, .guess(let prediction, let text)): commit(prediction, text.text, context)
    case (.back, _), (.nextPane, _): field = nil
    default: break
    }
  }

  private mutating func commit(_ prediction: Prediction, _ guess: String, _ context: TutorContext) {
    guard GuessOutcome.isReadable(guess, for: prediction) else {
      if case .choices(let choices) = prediction.key {
        context.notice = context.words("lesson.choice-needed", ["count": String(choices.count)])
      } else {
        context.notice = context.words("lesson.number-needed")
      }
      return
    }
    field = nil
    context.keepGuess(guess, lesson.id, prediction.id)
    context.notice = context.words("lesson.running")
    decide(prediction, guess, context)
  }

  private mutating func decide(_ prediction: Prediction, _ guess: String, _ context: TutorContext) {
    let (judge, language) = (context.judge, context.language)
    let work = BackgroundWork<RunTrace?>(waker: context.waker) { try? judge.run(prediction.run, language) }
    runs.append((prediction, guess, work))
  }

  private func drawField(on surface: inout Surface, in line: Rect, _ context: TutorContext) -> Point? {
    let (label, text): (String, TextField)
    switch field {
    case nil: return nil
    case .search(let field): (label, text) = (context.words("search.prompt"), field)
    case .guess(_, let field): (label, text) = (context.words("lesson.predict-prompt"), field)
    }
    return PromptLine(label: label, field: text).draw(on: &surface, in: line, theme: context.theme)
  }

  private static let readerKeys: [Command: Key] = [
    .up: .up, .down: .down, .pageUp: .pageUp, .pageDown: .pageDown, .top: .home, .bottom: .end,
    .nextMatch: .character("n"), .previousMatch: .character("N"),
  ]
}
