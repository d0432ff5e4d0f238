import Terminal

/// Two by four dots a cell, as braille patterns (U+2800 to U+28FF).
public struct BrailleCanvas: Canvas {
  public static let dotsPerCell = Size(width: 2, height: 4)
  public let cells: Size
  private var patterns: [UInt8]
  private var styles: [Style]

  public init(_ cells: Size) {
    self.cells = cells
    patterns = Array(repeating: 0, count: cells.width * cells.height)
    styles = Array(repeating: .plain, count: patterns.count)
  }

  public mutating func dot(x: Int, y: Int, style: Style) {
    guard x >= 0, y >= 0, x < cells.width * 2, y < cells.height * 4 else { return }
    let index = y / 4 * cells.width + x / 2
    patterns[index] |= Self.bit(x: x % 2, y: y % 4)
    styles[index] = style
  }

  public func cell(column: Int, row: Int) -> Cell? {
    let index = row * cells.width + column
    guard patterns[index] != 0 else { return nil }
    return Cell(scalar: 0x2800 + UInt32(patterns[index]), style: styles[index])
  }

  /// The pattern's bit for a dot: the first three rows count down the left column, then the right; the fourth row came
  /// later into the standard and holds the two highest bits.
  private static func bit(x: Int, y: Int) -> UInt8 {
    y == 3 ? 0x40 << UInt8(x) : 1 << UInt8(y + 3 * x)
  }
}
