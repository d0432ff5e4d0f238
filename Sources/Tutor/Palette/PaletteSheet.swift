import Terminal
import Widgets

/// The command palette: a text being typed, and below it what it finds, the best first.
struct PaletteSheet {
  private let entries: [PaletteEntry]
  private var field = TextField(limit: 80)
  private var list: PickList
  private var findings: [PaletteQuery.Finding]
  private var box = Rect(x: 0, y: 0, width: 0, height: 0)
  private var rows = Rect(x: 0, y: 0, width: 0, height: 0)

  init(_ entries: [PaletteEntry]) {
    self.entries = entries
    findings = PaletteQuery("").run(on: entries)
    list = PickList(count: findings.count)
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) -> SessionSheet.Answer {
    switch event {
    case .key(let key): return press(key, context)
    case .paste(let text):
      field.paste(text)
      find()
    case .mouse(let mouse): return point(mouse, context)
    default: break
    }
    return .stay
  }

  private mutating func press(_ key: Key, _ context: TutorContext) -> SessionSheet.Answer {
    switch key {
    case .escape, .control("c"): return .close
    case .enter: return choose(context)
    case .control("f"): return .go(.search(SearchPlace(text: field.text)))
    case .tab, .control("n"): list.move(by: 1)
    case .backTab, .control("p"): list.move(by: -1)
    default:
      if list.handle(key) { return .stay }
      let before = field.text
      _ = field.handle(key)
      if field.text != before { find() }
    }
    return .stay
  }

  /// The wheel moves, a click does what stands there; outside it does nothing.
  private mutating func point(_ mouse: MouseEvent, _ context: TutorContext) -> SessionSheet.Answer {
    guard box.contains(mouse.position) else { return .stay }
    switch mouse.action {
    case .wheelUp: list.move(by: -1)
    case .wheelDown: list.move(by: 1)
    case .press:
      guard rows.contains(mouse.position), list.select(row: mouse.position.y - rows.y) else { return .stay }
      return choose(context)
    default: break
    }
    return .stay
  }

  private func choose(_ context: TutorContext) -> SessionSheet.Answer {
    guard findings.indices.contains(list.selected) else { return .stay }
    switch findings[list.selected].entry.action {
    case .perform(let command): return .perform(command)
    case .go(let place): return .go(place)
    case .openDemo(let id): return .openDemo(id)
    case .choose(let field, let value): return .choose(field, value)
    case .explain(let entry): return .explain(entry)
    case .refuse(let reason):
      context.notice = context.words(reason)
      return .stay
    }
  }

  private mutating func find() {
    findings = PaletteQuery(field.text).run(on: entries)
    list = PickList(count: findings.count)
  }

  // MARK: Drawing

  /// Returns where text is being typed.
  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    let theme = context.theme
    let height = min(area.height, max(6, min(20, area.height - 4)))
    box = area.centred(Size(width: min(76, area.width), height: height))
    surface.fill(box, style: theme.text)
    let footer = context.words("palette.footer")
    let inside = Frame(title: context.words("palette.title"), footer: footer, isFocused: true)
      .draw(on: &surface, in: box, theme: theme).inset(x: 1)
    let (line, below) = inside.splitTop(1)
    rows = below.splitTop(1).rest
    drawCount(on: &surface, in: below.splitTop(1).top, context)
    if findings.isEmpty { drawNothing(on: &surface, context) }
    for row in list.window(height: rows.height) {
      let place = Rect(x: rows.x, y: rows.y + row - list.top, width: rows.width, height: 1)
      PaletteRow(finding: findings[row], isSelected: row == list.selected, context: context)
        .draw(on: &surface, in: place)
    }
    list.drawMark(on: &surface, in: rows, theme)
    return PromptLine(label: context.words("palette.prompt"), field: field).draw(on: &surface, in: line, theme: theme)
  }

  private func drawCount(on surface: inout Surface, in line: Rect, _ context: TutorContext) {
    guard !findings.isEmpty else { return }
    let count = context.words("palette.count", ["count": String(findings.count), "all": String(entries.count)])
    surface.write(count, x: line.x, y: line.y, style: context.theme.dim, clip: line)
  }

  private func drawNothing(on surface: inout Surface, _ context: TutorContext) {
    let words = context.words("palette.none", ["text": field.text])
    let lines = StyledText(words, context.theme.warning).wrapped(to: max(1, rows.width))
    for (row, line) in lines.prefix(rows.height).enumerated() {
      line.draw(on: &surface, x: rows.x, y: rows.y + row, columns: rows.width, clip: rows)
    }
  }
}
