import Terminal
import Wording

/// The knobs in one line or two, the selected one marked, with its range, and kept in sight; marks at the ends where
/// there are more.
struct KnobStrip {
  let frame: PlayerFrame
  let isFocused: Bool

  /// The lines that the knobs of a card take: two on a high pane where not all fit into one, whatever their values, so
  /// that the picture stands still while they are turned.
  static func rows(_ card: DemoCard, _ size: Size) -> Int {
    guard size.height >= 20 else { return 1 }
    let width =
      Language.allCases.map { language in
        card.knobs.map { widest($0, language) + 3 }.reduce(rangeRoom, +)
      }.max() ?? 0
    return width > size.width ? 2 : 1
  }

  /// Columns for the range behind the selected knob: ` (0.0001..2)`.
  private static let rangeRoom = 12

  private static func widest(_ knob: Knob, _ language: Language) -> Int {
    let title = TextWidth.of(knob.title[language])
    guard case .choice(let choices) = knob.range else { return title + 1 + 5 }
    return title + 2 + (choices.map { TextWidth.of($0.title[language]) }.max() ?? 0)
  }

  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard !frame.card.knobs.isEmpty, !rect.isEmpty else { return }
    let texts = texts(theme)
    let rows = KnobRows(texts.map { TextWidth.of($0) }, selected: selected, in: rect.size)
    for place in rows.places {
      let clip = Rect(x: rect.x + place.x, y: rect.y + place.row, width: place.width, height: 1)
      let text = texts[place.knob].truncated(to: place.width, glyphs: theme.glyphs)
      surface.write(text, x: clip.x, y: clip.y, style: style(place.knob == selected, theme), clip: clip)
    }
    let isPlain = theme.glyphs == .ascii
    if rows.hidesBefore { surface.put(isPlain ? "<" : "‹", x: rect.x, y: rect.y, style: theme.dim) }
    if rows.hidesAfter { surface.put(isPlain ? ">" : "›", x: rect.maxX - 1, y: rect.maxY - 1, style: theme.dim) }
  }

  /// The knob under a point of the rectangle that the strip is drawn in, by its place on the card.
  func knob(at point: Point, in rect: Rect, theme: Theme) -> Int? {
    guard !frame.card.knobs.isEmpty, rect.contains(point) else { return nil }
    let rows = KnobRows(texts(theme).map { TextWidth.of($0) }, selected: selected, in: rect.size)
    return rows.places.first { place in
      point.y == rect.y + place.row && (rect.x + place.x..<rect.x + place.x + place.width).contains(point.x)
    }?.knob
  }

  private var selected: Int { min(max(frame.selectedKnob, 0), frame.card.knobs.count - 1) }

  private func texts(_ theme: Theme) -> [String] {
    frame.card.knobs.indices.map { text(frame.card.knobs[$0], isSelected: $0 == selected, theme) }
  }

  private func text(_ knob: Knob, isSelected: Bool, _ theme: Theme) -> String {
    let value = frame.settings[knob.id] ?? knob.defaultValue
    let text = knob.title[frame.language] + sign(knob) + knob.text(value, frame.language)
    let plain = NarrationText.plain(text, theme.glyphs)
    return isSelected ? "[" + plain + range(knob, theme) + "]" : " " + plain + " "
  }

  /// A colon before a choice, whose name might run into the title.
  private func sign(_ knob: Knob) -> String {
    if case .choice = knob.range { return frame.language == .en ? ": " : "：" }
    return " "
  }

  private func range(_ knob: Knob, _ theme: Theme) -> String {
    switch knob.range {
    case .choice(let choices): " (\(place(knob, choices))/\(choices.count))"
    case .linear(let range, _), .logarithmic(let range, _):
      " (\(NumberText.short(range.lowerBound))..\(NumberText.short(range.upperBound)))"
    }
  }

  private func place(_ knob: Knob, _ choices: [Choice]) -> Int {
    guard case .choice(let id)? = frame.settings[knob.id] else { return 1 }
    return (choices.firstIndex { $0.id == id } ?? 0) + 1
  }

  private func style(_ isSelected: Bool, _ theme: Theme) -> Style {
    isSelected ? (isFocused ? theme.selection : theme.strong) : theme.text
  }
}
