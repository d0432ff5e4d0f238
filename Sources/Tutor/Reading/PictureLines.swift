import Plots
import Terminal
import Widgets

/// A picture of a lesson as rows that scroll with the text.
enum PictureLines {
  /// At most `width` columns; a column a dot at most, so that small pictures stay small.
  static func of(_ picture: PictureFile, width: Int, theme: Theme) -> [StyledLine] {
    let dots = picture.rows.first?.count ?? 0
    guard dots > 0, width > 0 else { return [] }
    let columns = min(width, dots)
    let height = max(1, (picture.rows.count * columns + 2 * dots - 1) / (2 * dots))
    var surface = Surface(width: columns, height: height)
    let pixels = Picture(greys: picture.rows.flatMap { $0.map { Float($0) } }, width: dots)
    PictureChart(pixels).draw(on: &surface, in: surface.bounds, theme: theme)
    return (0..<height).map { line(surface, $0) }
  }

  private static func line(_ surface: Surface, _ y: Int) -> StyledLine {
    (0..<surface.width).reduce(into: StyledText()) { line, x in
      let cell = surface[x, y]
      if !cell.isContinuation { line.append(cell.text, cell.style) }
    }
  }
}
