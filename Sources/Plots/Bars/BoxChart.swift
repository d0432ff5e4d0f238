import Terminal

/// Box plots, a row or three a group, on one axis along the bottom: whiskers, quartiles, median, values beyond.
///
/// A group without a finite value keeps its row, empty. What does not fit below is left out. Below 20 columns the names go,
/// below 4 rows the axis.
public struct BoxChart: Chart {
  public struct Group: Hashable, Sendable {
    public var name: String
    public var values: [Double]

    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public var groups: [Group]
  /// What is measured, with its unit in brackets.
  public var title: String
  /// A fixed scale; nil fits it to the values with round ends.
  public var scale: Scale?

  public init(_ groups: [Group], title: String = "", scale: Scale? = nil) {
    self.groups = groups
    self.title = title
    self.scale = scale
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty, !groups.isEmpty else { return }
    let labels = RowLabels(groups.map(\.name), in: area)
    let hasAxis = area.height >= 4 && area.width >= 20
    let plot = labels.rest.splitBottom(hasAxis ? 2 : 0).rest
    let axis = BottomAxis(Axis(scale ?? .fitting(groups.lazy.flatMap(\.values)), title: title), plot: plot, area: area)
    if hasAxis { axis.draw(on: &surface, theme: theme) }
    let rows = plot.height / max(1, groups.count)
    let height = rows >= 3 ? 3 : 1
    let pitch = max(height, min(rows, height + 1))
    for (index, group) in groups.enumerated() {
      let y = plot.y + index * pitch
      guard y + height <= plot.maxY else { return }
      let middle = y + height / 2
      labels.draw(index, row: middle, style: theme.text, on: &surface, theme: theme)
      guard let numbers = FiveNumbers(group.values) else { continue }
      let glyphs = BoxGlyphs(theme.glyphs)
      let row = Rect(x: plot.x, y: y, width: plot.width, height: height)
      drawBox(numbers, axis, in: row, on: &surface, style: theme.series(index), glyphs)
      for value in numbers.outliers(group.values) {
        guard let x = axis.column(value) else { continue }
        surface.put(glyphs.outlier, x: x, y: middle, style: theme.series(index))
      }
    }
  }

  private func drawBox(
    _ numbers: FiveNumbers, _ axis: BottomAxis, in area: Rect, on surface: inout Surface, style: Style,
    _ glyphs: BoxGlyphs
  ) {
    guard let start = axis.heldColumn(numbers.lowerWhisker), let end = axis.heldColumn(numbers.upperWhisker),
      let left = axis.heldColumn(numbers.lowerQuartile), let right = axis.heldColumn(numbers.upperQuartile),
      let median = axis.heldColumn(numbers.median)
    else { return }
    let y = area.y + area.height / 2
    for x in start...end where x < left || x > right { surface.put(glyphs.whisker, x: x, y: y, style: style) }
    if start < left { surface.put(glyphs.start, x: start, y: y, style: style) }
    if end > right { surface.put(glyphs.end, x: end, y: y, style: style) }
    for x in left...right {
      let isEdge = x == left || x == right
      surface.put(isEdge && area.height == 3 ? glyphs.side : glyphs.body, x: x, y: y, style: style)
      guard area.height == 3 else { continue }
      let top = x == left ? glyphs.corners[0] : x == right ? glyphs.corners[1] : glyphs.edge
      let bottom = x == left ? glyphs.corners[2] : x == right ? glyphs.corners[3] : glyphs.edge
      surface.put(top, x: x, y: area.y, style: style)
      surface.put(bottom, x: x, y: area.maxY - 1, style: style)
    }
    let rows = area.height == 3 ? area.y..<area.maxY : y..<y + 1
    for row in rows { surface.put(glyphs.median, x: median, y: row, style: style.adding(.bold)) }
  }
}

extension BoxChart: SharedScaleChart {
  public static func sharingScales(_ charts: [BoxChart]) -> [BoxChart] {
    let scale = Scale.fitting(charts.flatMap(\.groups).flatMap(\.values))
    return charts.map { BoxChart($0.groups, title: $0.title, scale: $0.scale ?? scale) }
  }

  public var facts: [ChartFact] {
    let facts = groups.compactMap { group in
      FiveNumbers(group.values).map { numbers in
        ChartFact.box(name: group.name, numbers, outliers: numbers.outliers(group.values).count)
      }
    }
    let unplaced = groups.reduce(0) { $0 + $1.values.count { !$0.isFinite } }
    return facts.isEmpty ? [.empty] : facts + (unplaced > 0 ? [.unplaced(unplaced)] : [])
  }

  public var table: ChartTable {
    ChartTable(
      columns: [
        .notion(.group), .notion(.lowerWhisker), .notion(.lowerQuartile), .notion(.median), .notion(.upperQuartile),
        .notion(.upperWhisker), .notion(.outliers),
      ],
      rows: groups.map { group in
        guard let n = FiveNumbers(group.values) else { return [group.name] + Array(repeating: "", count: 6) }
        let numbers = [n.lowerWhisker, n.lowerQuartile, n.median, n.upperQuartile, n.upperWhisker]
        return [group.name] + numbers.map { NumberLabel.short($0, digits: 4) }
          + ["\(n.outliers(group.values).count)"]
      })
  }
}

/// The characters of a box plot.
private struct BoxGlyphs {
  let whisker, start, end, body, side, edge, median, outlier: Unicode.Scalar
  /// Top left, top right, bottom left, bottom right.
  let corners: [Unicode.Scalar]

  init(_ tier: GlyphTier) {
    switch tier {
    case .unicode:
      (whisker, start, end, body, side, edge, median, outlier) = ("─", "├", "┤", "░", "│", "─", "┃", "○")
      corners = ["┌", "┐", "└", "┘"]
    case .ascii:
      (whisker, start, end, body, side, edge, median, outlier) = ("-", "|", "|", "=", "|", "-", "#", "o")
      corners = ["+", "+", "+", "+"]
    }
  }
}
