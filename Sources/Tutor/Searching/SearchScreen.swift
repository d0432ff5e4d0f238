import Terminal
import Widgets
import Wording

/// The search of all lessons: a text being typed, and below it where it stands, lesson by lesson.
struct SearchScreen: Screen {
  private var field: TextField
  private var list: PickList
  private var findings: [SearchFinding] = []
  /// What the findings were found for; nil before the lessons are read.
  private var found: Search?
  /// The findings as rows of the list, each lesson under its title.
  private var rows: [Row] = []
  private var shown = Rect(x: 0, y: 0, width: 0, height: 0)
  private var isReading = false
  /// A selection to go back to once the findings are there.
  private var pending: Int?

  private struct Search: Equatable {
    var text: String
    var language: Language
  }

  private enum Row {
    case lesson(String, Language, count: Int)
    /// Index of a finding.
    case finding(Int)
  }

  init(_ place: SearchPlace) {
    field = TextField(place.text, limit: 80)
    list = PickList(count: 0)
    pending = place.selected
  }

  func keys(_ context: TutorContext) -> KeyTable { .searching }

  func place(_ context: TutorContext) -> TutorPlace? {
    .search(SearchPlace(text: field.text, selected: pending ?? list.selected))
  }

  mutating func show(_ place: TutorPlace, _ context: TutorContext) -> Bool {
    guard case .search(let place) = place else { return false }
    // Asked for again from here, it keeps what is typed.
    if place.text.isEmpty { return true }
    field.setText(place.text)
    pending = place.selected
    return true
  }

