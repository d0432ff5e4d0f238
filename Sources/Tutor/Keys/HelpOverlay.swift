import Terminal
import Widgets

/// The keys of a place, made from its key table: those of the place first, then those of moving, then those of everywhere.
struct HelpOverlay {
  private let table: KeyTable
  private var overlay = Overlay(title: "", text: [])

  init(table: KeyTable) { self.table = table }

  /// True where the key scrolled; any other key closes the help.
  mutating func handle(_ key: Key) -> Bool { overlay.handle(key) }

  mutating func scroll(by rows: Int) { overlay.scroll(by: rows) }

  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) {
    overlay.title = context.words("help.title")
    overlay.text = lines(context)
    overlay.footer = context.words(overlay.text.count > area.height - 2 ? "help.close-more" : "help.close")
    overlay.layOut(in: area.size)
    overlay.draw(on: &surface, in: area, theme: context.theme)
  }

  private typealias Row = (label: String, words: String)

  private func lines(_ context: TutorContext) -> [StyledLine] {
    let groups = KeyGroup.allCases.map { ($0, rows($0, context)) }.filter { !$0.1.isEmpty }
    let width = groups.flatMap(\.1).map { TextWidth.of($0.label) }.max() ?? 0
    return Array(
      groups.map { group, rows in
        [StyledText(context.words("help.\(group.rawValue)"), context.theme.heading)]
          + rows.map { row in
            StyledText(row.label.padded(to: width + 2), context.theme.key) + StyledText(row.words, context.theme.text)
          }
      }.joined(separator: [StyledText()]))
  }

  private func rows(_ group: KeyGroup, _ context: TutorContext) -> [Row] {
    let own = group == .here ? table.extra.map { ($0.keys[context.language], $0.title[context.language]) } : []
    return own
      + table.bindings.filter { KeyGroup($0.command) == group }
      .map { ($0.label(context.theme.glyphs), context.words($0.words)) }
  }
}

/// The parts of a help.
enum KeyGroup: String, CaseIterable {
  case here, moving, everywhere

  init(_ command: Command) {
    switch command {
    case .up, .down, .left, .right, .pageUp, .pageDown, .top, .bottom, .nextPane, .previousPane: self = .moving
    case .help, .flipLanguage, .back, .quit, .repaint, .suspend, .palette, .searchAll, .settings, .historyBack,
      .historyForward:
      self = .everywhere
    default: self = .here
    }
  }
}
