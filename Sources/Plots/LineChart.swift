import Terminal

/// Lines over a common x: a loss while it trains, a function, a validation curve.
///
/// Series are told apart by colour, by the glyph on their line, and by the legend. A value without a place (not a
/// number, infinite, not positive on a logarithmic axis) leaves a gap. Below 6 rows or 24 columns the legend goes,
/// below 5 rows or 20 columns the axes.
public struct LineChart: Sendable {
  public var series: [Series]
  public var xTitle: String
  public var yTitle: String
  public var yKind: Scale.Kind
  /// Fixed scales; nil fits them to the values with round ends.
  public var xScale: Scale?
  public var yScale: Scale?

  public init(
    _ series: [Series], xTitle: String = "", yTitle: String = "", yKind: Scale.Kind = .linear, xScale: Scale? = nil,
    yScale: Scale? = nil
  ) {
    self.series = series
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.yKind = yKind
    self.xScale = xScale
    self.yScale = yScale
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty else { return }
    let legend = Legend(series.filter { !$0.isGhost && !$0.name.isEmpty }.map { ($0.name, $0.look) })
    let rows = area.height >= 6 && area.width >= 24 && !legend.isEmpty ? 1 : 0
    let (top, rest) = area.splitTop(rows)
    legend.draw(on: &surface, in: top, theme: theme)
    let axes = Axes(x: Axis(fittedX, title: xTitle), y: Axis(fittedY, title: yTitle), in: rest)
    axes.draw(on: &surface, theme: theme)
    switch theme.glyphs {
    case .unicode: drawLines(BrailleCanvas(axes.plot.size), axes, on: &surface, theme: theme)
    case .ascii: drawLines(ASCIICanvas(axes.plot.size), axes, on: &surface, theme: theme)
    }
  }

  /// A row for every x, a column for every series.
  public var table: ChartTable {
    let named = series.filter { !$0.isGhost }
    let count = named.map(\.values.count).max() ?? 0
    let longest = named.first { $0.values.count == count }
    return ChartTable(
      columns: [xTitle] + named.map(\.name),
      rows: (0..<count).map { i in
        [NumberLabel.short(longest?.x(i) ?? Double(i), digits: 6)]
          + named.map { $0.values.indices.contains(i) ? NumberLabel.short($0.values[i], digits: 6) : "" }
      })
  }

  var fittedY: Scale { yScale ?? .fitting(series.lazy.flatMap(\.values), yKind) }

  /// Starts at the first x exactly; the other end is round, so that it stands still while a run goes on.
  var fittedX: Scale {
    if let xScale { return xScale }
    let ends = series.filter { !$0.values.isEmpty }.flatMap { series in
      series.xs ?? [series.x(0), series.x(series.values.count - 1)]
    }.filter(\.isFinite)
    guard let first = ends.min(), let last = ends.max() else { return Scale(from: 0, to: 10) }
    let step = Ticks.roundStep(over: max(last - first, abs(first) * 1e-9), count: 1)
    let span = last > first ? step : 10
    return first + span > first ? Scale(from: first, to: first + span) : .fitting(ends)
  }

  /// One canvas for all, so that crossing lines share their cells; the faint ones first.
  private func drawLines(_ blank: some Canvas, _ axes: Axes, on surface: inout Surface, theme: Theme) {
    var canvas = blank
    for series in series.filter(\.isGhost) + series.filter({ !$0.isGhost }) {
      series.trace(on: &canvas, axes, style: series.style(theme))
    }
    canvas.draw(on: &surface, x: axes.plot.x, y: axes.plot.y)
    for series in series where !series.isGhost { mark(series, axes, on: &surface, theme: theme) }
  }

  /// The series' glyph at its last value, and along the line where there is more than one series.
  private func mark(_ series: Series, _ axes: Axes, on surface: inout Surface, theme: Theme) {
    let glyph = Marker.glyph(series.look, theme.glyphs)
    let several = self.series.filter { !$0.isGhost }.count > 1
    var nextColumn = axes.plot.x + (several ? 3 + 5 * series.look % 15 : Int.max / 2)
    var end: (x: Int, y: Int)?
    for index in series.values.indices {
      guard let x = axes.column(series.x(index)), let y = axes.row(series.values[index]) else { continue }
      if x >= nextColumn {
        surface.put(glyph, x: x, y: y, style: theme.series(series.look))
        nextColumn = x + 15
      }
      end = (x, y)
    }
    if let end { surface.put(glyph, x: end.x, y: end.y, style: theme.series(series.look)) }
  }
}
