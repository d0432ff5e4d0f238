import Terminal
import Widgets

/// The keys of a place, made from its key table.
struct HelpOverlay {
  private let table: KeyTable
  private var overlay = Overlay(title: "", text: [])

  init(table: KeyTable) { self.table = table }

  /// True where the key scrolled; any other key closes the help.
  mutating func handle(_ key: Key) -> Bool { overlay.handle(key) }

  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) {
    overlay.title = context.words("help.title")
    overlay.footer = context.words("help.close")
    overlay.text = lines(context)
    overlay.layOut(in: area.size)
    overlay.draw(on: &surface, in: area, theme: context.theme)
  }

  private func lines(_ context: TutorContext) -> [StyledLine] {
    let rows =
      table.extra.map { ($0.keys[context.language], $0.title[context.language]) }
      + table.bindings.map { ($0.label(context.theme.glyphs), context.words($0.words)) }
    let width = rows.map { TextWidth.of($0.0) }.max() ?? 0
    return rows.map { label, words in
      StyledText(label.padded(to: width + 2), context.theme.key) + StyledText(words, context.theme.text)
    }
  }
}

extension KeyTable {
  /// The keys of the moment for the status line, the most important first.
  func hints(_ context: TutorContext) -> [KeyHint] {
    bindings
      .filter { $0.hint != nil }
      .sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
      .map { KeyHint($0.label(context.theme.glyphs), context.words($0.words)) }
  }
}
