import Course
import Markup
import Terminal
import Widgets
import Wording

/// The theory pane: the lesson's text, its boxes, marks and bookmarks, the search, and the guesses.
struct ReaderPane {
  /// What a box asks the lesson to do.
  enum Request {
    case setUp(RunRequest, DemoTask?)
  }

  enum Field {
    case search(TextField)
    case guess(Prediction, TextField)
    /// A note at a row of the page.
    case note(line: Int, TextField)
  }

  /// What lies over the text.
  enum Sheet {
    case explanation(Overlay)
    case bookmarks(BookmarkList)
  }

  let lesson: Lesson
  var reader: Reader
  var field: Field?
  var sheet: Sheet?
  var guesses: [String: GuessOutcome] = [:]
  var bookmarks: [Bookmark]
  private(set) var language: Language
  /// The terms of the front matter.
  let glossary: [GlossaryEntry]
  private var pendingFinding: (finding: LessonPlace.Finding, position: ReaderPosition)?
  private var runs: [(prediction: Prediction, guess: String, work: BackgroundWork<RunTrace?>)] = []
  /// Where the page was last drawn.
  private(set) var area = Rect(x: 0, y: 0, width: 0, height: 0)

  init(_ lesson: Lesson, at position: ReaderPosition, _ context: TutorContext) {
    self.lesson = lesson
    language = context.language
    glossary = context.folder.terms(lesson[language].header.terms)
    bookmarks = context.progress.bookmarks(in: lesson.id)
    reader = Reader(lesson[language].document, terms: Self.terms(glossary, language))
    reader.annotations = bookmarks.map(ReaderAnnotation.init)
    reader.go(to: position)
    for fence in lesson[language].fences.values {
      if case .predict(let prediction) = fence, let guess = context.guess(lesson.id, prediction.id) {
        decide(prediction, guess, context)
      }
    }
  }

  private static func terms(_ glossary: [GlossaryEntry], _ language: Language) -> [Term] {
    glossary.map { Term(id: $0.id, forms: $0.words(language)) }
  }

  /// The terms as the text's language has them.
  var terms: [Term] { Self.terms(glossary, language) }

  var position: ReaderPosition { reader.position }

  /// Scrolls to a place of the text.
  mutating func go(to position: ReaderPosition) { reader.go(to: position) }

  /// Shows a text as found at a place, once the page is laid out.
  mutating func find(_ finding: LessonPlace.Finding, at position: ReaderPosition) {
    pendingFinding = (finding, position)
  }
  var progress: Double { reader.progress }
  var isTyping: Bool { field != nil }
  /// Esc ends the search, or closes what lies over the text, before it leaves the lesson.
  var holdsBack: Bool { isTyping || sheet != nil || reader.search != nil }
  var isBusy: Bool { !runs.isEmpty }

  var keys: KeyTable {
    switch (field, sheet) {
    case (.note, _): .noteTyping
    case (.some, _): .typing
    case (nil, .explanation): .sheet
    case (nil, .bookmarks): .bookmarks
    default:
      reader.activeMark != nil ? .readerAtMark : activeBox == nil ? KeyTable.reader.without(.open) : .reader
    }
  }

  /// An experiment was run: its box now tells what came of it.
  mutating func experimentRun() { reader.fencesChanged() }

  mutating func perform(_ command: Command, _ context: TutorContext) -> Request? {
    if field != nil {
      performTyping(command, context)
      return nil
    }
    if sheet != nil {
      performOnSheet(command, context)
      return nil
    }
    switch command {
    case .back where reader.search != nil: reader.search("")
    case .open: return openMark(context) ? nil : openBox(context)
    case .nextMark, .previousMark: chooseMark(by: command == .nextMark ? 1 : -1, context)
    case .bookmark: toggleBookmark(context)
    case .note: writeNote()
    case .bookmarks: listBookmarks(context)
    case .search: field = .search(TextField(limit: 60))
    default: if let key = Self.readerKeys[command] { _ = reader.handle(key) }
    }
    return nil
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) {
    switch (event, field) {
    case (.key(let key), .some(let field)):
      self.field = field.editing { _ = $0.handle(key) }
    case (.paste(let pasted), .some(let field)):
      self.field = field.editing { $0.paste(pasted) }
    case (.mouse(let mouse), nil) where sheet != nil:
      if mouse.action == .press { sheet = nil }
    case (.mouse(let mouse), _) where mouse.action == .wheelUp: reader.scroll(by: -3)
    case (.mouse(let mouse), _) where mouse.action == .wheelDown: reader.scroll(by: 3)
    case (.mouse(let mouse), nil) where mouse.action == .press:
      if reader.chooseMark(at: mouse.position, in: area) { _ = openMark(context) }
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

  /// The same lesson in the language that the learner has chosen since, at the same place.
  mutating func follow(_ context: TutorContext) {
    guard language != context.language else { return }
    language = context.language
    sheet = nil
    reader.show(lesson[language].document, terms: terms)
  }

  mutating func note(area: Rect) { self.area = area }

  /// Searches for what led here; the page stays at its place where the words stand differently there, as in a formula.
  mutating func showPendingFinding() {
    guard let (finding, position) = pendingFinding else { return }
    pendingFinding = nil
    reader.go(to: position)
    reader.search(finding.text)
    for _ in 0..<finding.nth { _ = reader.handle(.character("n")) }
    if reader.position.block > position.block + 1 || reader.position.block < position.block - 1 {
      reader.go(to: position)
    }
  }

  // MARK: Guesses

  mutating func decide(_ prediction: Prediction, _ guess: String, _ context: TutorContext) {
    let (judge, language) = (context.judge, context.language)
    let work = BackgroundWork<RunTrace?>(waker: context.waker) { try? judge.run(prediction.run, language) }
    runs.append((prediction, guess, work))
  }

  private static let readerKeys: [Command: Key] = [
    .up: .up, .down: .down, .pageUp: .pageUp, .pageDown: .pageDown, .top: .home, .bottom: .end,
    .nextMatch: .character("n"), .previousMatch: .character("N"),
  ]
}

extension ReaderPane.Field {
  var text: TextField {
    switch self {
    case .search(let text), .guess(_, let text), .note(_, let text): text
    }
  }

  /// The same field with its text changed.
  func editing(_ change: (inout TextField) -> Void) -> ReaderPane.Field {
    var text = text
    change(&text)
    switch self {
    case .search: return .search(text)
    case .guess(let prediction, _): return .guess(prediction, text)
    case .note(let line, _): return .note(line: line, text)
    }
  }
}

extension ReaderAnnotation {
  init(_ bookmark: Bookmark) {
    self.init(at: ReaderPosition(block: bookmark.block, offset: bookmark.offset), note: bookmark.note)
  }
}
