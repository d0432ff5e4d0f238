import Terminal
import Widgets

/// A quiet page in the middle of the screen: a title, some lines, choices of which one is marked, and what the keys do.
struct FirstStartPage {
  let title: String
  let hint: String
  var lines: [String] = []
  /// The line written strongly; nil for none.
  var strong: Int?
  /// The line where colour samples stand; nil for none.
  var samples: Int?
  var choices: [String] = []
  var chosen = 0

  func draw(on surface: inout Surface, in area: Rect, _ theme: Theme) {
    let width = min(64, area.width - 4)
    let texts = lines.enumerated().map { StyledText($1, $0 == strong ? theme.strong : theme.text).wrapped(to: width) }
    let list = ListView(choices.map { ListRow($0) }, selected: chosen, wraps: true)
    let choiceRows = choices.reduce(0) { $0 + StyledText($1).wrapped(to: max(1, width - 3)).count }
    let rows = 2 + texts.reduce(0) { $0 + max(1, $1.count) } + (choices.isEmpty ? 0 : choiceRows + 1) + 2
    let page = area.centred(Size(width: width, height: rows))
    var y = page.y
    surface.write(title.truncated(to: width, glyphs: theme.glyphs), x: page.x, y: y, style: theme.heading, clip: page)
    y += 2
    for (index, text) in texts.enumerated() {
      if index == samples { drawSamples(on: &surface, x: page.x, y: y, theme) }
      for line in text { y = draw(line, on: &surface, x: page.x, y: y, page) }
      if text.isEmpty { y += 1 }
    }
    if !choices.isEmpty {
      list.draw(on: &surface, in: Rect(x: page.x, y: y + 1, width: width, height: page.maxY - y - 1), theme: theme)
    }
    let last = page.maxY - 1
    surface.write(plain(hint, theme).truncated(to: width, glyphs: theme.glyphs), x: page.x, y: last, style: theme.dim)
  }

  private func draw(_ line: StyledLine, on surface: inout Surface, x: Int, y: Int, _ page: Rect) -> Int {
    line.draw(on: &surface, x: x, y: y, columns: page.width, clip: page)
    return y + 1
  }

  /// The first four series, each with a glyph of its own.
  private func drawSamples(on surface: inout Surface, x: Int, y: Int, _ theme: Theme) {
    let marks = theme.glyphs == .unicode ? ["●", "◆", "▲", "■"] : ["o", "x", "+", "#"]
    for (index, mark) in marks.enumerated() {
      let text = String(repeating: mark, count: 4)
      surface.write(text, x: x + index * 7, y: y, style: theme.series(index))
    }
  }

  private func plain(_ text: String, _ theme: Theme) -> String {
    guard theme.glyphs == .ascii else { return text }
    return [("↑", "Up"), ("↓", "Down"), ("→", "Right"), ("·", "-")].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
