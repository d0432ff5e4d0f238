import Terminal

/// How often values fall into equal bins: one distribution as filled columns, several as outlines over each other.
///
/// All groups share their bins. Values that are not finite are counted nowhere, and said. Below 20 columns or 5 rows only
/// the columns are drawn.
public struct HistogramChart: Chart {
  /// The values of one group.
  public struct Group: Hashable, Sendable {
    public var name: String
    public var values: [Double]
    public var look: Int

    public init(_ name: String = "", _ values: [Double], look: Int = 0) {
      self.name = name
      self.values = values
      self.look = look
    }
  }

  public var groups: [Group]
  public var xTitle: String
  public var yTitle: String
  /// The lower edge of the first bin, the width of each, their number; nil takes round ones that suit the values.
  public var bins: (start: Double, width: Double, count: Int)?
  /// The most that a column can show; nil fits it to the fullest bin.
  public var top: Double?

  public init(
    _ groups: [Group], xTitle: String = "", yTitle: String = "",
    bins: (start: Double, width: Double, count: Int)? = nil, top: Double? = nil
  ) {
    self.groups = groups
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.bins = bins
    self.top = top
  }

  /// The counts of each group, over the same bins.
  public var histograms: [Histogram] {
    let bins = bins ?? Histogram.bins(for: groups.lazy.flatMap(\.values))
    return groups.map { Histogram($0.values, start: bins.start, width: bins.width, bins: bins.count) }
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    let histograms = histograms
    guard !area.isEmpty, let first = histograms.first else { return }
    let legend = Legend(groups.count > 1 ? groups.map { ($0.name, $0.look) } : [])
    let (head, rest) = area.splitTop(area.height >= 6 && area.width >= 24 && !legend.isEmpty ? 1 : 0)
    legend.draw(on: &surface, in: head, theme: theme)
    let end = first.edges(first.counts.count - 1).to
    let x = Scale(from: first.start, to: end > first.start ? end : first.start + 1)
    let axes = Axes(x: Axis(x, title: xTitle), y: Axis(countScale(histograms), title: yTitle), in: rest)
    axes.draw(on: &surface, theme: theme)
    if groups.count == 1 {
      fill(first, axes, style: theme.series(groups[0].look), on: &surface, theme: theme)
    } else {
      outline(histograms, axes, on: &surface, theme: theme)
    }
  }

  private func countScale(_ histograms: [Histogram]) -> Scale {
    let most = top ?? Double(histograms.flatMap(\.counts).max() ?? 0)
    return .fitting([0, most > 0 ? most : 1])
  }

  private func fill(_ histogram: Histogram, _ axes: Axes, style: Style, on surface: inout Surface, theme: Theme) {
    let plot = axes.plot
    let columnsPerBin = Double(plot.width) / Double(histogram.counts.count)
    for column in 0..<plot.width {
      let place = (Double(column) + 0.5) / columnsPerBin
      let bin = min(histogram.counts.count - 1, Int(place))
      // A blank between bins that are wide enough to spare it.
      let next = Int((Double(column) + 1.5) / columnsPerBin)
      if columnsPerBin >= 4, next != bin, bin < histogram.counts.count - 1 { continue }
      let share = axes.y.scale.fraction(of: Double(histogram.counts[bin])) ?? 0
      let area = Rect(x: plot.x + column, y: plot.y, width: 1, height: plot.height)
      BarColumn(share: share).draw(on: &surface, in: area, style: style, tier: theme.glyphs)
    }
  }

  private func outline(_ histograms: [Histogram], _ axes: Axes, on surface: inout Surface, theme: Theme) {
    switch theme.glyphs {
    case .unicode: trace(histograms, BrailleCanvas(axes.plot.size), axes, on: &surface, theme: theme)
    case .ascii: trace(histograms, ASCIICanvas(axes.plot.size), axes, on: &surface, theme: theme)
    }
    for (group, histogram) in zip(groups, histograms) {
      guard let most = histogram.counts.max(), most > 0, let bin = histogram.counts.firstIndex(of: most) else {
        continue
      }
      let edges = histogram.edges(bin)
      guard let x = axes.column(edges.from / 2 + edges.to / 2), let y = axes.row(Double(most)) else { continue }
      surface.put(Marker.glyph(group.look, theme.glyphs), x: x, y: y, style: theme.series(group.look))
    }
  }

  /// Up the lower edge of each bin, along its top, and down again at the end.
  private func trace(
    _ histograms: [Histogram], _ blank: some Canvas, _ axes: Axes, on surface: inout Surface, theme: Theme
  ) {
    var canvas = blank
    for (group, histogram) in zip(groups, histograms) where histogram.counts.contains(where: { $0 > 0 }) {
      var corners: [PlotPoint] = [PlotPoint(x: histogram.start, y: 0)]
      for (bin, count) in histogram.counts.enumerated() {
        let edges = histogram.edges(bin)
        corners += [PlotPoint(x: edges.from, y: Double(count)), PlotPoint(x: edges.to, y: Double(count))]
      }
      corners.append(PlotPoint(x: corners[corners.count - 1].x, y: 0))
      let dots = corners.compactMap { axes.dot($0.x, $0.y, canvas.dots) }
      canvas.polyline(dots, style: theme.series(group.look))
    }
    canvas.draw(on: &surface, x: axes.plot.x, y: axes.plot.y)
  }
}

extension HistogramChart: SharedScaleChart {
  public static func sharingScales(_ charts: [HistogramChart]) -> [HistogramChart] {
    let bins = Histogram.bins(for: charts.flatMap(\.groups).flatMap(\.values))
    let binned = charts.map { chart in
      var chart = chart
      chart.bins = chart.bins ?? bins
      return chart
    }
    let most = binned.flatMap(\.histograms).flatMap(\.counts).max() ?? 0
    return binned.map { chart in
      var chart = chart
      chart.top = chart.top ?? Double(most)
      return chart
    }
  }

  /// Of each group its middle and its fullest bin.
  public var facts: [ChartFact] {
    let facts = zip(groups, histograms).flatMap { group, histogram -> [ChartFact] in
      let sorted = group.values.filter(\.isFinite).sorted()
      guard !sorted.isEmpty, let most = histogram.counts.max(), let bin = histogram.counts.firstIndex(of: most) else {
        return []
      }
      let mean = sorted.reduce(0) { $0 + $1 / Double(sorted.count) }
      let median = FiveNumbers.quantile(0.5, of: sorted)
      let edges = histogram.edges(bin)
      return [
        .distribution(name: group.name, count: sorted.count, mean: mean, median: median),
        .fullestBin(name: group.name, from: edges.from, to: edges.to, count: most, of: sorted.count),
      ]
    }
    let unplaced = groups.reduce(0) { $0 + $1.values.count { !$0.isFinite } }
    return facts.isEmpty ? [.empty] : facts + (unplaced > 0 ? [.unplaced(unplaced)] : [])
  }

  /// A row a bin, a column a group.
  public var table: ChartTable {
    let histograms = histograms
    let bins = histograms.first?.counts.count ?? 0
    return ChartTable(
      columns: [.notion(.from), .notion(.to)] + groups.map { .words($0.name, else: .count) },
      rows: (0..<bins).map { bin in
        let edges = histograms[0].edges(bin)
        return [NumberLabel.short(edges.from, digits: 4), NumberLabel.short(edges.to, digits: 4)]
          + histograms.map { "\($0.counts[bin])" }
      })
  }
}
