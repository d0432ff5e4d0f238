import Terminal

/// The dots of a straight line, one after the other. Bresenham (1965), "Algorithm for computer control of a digital
/// plotter".
struct DotLine: Sequence, IteratorProtocol {
  private var current: Point
  private let end: Point
  private let dx: Int
  private let dy: Int
  private var error: Int
  private var isDone = false

  init(from start: Point, to end: Point) {
    current = start
    self.end = end
    dx = abs(end.x - start.x)
    dy = -abs(end.y - start.y)
    error = dx + dy
  }

  mutating func next() -> Point? {
    guard !isDone else { return nil }
    let point = current
    isDone = current == end
    let doubled = 2 * error
    if doubled >= dy {
      error += dy
      current.x += current.x < end.x ? 1 : -1
    }
    if doubled <= dx {
      error += dx
      current.y += current.y < end.y ? 1 : -1
    }
    return point
  }

  /// The part of a line inside a canvas of `size` dots; nil when none is. Liang and Barsky (1984).
  static func clipped(from start: Point, to end: Point, to size: Size) -> (Point, Point)? {
    let inside = { (p: Point) in p.x >= 0 && p.y >= 0 && p.x < size.width && p.y < size.height }
    if inside(start) && inside(end) { return (start, end) }
    let (dx, dy) = (Double(end.x) - Double(start.x), Double(end.y) - Double(start.y))
    let sides = [
      (-dx, Double(start.x)), (dx, Double(size.width - 1) - Double(start.x)),
      (-dy, Double(start.y)), (dy, Double(size.height - 1) - Double(start.y)),
    ]
    var (first, last) = (0.0, 1.0)
    for (slope, room) in sides {
      if slope == 0 && room < 0 { return nil }
      if slope < 0 { first = Swift.max(first, room / slope) }
      if slope > 0 { last = Swift.min(last, room / slope) }
    }
    guard first <= last else { return nil }
    let at = { (t: Double) in
      Point(x: start.x + Int((t * dx).rounded()), y: start.y + Int((t * dy).rounded()))
    }
    let ends = (at(first), at(last))
    return inside(ends.0) && inside(ends.1) ? ends : nil
  }
}
