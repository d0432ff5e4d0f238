import Terminal

/// Points of several classes, told apart by glyph as well as by colour; lines and segments may lie behind them.
public struct ScatterChart: Chart {
  /// One class of points.
  public struct Group: Hashable, Sendable {
    public var name: String
    public var points: [PlotPoint]
    public var look: Int

    public init(_ name: String, _ points: [PlotPoint], look: Int) {
      self.name = name
      self.points = points
      self.look = look
    }
  }

  /// A straight piece between two places: a residual, a margin.
  public struct Segment: Hashable, Sendable {
    public var start: PlotPoint
    public var end: PlotPoint

    public init(_ start: PlotPoint, _ end: PlotPoint) {
      self.start = start
      self.end = end
    }
  }

  public var groups: [Group]
  public var lines: [Series]
  public var segments: [Segment]
  public var xTitle: String
  public var yTitle: String
  /// Fixed scales; nil fits them to points and lines with round ends.
  public var xScale: Scale?
  public var yScale: Scale?

  public init(
    _ groups: [Group], lines: [Series] = [], segments: [Segment] = [], xTitle: String = "", yTitle: String = "",
    xScale: Scale? = nil, yScale: Scale? = nil
  ) {
    self.groups = groups
    self.lines = lines
    self.segments = segments
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.xScale = xScale
    self.yScale = yScale
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty else { return }
    let legend = Legend(groups.filter { !$0.name.isEmpty }.map { ($0.name, $0.look) })
    let (top, rest) = area.splitTop(area.height >= 6 && area.width >= 24 && !legend.isEmpty ? 1 : 0)
    legend.draw(on: &surface, in: top, theme: theme)
    let axes = axes(in: rest)
    axes.draw(on: &surface, theme: theme)
    switch theme.glyphs {
    case .unicode: drawLines(BrailleCanvas(axes.plot.size), axes, on: &surface, theme: theme)
    case .ascii: drawLines(ASCIICanvas(axes.plot.size), axes, on: &surface, theme: theme)
    }
    for group in groups {
      for point in group.points {
        guard let x = axes.column(point.x), let y = axes.row(point.y) else { continue }
        surface.put(Marker.glyph(group.look, theme.glyphs), x: x, y: y, style: theme.series(group.look))
      }
    }
  }

  private func axes(in area: Rect) -> Axes {
    let points = groups.flatMap(\.points)
    let x = xScale ?? .fitting(points.map(\.x))
    let y = yScale ?? .fitting(points.map(\.y) + lines.flatMap(\.values))
    return Axes(x: Axis(x, title: xTitle), y: Axis(y, title: yTitle), in: area)
  }

  private func drawLines(_ blank: some Canvas, _ axes: Axes, on surface: inout Surface, theme: Theme) {
    var canvas = blank
    for segment in segments {
      guard let start = axes.dot(segment.start.x, segment.start.y, canvas.dots),
        let end = axes.dot(segment.end.x, segment.end.y, canvas.dots)
      else { continue }
      canvas.line(from: start, to: end, style: theme.dim)
    }
    for line in lines { line.trace(on: &canvas, axes, style: line.style(theme)) }
    canvas.draw(on: &surface, x: axes.plot.x, y: axes.plot.y)
  }
}

extension ScatterChart: SharedScaleChart {
  public static func sharingScales(_ charts: [ScatterChart]) -> [ScatterChart] {
    let points = charts.flatMap(\.groups).flatMap(\.points)
    let (x, y) = (Scale.fitting(points.map(\.x)), Scale.fitting(points.map(\.y)))
    return charts.map { chart in
      var chart = chart
      chart.xScale = chart.xScale ?? x
      chart.yScale = chart.yScale ?? y
      return chart
    }
  }

  /// The groups with their middles, then the lines.
  public var facts: [ChartFact] {
    let lines = lines.compactMap { line in
      SeriesSummary(line.points).map { ChartFact.series(name: line.name, $0, x: xTitle, y: yTitle) }
    }
    let facts = groups.compactMap(\.fact) + lines
    let unplaced = groups.reduce(0) { $0 + $1.points.count - $1.placed.count }
    return (facts.isEmpty ? [.empty] : facts) + (unplaced > 0 && !facts.isEmpty ? [.unplaced(unplaced)] : [])
  }

  public var table: ChartTable {
    ChartTable(
      columns: [.notion(.group), .words(xTitle, else: .x), .words(yTitle, else: .y)],
      rows: groups.flatMap { group in
        group.points.map { [group.name, NumberLabel.short($0.x, digits: 4), NumberLabel.short($0.y, digits: 4)] }
      })
  }
}

extension ScatterChart.Group {
  /// Its points that are numbers.
  var placed: [PlotPoint] { points.filter { $0.x.isFinite && $0.y.isFinite } }

  /// How many they are and where their middle lies; nil where there is none.
  var fact: ChartFact? {
    let placed = placed
    guard !placed.isEmpty else { return nil }
    let mean = { (values: [Double]) in values.reduce(0) { $0 + $1 / Double(placed.count) } }
    return .group(
      name: name, count: placed.count, middle: PlotPoint(x: mean(placed.map(\.x)), y: mean(placed.map(\.y))))
  }
}
