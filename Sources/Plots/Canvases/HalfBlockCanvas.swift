import Terminal

/// One by two dots a cell, each with a colour of its own: the foregrounds of the dots' styles, shown by half blocks.
public struct HalfBlockCanvas: Canvas {
  public static let dotsPerCell = Size(width: 1, height: 2)
  public let cells: Size
  private var colors: [Color?]

  public init(_ cells: Size) {
    self.cells = cells
    colors = Array(repeating: nil, count: cells.width * cells.height * 2)
  }

  public mutating func dot(x: Int, y: Int, style: Style) {
    guard x >= 0, y >= 0, x < cells.width, y < cells.height * 2 else { return }
    colors[y * cells.width + x] = style.foreground
  }

  public func cell(column: Int, row: Int) -> Cell? {
    let upper = colors[2 * row * cells.width + column]
    let lower = colors[(2 * row + 1) * cells.width + column]
    switch (upper, lower) {
    case (nil, nil): return nil
    // A blank on a background costs fewer bytes than a half block with two equal colours.
    case (let upper?, let lower?) where upper == lower && upper != .standard:
      return Cell(scalar: 0x20, style: Style(.standard, on: upper))
    case (let upper?, let lower?): return Cell(scalar: 0x2580, style: Style(upper, on: lower))
    case (let upper?, nil): return Cell(scalar: 0x2580, style: Style(upper))
    case (nil, let lower?): return Cell(scalar: 0x2584, style: Style(lower))
    }
  }
}
