import Terminal

/// Spans and marks on a common axis, a row each: the phases of a run, the history of an idea.
///
/// A span is a bar with its name in it where it fits, a mark a glyph with its name beside it. What ends before it
/// begins, or has no finite place, is left out; rows that do not fit below are too.
public struct TimelineChart: Chart {
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var start: Double
    /// Nil: a mark at `start`.
    public var end: Double?
    public var look: Int

    public init(_ name: String, at start: Double, look: Int = 0) { self.init(name, from: start, to: nil, look: look) }

    public init(_ name: String, from start: Double, to end: Double?, look: Int = 0) {
      self.name = name
      self.start = start
      self.end = end
      self.look = look
    }

    var isPlaced: Bool { start.isFinite && (end.map { $0.isFinite && $0 >= start } ?? true) }
  }

  public var entries: [Entry]
  /// What the axis measures, with its unit in brackets.
  public var title: String
  public var scale: Scale?

  public init(_ entries: [Entry], title: String = "", scale: Scale? = nil) {
    self.entries = entries
    self.title = title
    self.scale = scale
  }

  private var placed: [Entry] { entries.filter(\.isPlaced) }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    let entries = placed
    guard !area.isEmpty, !entries.isEmpty else { return }
    let hasAxis = area.height >= 4 && area.width >= 20
    let plot = area.splitBottom(hasAxis ? 2 : 0).rest
    let ends = entries.flatMap { [$0.start, $0.end ?? $0.start] }
    let axis = BottomAxis(Axis(scale ?? .fitting(ends), title: title), plot: plot, area: area)
    if hasAxis { axis.draw(on: &surface, theme: theme) }
    for (row, entry) in entries.prefix(plot.height).enumerated() {
      draw(entry, axis, in: Rect(x: plot.x, y: plot.y + row, width: plot.width, height: 1), on: &surface, theme: theme)
    }
  }

  private func draw(_ entry: Entry, _ axis: BottomAxis, in row: Rect, on surface: inout Surface, theme: Theme) {
    guard let start = axis.heldColumn(entry.start) else { return }
    let style = theme.series(entry.look)
    guard let end = entry.end.flatMap({ axis.heldColumn($0) }) else {
      surface.put(Marker.glyph(entry.look, theme.glyphs), x: start, y: row.y, style: style)
      return write(entry.name, beside: start...start, in: row, style: theme.text, on: &surface, theme: theme)
    }
    let bar = Rect(x: start, y: row.y, width: end - start + 1, height: 1)
    surface.fill(bar, with: theme.glyphs == .ascii ? "=" : "━", style: style)
    surface.put(theme.glyphs == .ascii ? "|" : "┣", x: start, y: row.y, style: style)
    surface.put(theme.glyphs == .ascii ? "|" : "┫", x: end, y: row.y, style: style)
    let width = TextWidth.of(entry.name)
    if width + 4 <= bar.width {
      let x = bar.x + (bar.width - width) / 2
      surface.write(" \(entry.name) ", x: x - 1, y: row.y, style: theme.strong, clip: row)
    } else {
      write(entry.name, beside: start...end, in: row, style: theme.text, on: &surface, theme: theme)
    }
  }

  /// Behind what it names, or before it where there is more room.
  private func write(
    _ name: String, beside columns: ClosedRange<Int>, in row: Rect, style: Style, on surface: inout Surface,
    theme: Theme
  ) {
    let after = row.maxX - columns.upperBound - 2
    let before = columns.lowerBound - 1 - row.x
    let width = TextWidth.of(name)
    if width <= after || after >= before {
      guard after > 0 else { return }
      surface.write(name.truncated(to: after, glyphs: theme.glyphs), x: row.maxX - after, y: row.y, style: style)
    } else {
      let text = name.truncated(to: before, glyphs: theme.glyphs)
      surface.write(text, x: columns.lowerBound - 1 - TextWidth.of(text), y: row.y, style: style, clip: row)
    }
  }
}

extension TimelineChart {
  public var facts: [ChartFact] {
    let entries = placed
    let ends = entries.flatMap { [$0.start, $0.end ?? $0.start] }
    guard let first = ends.min(), let last = ends.max() else { return [.empty] }
    let spans = entries.filter { $0.end != nil }
    let longest = spans.max { ($0.end ?? 0) - $0.start < ($1.end ?? 0) - $1.start }
    let mark = entries.filter { $0.end == nil }.max { $0.start < $1.start }
    return [.timeline(entries: entries.count, from: first, to: last, axis: title)]
      + (longest.map { [.longestSpan(name: $0.name, from: $0.start, to: $0.end ?? $0.start)] } ?? [])
      + (mark.map { [.lastMark(name: $0.name, at: $0.start)] } ?? [])
      + (entries.count < self.entries.count ? [.unplaced(self.entries.count - entries.count)] : [])
  }

  public var table: ChartTable {
    ChartTable(
      columns: [.notion(.name), .notion(.start), .notion(.end)],
      rows: entries.map { entry in
        [entry.name, NumberLabel.short(entry.start, digits: 6)]
          + [entry.end.map { NumberLabel.short($0, digits: 6) } ?? ""]
      })
  }
}
