import Terminal

/// A block character (U+2580 to U+259F) as rectangles in a cell of 8 by 16.
struct BlockGlyph: Hashable {
  let parts: [Rect]
  /// How much of the ink is seen: less than 1 for the shades.
  let density: Double

  /// Nil for other characters.
  init?(_ scalar: UInt32) {
    density = [0x2591: 0.25, 0x2592: 0.5, 0x2593: 0.75][scalar] ?? 1
    switch scalar {
    case 0x2580: parts = [Self.rect(0, 0, 8, 8)]
    case 0x2581...0x2588:
      let rows = 2 * Int(scalar - 0x2580)
      parts = [Self.rect(0, 16 - rows, 8, rows)]
    case 0x2589...0x258F: parts = [Self.rect(0, 0, Int(0x2590 - scalar), 16)]
    case 0x2590: parts = [Self.rect(4, 0, 4, 16)]
    case 0x2591...0x2593: parts = [Self.rect(0, 0, 8, 16)]
    case 0x2594: parts = [Self.rect(0, 0, 8, 2)]
    case 0x2595: parts = [Self.rect(7, 0, 1, 16)]
    case 0x2596...0x259F: parts = Self.quadrants(scalar)
    default: return nil
    }
  }

  private static func quadrants(_ scalar: UInt32) -> [Rect] {
    // Upper left 1, upper right 2, lower left 4, lower right 8.
    let bits = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14][Int(scalar - 0x2596)]
    let all = [rect(0, 0, 4, 8), rect(4, 0, 4, 8), rect(0, 8, 4, 8), rect(4, 8, 4, 8)]
    return all.indices.filter { bits & (1 << $0) != 0 }.map { all[$0] }
  }

  private static func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Rect {
    Rect(x: x, y: y, width: width, height: height)
  }
}
