import Terminal

/// A braille character (U+2800 to U+28FF) as the middles of its dots in a cell of 8 by 16.
enum BrailleGlyph {
  /// Row by row, so that each dot is a short way from the one before; nil for other characters.
  static func dots(_ scalar: UInt32) -> [Point]? {
    guard (0x2800...0x28FF).contains(scalar) else { return nil }
    return order.filter { scalar & $0.bit != 0 }.map(\.place)
  }

  private static let order: [(bit: UInt32, place: Point)] = [
    (0x01, Point(x: 2, y: 2)), (0x08, Point(x: 6, y: 2)), (0x02, Point(x: 2, y: 6)), (0x10, Point(x: 6, y: 6)),
    (0x04, Point(x: 2, y: 10)), (0x20, Point(x: 6, y: 10)), (0x40, Point(x: 2, y: 14)), (0x80, Point(x: 6, y: 14)),
  ]
}
