import Terminal

/// Lines along rows and columns that join where they meet, as box characters.
struct BoxLines {
  private let size: Size
  /// Bits: 1 up, 2 right, 4 down, 8 left.
  private var arms: [UInt8]

  init(_ size: Size) {
    self.size = size
    arms = Array(repeating: 0, count: size.width * size.height)
  }

  /// A line through corners; each piece must run along a row or a column.
  mutating func add(_ corners: [Point]) {
    for (start, end) in zip(corners, corners.dropFirst()) {
      precondition(start.x == end.x || start.y == end.y, "BoxLines: a slanted piece from \(start) to \(end)")
      if start.y == end.y {
        for x in min(start.x, end.x)..<max(start.x, end.x) {
          join(Point(x: x, y: start.y), 2, Point(x: x + 1, y: start.y), 8)
        }
      } else {
        for y in min(start.y, end.y)..<max(start.y, end.y) {
          join(Point(x: start.x, y: y), 4, Point(x: start.x, y: y + 1), 1)
        }
      }
    }
  }

  func draw(on surface: inout Surface, offset: Point, clip: Rect, style: Style, tier: GlyphTier) {
    for y in 0..<size.height {
      for x in 0..<size.width where arms[y * size.width + x] != 0 {
        let place = Point(x: x + offset.x, y: y + offset.y)
        guard clip.contains(place) else { continue }
        surface.put(Self.glyph(arms[y * size.width + x], tier), x: place.x, y: place.y, style: style)
      }
    }
  }

  private mutating func join(_ a: Point, _ armA: UInt8, _ b: Point, _ armB: UInt8) {
    set(a, armA)
    set(b, armB)
  }

  private mutating func set(_ point: Point, _ arm: UInt8) {
    guard point.x >= 0, point.y >= 0, point.x < size.width, point.y < size.height else { return }
    arms[point.y * size.width + point.x] |= arm
  }

  private static func glyph(_ arms: UInt8, _ tier: GlyphTier) -> Unicode.Scalar {
    let unicode: [Unicode.Scalar] = ["·", "│", "─", "└", "│", "│", "┌", "├", "─", "┘", "─", "┴", "┐", "┤", "┬", "┼"]
    let ascii: [Unicode.Scalar] = [" ", "|", "-", "+", "|", "|", "+", "+", "-", "+", "-", "+", "+", "+", "+", "+"]
    return (tier == .unicode ? unicode : ascii)[Int(arms)]
  }
}
