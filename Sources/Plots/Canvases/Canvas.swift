import Terminal

/// A picture made of dots finer than a cell, each cell with one style (two colours in `HalfBlockCanvas`).
///
/// Dots count from the top left corner. Whatever lies outside is left out, so a line may start or end anywhere.
public protocol Canvas: Sendable {
  /// Dots in a cell, across and down.
  static var dotsPerCell: Size { get }

  /// An empty canvas of so many cells.
  init(_ cells: Size)

  var cells: Size { get }

  /// Sets one dot; the cell takes the style of the last dot set in it.
  mutating func dot(x: Int, y: Int, style: Style)

  /// What a cell shows; nil where no dot was set.
  func cell(column: Int, row: Int) -> Cell?
}

extension Canvas {
  /// The size in dots.
  public var dots: Size {
    Size(width: cells.width * Self.dotsPerCell.width, height: cells.height * Self.dotsPerCell.height)
  }

  /// A straight line between two dots, both included. Bresenham (1965).
  public mutating func line(from start: Point, to end: Point, style: Style) {
    guard let (start, end) = DotLine.clipped(from: start, to: end, to: dots) else { return }
    for point in DotLine(from: start, to: end) { dot(x: point.x, y: point.y, style: style) }
  }

  /// Lines from each point to the next; a point alone is a dot.
  public mutating func polyline(_ points: some Collection<Point>, style: Style) {
    guard var last = points.first else { return }
    if points.count == 1 { dot(x: last.x, y: last.y, style: style) }
    for point in points.dropFirst() {
      line(from: last, to: point, style: style)
      last = point
    }
  }

  /// Copies the cells in which a dot was set; the others stay as they are.
  public func draw(on surface: inout Surface, x: Int, y: Int) {
    for row in 0..<cells.height {
      for column in 0..<cells.width {
        guard let cell = cell(column: column, row: row), let scalar = Unicode.Scalar(cell.scalar) else { continue }
        surface.put(scalar, x: x + column, y: y + row, style: cell.style)
      }
    }
  }
}
