import Terminal
import Widgets
import Wording

/// The settings: a row each, changed at once, and every change can be taken back.
struct SettingsScreen: Screen {
  private struct Change {
    let field: PreferenceField
    let before: String
  }

  private let fields = PreferenceField.allCases
  private var list = PickList(count: PreferenceField.allCases.count)
  private var changes: [Change] = []
  private var shown = Rect(x: 0, y: 0, width: 0, height: 0)

  func keys(_ context: TutorContext) -> KeyTable {
    changes.isEmpty ? KeyTable.settingsPage.without(.undo) : .settingsPage
  }

  func place(_ context: TutorContext) -> TutorPlace? { .settings }

  func show(_ place: TutorPlace, _ context: TutorContext) -> Bool { place == .settings }

  func takesLooseKeys(_ context: TutorContext) -> Bool { false }

  mutating func perform(_ command: Command, _ context: TutorContext) -> Navigation {
    switch command {
    case .up: list.move(by: -1)
    case .down: list.move(by: 1)
    case .top, .pageUp: list.move(by: -fields.count)
    case .bottom, .pageDown: list.move(by: fields.count)
    case .right: turn(by: 1, context)
    case .left: turn(by: -1, context)
    case .reset: set(field.offered[0], context)
    case .undo: undo(context)
    case .back: return .back
    default: break
    }
    return .stay
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) -> Navigation {
    guard case .mouse(let mouse) = event else { return .stay }
    switch mouse.action {
    case .wheelUp: list.move(by: -1)
    case .wheelDown: list.move(by: 1)
    case .press where shown.contains(mouse.position):
      let before = list.selected
      if list.select(row: mouse.position.y - shown.y), list.selected == before { turn(by: 1, context) }
    default: break
    }
    return .stay
  }

  func status(_ context: TutorContext) -> String { context.words("settings.title") }

  // MARK: Changing

  private var field: PreferenceField { fields[list.selected] }

  private mutating func turn(by places: Int, _ context: TutorContext) {
    let values = field.offered
    // A value written by hand that is not offered stands before the first.
    let index = values.firstIndex(of: field.value(in: context.preferences.value)) ?? (places > 0 ? -1 : 0)
    set(values[(index + places + values.count) % values.count], context)
  }

  private mutating func set(_ value: String, _ context: TutorContext) {
    let before = field.value(in: context.preferences.value)
    guard value != before else { return context.sayChosen(field) }
    changes.append(Change(field: field, before: before))
    choose(value, of: field, context)
  }

  private mutating func undo(_ context: TutorContext) {
    guard let change = changes.popLast() else { return }
    list = PickList(count: fields.count, selected: fields.firstIndex(of: change.field) ?? 0)
    choose(change.before, of: change.field, context)
  }

  private func choose(_ value: String, of field: PreferenceField, _ context: TutorContext) {
    context.choose { _ = field.set(value, in: &$0) }
    context.sayChosen(field)
  }

  // MARK: Drawing

  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    let theme = context.theme
    let (head, body) = area.splitTop(2)
    surface.write(context.words("settings.title"), x: head.x + 1, y: head.y, style: theme.heading, clip: head)
    let (rows, below) = body.splitTop(min(fields.count, max(1, body.height - 3)))
    shown = rows.inset(x: 1)
    for row in list.window(height: shown.height) {
      drawRow(fields[row], at: shown.y + row - list.top, row == list.selected, on: &surface, context)
    }
    list.drawMark(on: &surface, in: shown, theme)
    drawExplanation(on: &surface, in: below.splitTop(1).rest.inset(x: 2), context)
    return nil
  }

  private func drawRow(
    _ field: PreferenceField, at y: Int, _ isSelected: Bool, on surface: inout Surface, _ context: TutorContext
  ) {
    let theme = context.theme
    let isPlain = theme.glyphs == .ascii
    let pointer = StyledText(isSelected ? (isPlain ? "> " : "❯ ") : "  ", theme.accent)
    let title = context.words("settings.\(field.rawValue)").padded(to: Self.titleWidth(context) + 2)
    let value = context.settingValue(field, field.value(in: context.preferences.value), context.language)
    let (open, close) = isPlain ? ("< ", " >") : ("‹ ", " ›")
    let text =
      pointer + StyledText(title, theme.text) + StyledText(open, theme.dim) + StyledText(value, theme.strong)
      + StyledText(close, theme.dim)
    text.truncated(to: shown.width - 1, glyphs: theme.glyphs)
      .draw(on: &surface, x: shown.x, y: y, columns: shown.width, clip: shown)
    if isSelected {
      let width = min(shown.width - 1, text.width)
      surface.select(Rect(x: shown.x, y: y, width: width, height: 1), theme)
    }
  }

  private static func titleWidth(_ context: TutorContext) -> Int {
    PreferenceField.allCases.map { TextWidth.of(context.words("settings.\($0.rawValue)")) }.max() ?? 0
  }

  /// What the selected setting does, when it holds, and where it is kept.
  private func drawExplanation(on surface: inout Surface, in rect: Rect, _ context: TutorContext) {
    var lines = StyledText(context.words("settings.\(field.rawValue).about"), context.theme.text)
      .wrapped(to: max(1, min(80, rect.width)))
    if field == .colors || field == .theme, context.traits.colors == .none {
      lines += StyledText(context.words("settings.no-colours"), context.theme.warning).wrapped(to: max(1, rect.width))
    }
    let file = context.preferences.path.map { context.words("settings.file", ["path": $0]) }
    lines +=
      [StyledText()]
      + StyledText(file ?? context.words("settings.no-file"), context.theme.dim)
      .wrapped(to: max(1, rect.width))
    for (row, line) in lines.prefix(rect.height).enumerated() {
      line.draw(on: &surface, x: rect.x, y: rect.y + row, columns: rect.width, clip: rect)
    }
  }
}
