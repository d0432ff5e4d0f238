import Terminal
import Wording

/// The stages in a row, the current one marked, and below it its formula and the head.
struct StageStrip {
  let stage: AttentionStage
  let head: String

  func draw(on surface: inout Surface, in area: Rect, _ context: DrawContext) {
    guard !area.isEmpty else { return }
    drawStages(on: &surface, in: area, context)
    guard area.height >= 2 else { return }
    let theme = context.theme
    let taken = surface.write(
      stage.formula.truncated(to: area.width, glyphs: theme.glyphs), x: area.x, y: area.y + 1, style: theme.math,
      clip: area)
    let right = headText(context.language)
    let width = TextWidth.of(right)
    guard stage != .embeddings, stage != .output, taken + 2 + width <= area.width else { return }
    surface.write(right, x: area.maxX - width, y: area.y + 1, style: theme.dim, clip: area)
  }

  private func headText(_ language: Language) -> String {
    let isAll = head == "all"
    return Bilingual(en: isAll ? "all heads" : "head \(head)", zh: isAll ? "所有头" : "头 \(head)")[language]
  }

  /// As many stages as fit, the current one and the next among them; marks where there are more.
  private func drawStages(on surface: inout Surface, in area: Rect, _ context: DrawContext) {
    let names = AttentionStage.allCases.map {
      $0 == stage ? "[\($0.name[context.language])]" : $0.name[context.language]
    }
    let widths = names.map { TextWidth.of($0) + 1 }
    let shown = shown(widths, columns: area.width)
    let isPlain = context.theme.glyphs == .ascii
    var x = area.x
    if shown.lowerBound > 0 {
      x += surface.write(isPlain ? "< " : "‹ ", x: x, y: area.y, style: context.theme.dim, clip: area)
    }
    for index in shown {
      let isDone = index < stage.rawValue
      let style = index == stage.rawValue ? context.theme.accent : isDone ? context.theme.text : context.theme.dim
      x += surface.write(names[index], x: x, y: area.y, style: style, clip: area) + 1
    }
    if shown.upperBound < names.count {
      surface.write(isPlain ? ">" : "›", x: x, y: area.y, style: context.theme.dim, clip: area)
    }
  }

  /// From the first stage on where the current one and the next then fit, else from the nearest one before it.
  private func shown(_ widths: [Int], columns: Int) -> Range<Int> {
    let last = min(widths.count - 1, stage.rawValue + 1)
    func width(_ range: Range<Int>) -> Int {
      widths[range].reduce(-1, +) + (range.lowerBound > 0 ? 2 : 0) + (range.upperBound < widths.count ? 2 : 0)
    }
    var first = 0
    while first < stage.rawValue, width(first..<(last + 1)) > columns { first += 1 }
    var end = stage.rawValue + 1
    while end < widths.count, width(first..<(end + 1)) <= columns { end += 1 }
    return first..<end
  }
}
