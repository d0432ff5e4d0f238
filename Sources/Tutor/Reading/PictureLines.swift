import Plots
import Terminal
import Widgets

/// A picture of a lesson as rows that scroll with the text.
enum PictureLines {
  /// At most `width` columns; larger pictures lose dots, evenly.
  static func of(_ picture: PictureFile, width: Int, theme: Theme) -> [StyledLine] {
    let columns = theme.colors >= .ansi256 && theme.glyphs == .unicode ? 1 : 2
    let rows = thinned(picture.rows, to: max(1, width / columns))
    let height = columns == 1 ? (rows.count + 1) / 2 : rows.count
    var surface = Surface(width: min(width, columns * (rows.first?.count ?? 0)), height: height)
    ImageChart(rows).draw(on: &surface, in: surface.bounds, theme: theme)
    return (0..<height).map { line(surface, $0) }
  }

  private static func thinned(_ rows: [[Double]], to width: Int) -> [[Double]] {
    let step = max(1, ((rows.first?.count ?? 0) + width - 1) / width)
    return stride(from: 0, to: rows.count, by: step).map { y in
      stride(from: 0, to: rows[y].count, by: step).map { rows[y][$0] }
    }
  }

  private static func line(_ surface: Surface, _ y: Int) -> StyledLine {
    (0..<surface.width).reduce(into: StyledText()) { line, x in
      let cell = surface[x, y]
      if !cell.isContinuation { line.append(cell.text, cell.style) }
    }
  }
}
