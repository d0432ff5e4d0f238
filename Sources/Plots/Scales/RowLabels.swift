import Terminal

/// Names in a column to the left of a chart's rows; gone below 20 columns.
struct RowLabels {
  private let names: [String]
  private let area: Rect
  /// What is left for the rows.
  let rest: Rect

  /// The column takes at most a third of the area.
  init(_ names: [String], in area: Rect) {
    self.names = names
    let widest = names.map { TextWidth.of($0) }.max() ?? 0
    let width = area.width >= 20 && widest > 0 ? min(widest, area.width / 3) + 1 : 0
    (self.area, rest) = area.splitLeft(width)
  }

  /// Draws a name, cut where it is too long.
  func draw(_ index: Int, row: Int, style: Style, on surface: inout Surface, theme: Theme) {
    guard area.width > 1, names.indices.contains(index), row >= area.y, row < area.maxY else { return }
    let name = names[index].truncated(to: area.width - 1, glyphs: theme.glyphs)
    surface.write(name, x: area.x, y: row, style: style, clip: area)
  }
}
