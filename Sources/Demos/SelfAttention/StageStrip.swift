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

  /// As many stages as fit, the current one among them.
  private func drawStages(on surface: inout Surface, in area: Rect, _ context: DrawContext) {
    let names = AttentionStage.allCases.map {
      $0 == stage ? "[\($0.name[context.language])]" : $0.name[context.language]
    }
    let widths = names.map { TextWidth.of($0) + 1 }
    var first = 0
    while first < stage.rawValue,
      widths[first...stage.rawValue].reduce(0, +) + 2 > area.width
        || (first > 0 ? false : widths.reduce(0, +) > area.width && stage.rawValue > 4)
    { first += 1 }
    var x = area.x
    for index in first..<names.count where x + widths[index] - 1 <= area.maxX {
      let isDone = index < stage.rawValue
      let style = index == stage.rawValue ? context.theme.accent : isDone ? context.theme.text : context.theme.dim
      x += surface.write(names[index], x: x, y: area.y, style: style, clip: area) + 1
    }
  }
}
