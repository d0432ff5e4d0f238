import Terminal

/// Lines over a common x: a loss while it trains, a function, a validation curve.
///
/// Series are told apart by colour, by the glyph on their line, and by the legend. A value without a place (not a
/// number, infinite, not positive on a logarithmic axis) leaves a gap. With smoothing the values themselves stay as
/// faint dots behind their running mean. Below 6 rows or 24 columns the legend goes, below 5 rows or 20 columns the axes.
public struct LineChart: Chart {
  public var series: [Series]
  public var xTitle: String
  public var yTitle: String
  public var xKind: Scale.Kind
  public var yKind: Scale.Kind
  /// Draws a running mean over the values; nil draws the values.
  public var smoothing: Smoothing?
  /// Fixed scales; nil fits them to the values with round ends.
  public var xScale: Scale?
  public var yScale: Scale?

  public init(
    _ series: [Series], xTitle: String = "", yTitle: String = "", xKind: Scale.Kind = .linear,
    yKind: Scale.Kind = .linear, smoothing: Smoothing? = nil, xScale: Scale? = nil, yScale: Scale? = nil
  ) {
    self.series = series
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.xKind = xKind
    self.yKind = yKind
    self.smoothing = smoothing
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

  /// What is drawn in full: all but ghosts, smoothed where that is wanted.
  private var shown: [Series] {
    series.filter { !$0.isGhost }.map { series in
      guard let smoothing else { return series }
      var mean = series
      mean.values = smoothing(series.values)
      return mean
    }
  }

  /// The values that a running mean is made of, to be drawn faintly.
  private var behind: [Series] {
    guard smoothing != nil else { return [] }
    return series.filter { !$0.isGhost }.map { series in
      var raw = series
      raw.isGhost = true
      return raw
    }
  }

  var fittedY: Scale { yScale ?? .fitting(series.lazy.flatMap(\.values), yKind) }

  /// Starts at the first x exactly; the other end is round, so that it stands still while a run goes on.
  var fittedX: Scale {
    if let xScale { return xScale }
    let ends = series.filter { !$0.values.isEmpty }.flatMap { series in
      series.xs ?? [series.x(0), series.x(series.values.count - 1)]
    }.filter(\.isFinite)
    if xKind == .log10 { return .fitting(ends, .log10) }
    guard let first = ends.min(), let last = ends.max() else { return Scale(from: 0, to: 10) }
    let step = Ticks.roundStep(over: max(last - first, abs(first) * 1e-9), count: 1)
    let span = last > first ? step : 10
    return first + span > first ? Scale(from: first, to: first + span) : .fitting(ends)
  }

  /// One canvas for all, so that crossing lines share their cells; the faint ones first.
  private func drawLines(_ blank: some Canvas, _ axes: Axes, on surface: inout Surface, theme: Theme) {
    var canvas = blank
    for series in series.filter(\.isGhost) + behind { series.trace(on: &canvas, axes, style: Series.faint(theme)) }
    for series in shown { series.trace(on: &canvas, axes, style: series.style(theme)) }
    canvas.draw(on: &surface, x: axes.plot.x, y: axes.plot.y)
    for series in shown { mark(series, axes, on: &surface, theme: theme) }
  }

  /// The series' glyph at its last value, and along the line where there is more than one series.
  private func mark(_ series: Series, _ axes: Axes, on surface: inout Surface, theme: Theme) {
    let glyph = Marker.glyph(series.look, theme.glyphs)
    let several = shown.count > 1
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

extension LineChart: SharedScaleChart {
  public static func sharingScales(_ charts: [LineChart]) -> [LineChart] {
    let all = LineChart(charts.flatMap(\.series), xKind: charts.first?.xKind ?? .linear)
    let ys = all.series.lazy.flatMap(\.values)
    return charts.map { chart in
      var chart = chart
      chart.xScale = chart.xScale ?? all.fittedX
      chart.yScale = chart.yScale ?? .fitting(ys, chart.yKind)
      return chart
    }
  }

  public var facts: [ChartFact] {
    let named = shown
    var facts: [ChartFact] = named.compactMap { series in
      summary(series).map { .series(name: series.name, $0, x: xTitle, y: yTitle) }
    }
    guard !facts.isEmpty else { return [.empty] }
    if let smoothing { facts.append(.smoothed(weight: smoothing.weight)) }
    if let ghost = series.first(where: \.isGhost), let before = summary(ghost)?.last.y,
      let now = (named.first { $0.look == ghost.look } ?? named.first).flatMap({ summary($0) })?.last.y
    {
      facts.append(.ghost(last: now, before: before))
    }
    let unplaced = named.reduce(0) { $0 + ($1.values.count - (summary($1)?.count ?? 0)) }
    return facts + (unplaced > 0 ? [.unplaced(unplaced)] : [])
  }

  /// Of the values that have a place on both axes.
  private func summary(_ series: Series) -> SeriesSummary? {
    SeriesSummary(series.points.filter { (xKind == .linear || $0.x > 0) && (yKind == .linear || $0.y > 0) }, yKind)
  }

  /// A row for every x, a column for every series, and one for its running mean where that is drawn.
  public var table: ChartTable {
    let named = series.filter { !$0.isGhost }
    let means = smoothing == nil ? [] : shown
    let count = named.map(\.values.count).max() ?? 0
    let longest = named.first { $0.values.count == count }
    let cell = { (series: Series, i: Int) in
      series.values.indices.contains(i) ? NumberLabel.short(series.values[i], digits: 6) : ""
    }
    return ChartTable(
      columns: [.words(xTitle, else: .x)] + named.map { .words($0.name.isEmpty ? yTitle : $0.name, else: .value) }
        + means.map { _ in .notion(.smoothed) },
      rows: (0..<count).map { i in
        [NumberLabel.short(longest?.x(i) ?? Double(i), digits: 6)] + (named + means).map { cell($0, i) }
      })
  }
}
