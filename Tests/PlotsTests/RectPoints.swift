import Terminal

extension Rect {
  /// Every cell of the rectangle.
  var points: [Point] { (y..<maxY).flatMap { y in (x..<maxX).map { Point(x: $0, y: y) } } }
}