  mutating func perform(_ command: Command, _ context: TutorContext) -> Navigation {
    // Keys may come faster than pictures: what was typed counts before what is asked of it.
    find(context)
    switch command {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -max(1, shown.height - 2))
    case .pageDown: move(by: max(1, shown.height - 2))
    case .open: return open(context)
    case .back: return .back
    default: break
    }
    return .stay
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) -> Navigation {
    switch event {
    case .key(let key): _ = field.handle(key)
    case .paste(let text): field.paste(text)
    case .mouse(let mouse): return point(mouse, context)
    default: break
    }
    return .stay
  }

  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    find(context)
    let theme = context.theme
    let (head, rest) = area.splitTop(1)
    let (line, body) = rest.splitTop(2)
    surface.write(context.words("search-all.title"), x: head.x + 1, y: head.y, style: theme.heading, clip: head)
    shown = body.inset(x: 1)
    if rows.isEmpty { drawNothing(on: &surface, in: shown, context) }
    for row in window() { draw(rows[row], at: shown.y + row - list.top, row == list.selected, on: &surface, context) }
    list.drawMark(on: &surface, in: shown, theme)
    return PromptLine(label: context.words("search.prompt"), field: field)
      .draw(on: &surface, in: line.splitTop(1).top.inset(x: 1), theme: theme)
  }

  func status(_ context: TutorContext) -> String {
    if isReading { return context.words("search-all.reading") }
    guard let found, !found.text.isEmpty else { return "" }
    let lessons = Set(findings.map(\.lesson)).count
    return context.words("search-all.count", ["count": String(findings.count), "lessons": String(lessons)])
  }

  var isBusy: Bool { isReading }

  // MARK: Searching

  /// Searches where the text or the language changed, as soon as the lessons are read.
  private mutating func find(_ context: TutorContext) {
    let wanted = Search(text: field.text, language: context.language)
    guard wanted != found else { return }
    guard let index = context.searchIndex else {
      isReading = true
      return
    }
    isReading = false
    findings = index.find(wanted.text, first: wanted.language)
    found = wanted
    rows = Self.rows(findings)
    list = PickList(count: rows.count, selected: pending ?? 0)
    pending = nil
    keepOffTitles(direction: 1)
  }

  private static func rows(_ findings: [SearchFinding]) -> [Row] {
    var rows: [Row] = []
    var start = 0
    while start < findings.count {
      let first = findings[start]
      let end = findings[start...].firstIndex { $0.lesson != first.lesson || $0.language != first.language }
      let range = start..<(end ?? findings.count)
      rows.append(.lesson(first.lesson, first.language, count: range.count))
      rows += range.map { .finding($0) }
      start = range.upperBound
    }
    return rows
  }

  private mutating func move(by places: Int) {
    list.move(by: places)
    keepOffTitles(direction: places)
  }

  /// A title is never selected: the finding below it is, or on the way up the one above.
  private mutating func keepOffTitles(direction: Int) {
    guard rows.indices.contains(list.selected), case .lesson = rows[list.selected] else { return }
    list.move(by: direction < 0 && list.selected > 0 ? -1 : 1)
  }

  private func open(_ context: TutorContext) -> Navigation {
    guard rows.indices.contains(list.selected), case .finding(let index) = rows[list.selected] else {
      let isUnknown = found != nil && !field.text.isEmpty
      context.notice = context.words(isUnknown ? "search-all.none" : "search-all.type", ["text": field.text])
      return .stay
    }
    let finding = findings[index]
    if finding.language != context.language {
      context.language = finding.language
      context.notice = context.words("search-all.language")
    }
    var place = LessonPlace(
      lesson: finding.lesson, pane: .theory, position: ReaderPosition(block: finding.block, offset: 0))
    place.finding = LessonPlace.Finding(text: finding.query, nth: finding.nth)
    return .go(.lesson(place))
  }

  private mutating func point(_ mouse: MouseEvent, _ context: TutorContext) -> Navigation {
    switch mouse.action {
    case .wheelUp: move(by: -1)
    case .wheelDown: move(by: 1)
    case .press where shown.contains(mouse.position):
      let before = list.selected
      guard list.select(row: mouse.position.y - shown.y) else { return .stay }
      keepOffTitles(direction: 1)
      if list.selected == before { return open(context) }
    default: break
    }
    return .stay
  }

  // MARK: Drawing

  private mutating func window() -> Range<Int> {
    let rows = list.window(height: shown.height)
    return shown.isEmpty ? 0..<0 : rows
  }

  private func draw(_ row: Row, at y: Int, _ isSelected: Bool, on surface: inout Surface, _ context: TutorContext) {
    let theme = context.theme
    let width = shown.width - 2
    switch row {
    case .lesson(let id, let language, let count):
      let title = context.course.entry(id)?.title[language] ?? id
      var text = StyledText(title.truncated(to: max(1, width - 8), glyphs: theme.glyphs), theme.strong)
      text.append("  \(count)", theme.dim)
      text.draw(on: &surface, x: shown.x, y: y, columns: width, clip: shown)
    case .finding(let index):
      let pointer = isSelected ? (theme.glyphs == .ascii ? "> " : "❯ ") : "  "
      StyledText(pointer, theme.accent).draw(on: &surface, x: shown.x, y: y, clip: shown)
      FindingLine(finding: findings[index], theme: theme).text(width: width - 2)
        .draw(on: &surface, x: shown.x + 2, y: y, columns: width - 2, clip: shown)
      if isSelected { surface.select(Rect(x: shown.x, y: y, width: width, height: 1), theme) }
    }
  }

  private func drawNothing(on surface: inout Surface, in rect: Rect, _ context: TutorContext) {
    let isUnknown = found.map { !$0.text.allSatisfy(\.isWhitespace) } ?? false
    let key = isReading ? "search-all.reading" : isUnknown ? "search-all.none" : "search-all.type"
    let words = context.words(key, ["text": field.text])
    for (row, line) in StyledText(words, context.theme.dim).wrapped(to: max(1, rect.width)).enumerated() {
      guard row < rect.height else { return }
      line.draw(on: &surface, x: rect.x, y: rect.y + row, columns: rect.width, clip: rect)
    }
  }
}
