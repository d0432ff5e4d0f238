import Terminal

/// The same chart several times side by side, all on the same scales, so that the eye can compare them.
///
/// Source: Tufte (1983), "The Visual Display of Quantitative Information". Panels stand in a grid that gives each the most
/// room; those that would be smaller than 12 columns or 3 rows are left out, and their number stands in the last row.
public struct SmallMultiples<Content: SharedScaleChart>: Chart {
  public struct Panel: Sendable {
    public let title: String
    public let chart: Content
  }

  public let panels: [Panel]
  /// The values at the ends of the common scale, for the facts; nil where that says nothing.
  public var scale: ClosedRange<Double>?

  /// Puts all charts on common scales.
  public init(_ panels: [(title: String, chart: Content)], scale: ClosedRange<Double>? = nil) {
    self.panels = zip(panels, Content.sharingScales(panels.map(\.chart))).map { Panel(title: $0.title, chart: $1) }
    self.scale = scale
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty, !panels.isEmpty else { return }
    let shown = count(in: area)
    let (body, note) = area.splitBottom(shown < panels.count && area.height > 3 ? 1 : 0)
    let columns = columns(shown, in: body)
    let rows = (shown + columns - 1) / columns
    for (index, panel) in panels.prefix(shown).enumerated() {
      let (row, column) = (index / columns, index % columns)
      let left = body.width * column / columns
      let top = body.height * row / rows
      let cell = Rect(
        x: body.x + left, y: body.y + top, width: body.width * (column + 1) / columns - left,
        height: body.height * (row + 1) / rows - top)
      draw(panel, in: column + 1 < columns ? cell.splitRight(1).rest : cell, on: &surface, theme: theme)
    }
    guard !note.isEmpty else { return }
    let more = (theme.glyphs == .ascii ? "... +" : "… +") + "\(panels.count - shown)"
    surface.write(more, x: note.x, y: note.y, style: theme.dim, clip: note)
  }

  private func draw(_ panel: Panel, in area: Rect, on surface: inout Surface, theme: Theme) {
    let (title, rest) = area.splitTop(area.height >= 4 && !panel.title.isEmpty ? 1 : 0)
    if !title.isEmpty {
      let text = panel.title.truncated(to: title.width, glyphs: theme.glyphs)
      surface.write(text, x: title.x, y: title.y, style: theme.strong, clip: title)
    }
    panel.chart.draw(on: &surface, in: rest, theme: theme)
  }

  /// How many find room.
  private func count(in area: Rect) -> Int {
    let most = max(1, area.width / 12) * max(1, area.height / 3)
    return min(panels.count, most)
  }

  /// As many columns as make the panels largest, a cell counting twice as high as wide.
  private func columns(_ count: Int, in area: Rect) -> Int {
    let size = { (columns: Int) in
      min(Double(area.width / columns) / 3, Double(area.height / ((count + columns - 1) / columns)))
    }
    return (1...count).max { size($0) < size($1) } ?? 1
  }

  /// What each panel says first.
  public var facts: [ChartFact] {
    let firsts = panels.compactMap { panel -> ChartFact? in
      guard let fact = panel.chart.facts.first, fact != .empty else { return nil }
      return .panel(name: panel.title, fact)
    }
    return firsts.isEmpty ? [.empty] : [.panels(count: panels.count, scale: scale)] + firsts
  }

  /// The tables of all panels below each other, each row with its panel's title; short rows are filled up.
  public var table: ChartTable {
    let tables = panels.map { ($0.title, $0.chart.table) }
    let widest = tables.map(\.1).max { $0.columns.count < $1.columns.count }
    let columns = widest?.columns ?? []
    return ChartTable(
      columns: [.notion(.panel)] + columns,
      rows: tables.flatMap { title, table in
        table.rows.map { [title] + $0 + Array(repeating: "", count: columns.count - $0.count) }
      })
  }
}
