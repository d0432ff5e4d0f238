import Terminal

/// Parts of a whole over a common x, stacked on each other: shares of probability, of time, of a budget.
///
/// Each part is told by colour and by its glyph, which stands in it at intervals; without colour or in ASCII its glyph
/// fills it. Values that are negative or not finite count as 0. Between two places the parts change in proportion.
public struct StackedAreaChart: Chart {
  public var series: [Series]
  public var xTitle: String
  public var yTitle: String
  public var xScale: Scale?
  /// Must begin at 0 to be honest; nil fits it to the highest stack.
  public var yScale: Scale?

  public init(
    _ series: [Series], xTitle: String = "", yTitle: String = "", xScale: Scale? = nil, yScale: Scale? = nil
  ) {
    self.series = series
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.xScale = xScale
    self.yScale = yScale
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty else { return }
    let legend = Legend(series.filter { !$0.name.isEmpty }.map { ($0.name, $0.look) })
    let (top, rest) = area.splitTop(area.height >= 6 && area.width >= 24 && !legend.isEmpty ? 1 : 0)
    legend.draw(on: &surface, in: top, theme: theme)
    // Shares that add up to 1 but for rounding must not ask for more than 1.
    let y = yScale ?? .fitting([0] + stacks.map { $0.total * (1 - 1e-6) })
    let axes = Axes(x: Axis(fittedX, title: xTitle), y: Axis(y, title: yTitle), in: rest)
    axes.draw(on: &surface, theme: theme)
    if theme.colors >= .ansi256 && theme.glyphs == .unicode {
      drawColours(axes, on: &surface, theme: theme)
    } else {
      drawGlyphs(axes, on: &surface, theme: theme)
    }
  }

  private var fittedX: Scale {
    if let xScale { return xScale }
    let xs = stacks.map(\.x)
    guard let first = xs.first, let last = xs.last, first < last else { return .fitting(xs) }
    return Scale(from: first, to: last)
  }

  /// The parts at one place, those without a number as 0.
  struct Stack {
    let x: Double
    let parts: [Double]
    var total: Double { parts.reduce(0, +) }
  }

  /// The parts at every place of the longest series, in order of x.
  var stacks: [Stack] {
    guard let longest = series.max(by: { $0.values.count < $1.values.count }) else { return [] }
    return longest.values.indices.filter { longest.x($0).isFinite }.map { i in
      Stack(
        x: longest.x(i),
        parts: series.map { series in
          let value = series.values.indices.contains(i) ? series.values[i] : 0
          return value.isFinite && value > 0 ? min(value, 1e300) : 0
        })
    }.sorted { $0.x < $1.x }
  }

  /// The upper edges of the parts in each of `columns` columns; nil where there is no stack.
  private func edges(_ axes: Axes) -> [[Double]?] {
    let stacks = stacks
    var next = 0
    return (0..<axes.plot.width).map { column in
      let x = axes.x.scale.value(at: axes.plot.width > 1 ? Double(column) / Double(axes.plot.width - 1) : 0)
      while next < stacks.count, stacks[next].x < x - abs(x) * 1e-12 { next += 1 }
      guard next < stacks.count, next > 0 || stacks[0].x <= x + abs(x) * 1e-12 else { return nil }
      let after = stacks[next]
      let before = stacks[max(0, next - 1)]
      let span = after.x - before.x
      let f = span > 0 ? max(0, min(1, (x - before.x) / span)) : 1
      var sum = 0.0
      return zip(before.parts, after.parts).map { a, b in
        sum += a * (1 - f) + b * f
        return sum
      }
    }
  }

  /// The part at a height; nil above all of them.
  private func part(_ height: Double, _ edges: [Double]) -> Int? { edges.firstIndex { height < $0 } }

  private func drawColours(_ axes: Axes, on surface: inout Surface, theme: Theme) {
    let plot = axes.plot
    let edges = edges(axes)
    var canvas = HalfBlockCanvas(plot.size)
    for column in 0..<plot.width {
      guard let edges = edges[column] else { continue }
      for dot in 0..<canvas.dots.height {
        guard let part = part(height(dot, of: canvas.dots.height, axes), edges) else { continue }
        canvas.dot(x: column, y: dot, style: Style(theme.series(series[part].look).foreground))
      }
    }
    canvas.draw(on: &surface, x: plot.x, y: plot.y)
    drawNames(axes, edges, on: &surface, theme: theme)
  }

  /// The glyph of each part in its middle, every so many columns, dark on its colour.
  private func drawNames(_ axes: Axes, _ edges: [[Double]?], on surface: inout Surface, theme: Theme) {
    let plot = axes.plot
    for column in stride(from: min(4, plot.width / 2), to: plot.width, by: 12) {
      guard let edges = edges[column] else { continue }
      for part in edges.indices {
        let low = part > 0 ? edges[part - 1] : 0
        guard let y = axes.row((low + edges[part]) / 2), let top = axes.row(edges[part]), let bottom = axes.row(low),
          bottom - top >= 2
        else { continue }
        let look = series[part].look
        let ink = Style(.indexed(16), on: theme.series(look).foreground)
        surface.put(Marker.glyph(look, theme.glyphs), x: plot.x + column, y: y, style: ink)
      }
    }
  }

  private func drawGlyphs(_ axes: Axes, on surface: inout Surface, theme: Theme) {
    let plot = axes.plot
    let edges = edges(axes)
    for column in 0..<plot.width {
      guard let edges = edges[column] else { continue }
      for row in 0..<plot.height {
        guard let part = part(height(row, of: plot.height, axes), edges) else { continue }
        let look = series[part].look
        surface.put(
          Marker.glyph(look, theme.glyphs), x: plot.x + column, y: plot.y + row, style: theme.series(look))
      }
    }
  }

  /// The height in the middle of a row of dots counted from above.
  private func height(_ row: Int, of count: Int, _ axes: Axes) -> Double {
    axes.y.scale.value(at: 1 - (Double(row) + 0.5) / Double(count))
  }
}

extension StackedAreaChart {
  /// The parts at both ends.
  public var facts: [ChartFact] {
    let stacks = stacks.filter { $0.total > 0 }
    guard let first = stacks.first, let last = stacks.last else { return [.empty] }
    let unplaced = series.reduce(0) { $0 + $1.values.count { !$0.isFinite } }
    return [shares(last)] + (first.x < last.x ? [shares(first)] : []) + (unplaced > 0 ? [.unplaced(unplaced)] : [])
  }

  private func shares(_ stack: Stack) -> ChartFact {
    let parts = zip(series, stack.parts).map { NamedValue($0.name, $1 / stack.total) }
    return .shares(x: xTitle, at: stack.x, parts.sorted { $0.value > $1.value })
  }

  public var table: ChartTable { LineChart(series, xTitle: xTitle, yTitle: yTitle).table }
}
