import Terminal

/// Named numbers as bars from zero, negative ones to the other side.
///
/// Not-a-number draws no bar, only `nan`; infinity a full one.
public struct BarChart: Chart {
  public struct Bar: Hashable, Sendable {
    public var label: String
    public var value: Double
    public var isHighlighted: Bool

    public init(_ label: String, _ value: Double, isHighlighted: Bool = false) {
      self.label = label
      self.value = value
      self.isHighlighted = isHighlighted
    }
  }

  public enum Direction: Hashable, Sendable {
    /// A bar a row, with its label to the left and its value to the right.
    case horizontal
    /// A bar a column, for histograms.
    case vertical
  }

  public var bars: [Bar]
  public var direction: Direction
  /// What the values are counted in, after each: `ms`, `%`. May be empty.
  public var unit: String
  /// The values at the ends; nil takes those of the bars and zero.
  public var range: ClosedRange<Double>?

  public init(
    _ bars: [Bar], _ direction: Direction = .horizontal, unit: String = "", range: ClosedRange<Double>? = nil
  ) {
    self.bars = bars
    self.direction = direction
    self.unit = unit
    self.range = range
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty, !bars.isEmpty else { return }
    switch direction {
    case .horizontal: drawRows(on: &surface, in: area, theme: theme)
    case .vertical: drawColumns(on: &surface, in: area, theme: theme)
    }
  }

  /// The values at the two ends, zero between them.
  private var ends: (low: Double, high: Double) {
    let finite = bars.map(\.value).filter(\.isFinite)
    let low = min(0, range?.lowerBound ?? finite.min() ?? 0)
    let high = max(0, range?.upperBound ?? finite.max() ?? 0)
    return low < high ? (low, high) : (0, 1)
  }

  private func drawRows(on surface: inout Surface, in area: Rect, theme: Theme) {
    let values = bars.map { NumberLabel.short($0.value) + (unit.isEmpty ? "" : " " + unit) }
    let widest = (values.map { TextWidth.of($0) }.max() ?? 0) + 1
    let valueWidth = area.width >= 16 && widest <= area.width / 2 ? widest : 0
    let labels = bars.map { TextWidth.of($0.label) }.max() ?? 0
    let labelWidth = area.width >= 8 && labels > 0 ? min(labels, area.width / 3) + 1 : 0
    let room = Rect(
      x: area.x + labelWidth, y: area.y, width: area.width - labelWidth - valueWidth, height: area.height)
    for (row, bar) in bars.prefix(area.height).enumerated() {
      let label = bar.label.truncated(to: labelWidth - 1, glyphs: theme.glyphs)
      let style = bar.isHighlighted ? theme.accent : theme.text
      if labelWidth > 0 { surface.write(label, x: area.x, y: area.y + row, style: style) }
      drawRow(bar, in: Rect(x: room.x, y: area.y + row, width: room.width, height: 1), on: &surface, theme: theme)
      if valueWidth > 0 { surface.write(values[row], x: room.maxX + 1, y: area.y + row, style: style) }
    }
  }

  private func drawRow(_ bar: Bar, in area: Rect, on surface: inout Surface, theme: Theme) {
    guard !bar.value.isNaN, area.width > 0 else { return }
    let eighths = Double(area.width * 8)
    let (low, high) = ends
    let place = { (v: Double) in Int(((max(low, min(high, v)) - low) / (high - low) * eighths).rounded()) }
    let (start, end) = (min(place(0), place(bar.value)), max(place(0), place(bar.value)))
    let style = bar.isHighlighted ? theme.accent : theme.series(bar.value < 0 ? 1 : 0)
    for column in 0..<area.width {
      let filled = min(end, column * 8 + 8) - max(start, column * 8)
      let fromLeft = start <= column * 8
      guard let glyph = Self.across(filled, fromLeft: fromLeft, theme.glyphs) else { continue }
      // An eighth block fills from the left; a bar that begins inside a cell is drawn as its reversed rest.
      let cell = fromLeft || theme.glyphs == .ascii || filled == 8 ? style : style.adding(.reverse)
      surface.put(glyph, x: area.x + column, y: area.y, style: cell)
    }
  }

  private static func across(_ eighths: Int, fromLeft: Bool, _ tier: GlyphTier) -> Unicode.Scalar? {
    guard eighths > 0 else { return nil }
    if tier == .ascii { return eighths >= 4 ? "#" : nil }
    return Unicode.Scalar(UInt32(0x2590 - (fromLeft || eighths == 8 ? eighths : 8 - eighths)))
  }

  private func drawColumns(on surface: inout Surface, in area: Rect, theme: Theme) {
    let hasLabels = area.height >= 4 && bars.contains { !$0.label.isEmpty }
    let (plot, labels) = area.splitBottom(hasLabels ? 1 : 0)
    let width = max(1, min(8, area.width / bars.count))
    for (index, bar) in bars.prefix(area.width / width).enumerated() {
      let column = Rect(
        x: plot.x + index * width, y: plot.y, width: max(1, width - (width > 2 ? 1 : 0)), height: plot.height)
      drawColumn(bar, in: column, on: &surface, theme: theme)
      let style = bar.isHighlighted ? theme.accent : theme.dim
      surface.write(bar.label, x: column.x, y: labels.y, style: style, columns: width, clip: labels)
    }
  }

  private func drawColumn(_ bar: Bar, in area: Rect, on surface: inout Surface, theme: Theme) {
    guard !bar.value.isNaN else { return }
    let (low, high) = ends
    let eighths = Double(area.height * 8)
    let place = { (v: Double) in Int(((max(low, min(high, v)) - low) / (high - low) * eighths).rounded()) }
    let (start, end) = (min(place(0), place(bar.value)), max(place(0), place(bar.value)))
    let style = bar.isHighlighted ? theme.accent : theme.series(bar.value < 0 ? 1 : 0)
    for row in 0..<area.height {
      let bottom = (area.height - 1 - row) * 8
      let filled = min(end, bottom + 8) - max(start, bottom)
      guard filled > 0, theme.glyphs == .unicode || filled >= 4 else { continue }
      let fromBelow = start <= bottom
      let block = Unicode.Scalar(UInt32(0x2580 + (fromBelow || filled == 8 ? filled : 8 - filled))) ?? "█"
      let cell = fromBelow || theme.glyphs == .ascii || filled == 8 ? style : style.adding(.reverse)
      let line = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
      surface.fill(line, with: theme.glyphs == .ascii ? "#" : block, style: cell)
    }
  }
}

extension BarChart: SharedScaleChart {
  public static func sharingScales(_ charts: [BarChart]) -> [BarChart] {
    let ends = BarChart(charts.flatMap(\.bars)).ends
    return charts.map { chart in
      var chart = chart
      chart.range = chart.range ?? ends.low...ends.high
      return chart
    }
  }

  public var facts: [ChartFact] {
    let placed = bars.filter(\.value.isFinite)
    guard let high = placed.max(by: { $0.value < $1.value }), let low = placed.min(by: { $0.value < $1.value }) else {
      return [.empty]
    }
    let smallest = placed.count > 1 ? [ChartFact.smallest(NamedValue(low.label, low.value), unit: unit)] : []
    let unplaced = bars.count - placed.count
    return [.largest(NamedValue(high.label, high.value), unit: unit)] + smallest
      + (unplaced > 0 ? [.unplaced(unplaced)] : [])
  }

  public var table: ChartTable {
    ChartTable(
      columns: [.notion(.name), .words(unit, else: .value)],
      rows: bars.map { [$0.label, NumberLabel.short($0.value, digits: 4)] })
  }
}
