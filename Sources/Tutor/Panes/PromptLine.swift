import Terminal
import Widgets

/// A label and the text field after it, in one row.
struct PromptLine {
  let label: String
  let field: TextField

  /// Returns where the cursor belongs.
  func draw(on surface: inout Surface, in line: Rect, theme: Theme) -> Point? {
    surface.fill(line)
    let taken = surface.write(label, x: line.x, y: line.y, style: theme.accent, clip: line)
    let rest = line.splitLeft(min(taken, max(0, line.width - 8))).rest
    field.draw(on: &surface, in: rest, theme: theme)
    return field.cursorPoint(in: rest)
  }
}
