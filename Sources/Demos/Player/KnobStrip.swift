import Terminal
import Wording

/// The knobs in one line, the selected one marked and kept in sight, with its range where there is room.
struct KnobStrip {
  let frame: PlayerFrame
  let isFocused: Bool

  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let knobs = frame.card.knobs
    guard !knobs.isEmpty, !rect.isEmpty else { return }
    let selected = min(max(frame.selectedKnob, 0), knobs.count - 1)
    let texts = knobs.indices.map { text(knobs[$0], isSelected: $0 == selected, theme) }
    var x = rect.x
    for index in first(texts, selected: selected, columns: rect.width)..<texts.count {
      let room = rect.maxX - x
      guard room > 0 else { return }
      let text = texts[index].truncated(to: room, glyphs: theme.glyphs)
      x += surface.write(text, x: x, y: rect.y, style: style(index == selected, theme), clip: rect) + 1
    }
  }

  /// The first knob to show, so that the selected one is seen whole where it can be.
  private func first(_ texts: [String], selected: Int, columns: Int) -> Int {
    var first = selected
    var width = TextWidth.of(texts[selected])
    while first > 0, width + 1 + TextWidth.of(texts[first - 1]) <= columns {
      first -= 1
      width += 1 + TextWidth.of(texts[first])
    }
    return first
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
