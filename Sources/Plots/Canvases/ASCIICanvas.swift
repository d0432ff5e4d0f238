import Terminal

/// One by two dots a cell, as `'`, `.` and `:`: for terminals without braille.
public struct ASCIICanvas: Canvas {
  public static let dotsPerCell = Size(width: 1, height: 2)
  public let cells: Size
  private var patterns: [UInt8]
  private var styles: [Style]

  public init(_ cells: Size) {
    self.cells = cells
    patterns = Array(repeating: 0, count: cells.width * cells.height)
    styles = Array(repeating: .plain, count: patterns.count)
  }

  public mutating func dot(x: Int, y: Int, style: Style) {
    guard x >= 0, y >= 0, x < cells.width, y < cells.height * 2 else { return }
    let index = y / 2 * cells.width + x
    patterns[index] |= 1 << UInt8(y % 2)
    styles[index] = style
  }

  public func cell(column: Int, row: Int) -> Cell? {
    let index = row * cells.width + column
    let glyph: Unicode.Scalar
    switch patterns[index] {
    case 1: glyph = "'"
    case 2: glyph = "."
    case 3: glyph = ":"
    default: return nil
    }
    return Cell(scalar: glyph.value, style: styles[index])
  }
}
