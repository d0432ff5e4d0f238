import Terminal

/// A row of numbers to draw as a line.
public struct Series: Hashable, Sendable {
  public var name: String
  public var values: [Double]
  /// The x of each value; nil: `start`, `start + spacing`, ….
  public var xs: [Double]?
  public var start: Double
  public var spacing: Double
  /// Which glyph and colour it takes, 0 the first.
  public var look: Int
  /// Drawn faintly behind the others and not named: the run before.
  public var isGhost: Bool

  /// Values that follow each other at equal distances.
  public init(
    _ name: String, _ values: [Double], start: Double = 0, spacing: Double = 1, look: Int, isGhost: Bool = false
  ) {
    self.name = name
    self.values = values
    self.xs = nil
    self.start = start
    self.spacing = spacing
    self.look = look
    self.isGhost = isGhost
  }

  /// Values at places of their own. Traps unless both are as many.
  public init(_ name: String, xs: [Double], values: [Double], look: Int, isGhost: Bool = false) {
    precondition(xs.count == values.count, "Series: \(xs.count) places, \(values.count) values")
    self.init(name, values, look: look, isGhost: isGhost)
    self.xs = xs
  }

  public func x(_ index: Int) -> Double { xs?[index] ?? start + Double(index) * spacing }

  func style(_ theme: Theme) -> Style { isGhost ? Self.faint(theme) : theme.series(look) }

  /// The style of what stands behind: the run before, values behind their running mean.
  static func faint(_ theme: Theme) -> Style { theme.dim.adding(theme.colors == .none ? [] : .dim) }

  /// Joins neighbouring values on a canvas that covers the plot; a ghost is dotted, a value without a place a gap.
  func trace(on canvas: inout some Canvas, _ axes: Axes, style: Style) {
    var last: Point?
    for index in values.indices {
      guard let point = axes.dot(x(index), values[index], canvas.dots) else {
        last = nil
        continue
      }
      if isGhost {
        if last.map({ abs($0.x - point.x) >= 3 || abs($0.y - point.y) >= 3 }) ?? true {
          canvas.dot(x: point.x, y: point.y, style: style)
          last = point
        }
        continue
      }
      if last == nil { canvas.dot(x: point.x, y: point.y, style: style) }
      if let last, last != point { canvas.line(from: last, to: point, style: style) }
      last = point
    }
  }
}
