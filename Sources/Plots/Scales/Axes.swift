import Terminal

/// One axis of a chart: its scale and what it measures.
public struct Axis: Hashable, Sendable {
  public var scale: Scale
  /// What is measured, with its unit in brackets: `loss`, `time (s)`. May be empty.
  public var title: String

  public init(_ scale: Scale, title: String = "") {
    self.scale = scale
    self.title = title
  }

  /// The axis with the same middle and a span of so much.
  func spanning(_ span: Double) -> Axis {
    let middle = scale.lower / 2 + scale.upper / 2
    return Axis(Scale(scale.kind, from: middle - span / 2, to: middle + span / 2), title: title)
  }
}

/// The place of a chart's dots inside its rectangle, and the two axes around it.
///
/// Below 20 columns or 5 rows the axes are left out and the dots take everything.
struct Axes {
  let x: Axis
  let y: Axis
  let plot: Rect
  private let area: Rect
  private let yTicks: [Tick]
  private let hasTitleRow: Bool

  init(x: Axis, y: Axis, in area: Rect) {
    self.x = x
    self.y = y
    self.area = area
    guard area.width >= 20, area.height >= 5 else {
      (plot, yTicks, hasTitleRow) = (area, [], false)
      return
    }
    hasTitleRow = !y.title.isEmpty && area.height >= 8
    let rows = area.height - 2 - (hasTitleRow ? 1 : 0)
    yTicks = y.scale.ticks(atMost: max(3, (rows + 1) / (y.scale.kind == .log10 ? 2 : 3)))
    let widest = yTicks.map { TextWidth.of($0.label) }.max() ?? 0
    // Room for longer labels too, so that the frame stands still while the values change.
    let labels = min(
      area.width / 3, max(widest, area.width >= (y.scale.kind == .log10 ? 30 : 48) ? Self.usualLabel : 0))
    plot = Rect(
      x: area.x + labels + 1, y: area.y + (hasTitleRow ? 1 : 0), width: area.width - labels - 1, height: rows)
  }

  /// The columns that the labels of most scales fit into: `0.001`, `-1e-6`.
  private static let usualLabel = 5

  /// Axes on which a unit is as long down as across, a cell being twice as high as wide: of one of them more is shown
  /// than its scale asks for, on both sides alike.
  static func withEqualUnits(x: Axis, y: Axis, in area: Rect) -> Axes {
    let plot = Axes(x: x, y: y, in: area).plot
    let (width, height) = (Double(max(1, plot.width)), Double(2 * max(1, plot.height)))
    let unit = max((x.scale.upper - x.scale.lower) / width, (y.scale.upper - y.scale.lower) / height)
    return Axes(x: x.spanning(unit * width), y: y.spanning(unit * height), in: area)
  }

  /// Whether there is room for the dots alone.
  var isBare: Bool { plot == area }

  private var bottom: BottomAxis { BottomAxis(x, plot: plot, area: area) }

  /// The column of a value of x; nil where it has none on the scale.
  func column(_ value: Double) -> Int? {
    guard let f = x.scale.fraction(of: value), f >= -0.001, f <= 1.001, plot.width > 0 else { return nil }
    return plot.x + min(plot.width - 1, max(0, Int((f * Double(plot.width - 1)).rounded())))
  }

  /// The row of a value of y; nil where it has none on the scale.
  func row(_ value: Double) -> Int? {
    guard let f = y.scale.fraction(of: value), f >= -0.001, f <= 1.001, plot.height > 0 else { return nil }
    return plot.y + min(plot.height - 1, max(0, Int(((1 - f) * Double(plot.height - 1)).rounded())))
  }

  /// The dot of a point on a canvas that covers the plot; nil where it has no place, kept near where it lies far outside.
  func dot(_ px: Double, _ py: Double, _ dots: Size) -> Point? {
    guard let fx = x.scale.fraction(of: px), let fy = y.scale.fraction(of: py) else { return nil }
    let place = { (f: Double, n: Int) in Int((max(-100, min(101, f)) * Double(n - 1)).rounded()) }
    return Point(x: place(fx, dots.width), y: place(1 - fy, dots.height))
  }

  func draw(on surface: inout Surface, theme: Theme) {
    guard !isBare else { return }
    let line = AxisGlyphs(theme.glyphs)
    for row in plot.y..<plot.maxY { surface.put(line.vertical, x: plot.x - 1, y: row, style: theme.border) }
    bottom.draw(on: &surface, theme: theme)
    surface.put(line.corner, x: plot.x - 1, y: plot.maxY, style: theme.border)
    drawYTicks(on: &surface, theme: theme, line: line)
    if hasTitleRow {
      surface.write(y.title.truncated(to: area.width, glyphs: theme.glyphs), x: area.x, y: area.y, style: theme.dim)
    }
  }

  private func drawYTicks(on surface: inout Surface, theme: Theme, line: AxisGlyphs) {
    var lastRow = Int.max
    let room = plot.x - 1 - area.x
    for tick in yTicks {
      guard let row = row(tick.value), row < lastRow else { continue }
      lastRow = row
      let label = tick.label.truncated(to: room, glyphs: theme.glyphs)
      surface.write(label, x: area.x + room - TextWidth.of(label), y: row, style: theme.dim)
      surface.put(line.yTick, x: plot.x - 1, y: row, style: theme.border)
    }
  }
}

/// The characters of an axis.
struct AxisGlyphs {
  let vertical: Unicode.Scalar
  let horizontal: Unicode.Scalar
  let corner: Unicode.Scalar
  let xTick: Unicode.Scalar
  let yTick: Unicode.Scalar

  init(_ tier: GlyphTier) {
    let ascii = tier == .ascii
    vertical = ascii ? "|" : "│"
    horizontal = ascii ? "-" : "─"
    corner = ascii ? "+" : "└"
    xTick = ascii ? "+" : "┴"
    yTick = ascii ? "+" : "┤"
  }
}
