import Terminal

/// Rows of numbers as lines one row high, each on a scale of its own, between its name and its last value.
///
/// Source: Tufte (2006), "Beautiful Evidence". Where there are more values than columns, a column is the mean of a
/// stretch of them. A value that is not finite leaves a blank.
public struct SparklineChart: Chart {
  public var series: [Series]
  public var unit: String

  public init(_ series: [Series], unit: String = "") {
    self.series = series
    self.unit = unit
  }

  private static let blocks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let strokes: [Unicode.Scalar] = ["_", ".", "-", "=", "+", "*", "#", "@"]

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty else { return }
    let labels = RowLabels(series.map(\.name), in: area)
    let numbers = series.map { lastText($0) }
    let widest = numbers.map { TextWidth.of($0) }.max() ?? 0
    let hasNumbers = labels.rest.width - widest >= 9
    let room = labels.rest.splitRight(hasNumbers ? widest + 1 : 0).rest
    // A blank row between them where there are rows enough.
    let pitch = area.height >= 2 * series.count ? 2 : 1
    for (index, series) in series.enumerated() {
      let y = area.y + index * pitch
      guard y < area.maxY else { return }
      labels.draw(index, row: y, style: theme.text, on: &surface, theme: theme)
      drawLine(series, in: Rect(x: room.x, y: y, width: room.width, height: 1), on: &surface, theme: theme)
      if hasNumbers {
        surface.write(numbers[index], x: area.maxX - TextWidth.of(numbers[index]), y: y, style: theme.strong)
      }
    }
  }

  /// The values, or the means of `columns` stretches of them; of a stretch the finite ones count.
  private static func means(_ values: [Double], _ columns: Int) -> [Double] {
    guard values.count > columns, columns > 0 else { return values }
    return (0..<columns).map { column in
      let part = values[values.count * column / columns..<values.count * (column + 1) / columns].filter(\.isFinite)
      return part.isEmpty ? .nan : part.reduce(0) { $0 + $1 / Double(part.count) }
    }
  }

  private func lastText(_ series: Series) -> String {
    guard let last = series.values.last else { return "" }
    return NumberLabel.short(last) + (unit.isEmpty ? "" : " " + unit)
  }

  private func drawLine(_ series: Series, in area: Rect, on surface: inout Surface, theme: Theme) {
    let shown = Self.means(series.values, area.width)
    let finite = shown.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return }
    let glyphs = theme.glyphs == .ascii ? Self.strokes : Self.blocks
    for (offset, value) in shown.enumerated() where value.isFinite {
      let span = high / 2 - low / 2
      let place = span > 0 ? (value / 2 - low / 2) / span : 0.5
      let level = max(0, min(7, Int((place * 7).rounded())))
      surface.put(glyphs[level], x: area.x + offset, y: area.y, style: theme.series(series.look))
    }
  }
}

extension SparklineChart {
  public var facts: [ChartFact] {
    let facts = series.compactMap { series in
      SeriesSummary(series.points).map { ChartFact.series(name: series.name, $0, x: "", y: "") }
    }
    let unplaced = series.reduce(0) { $0 + $1.values.count { !$0.isFinite } }
    return facts.isEmpty ? [.empty] : facts + (unplaced > 0 ? [.unplaced(unplaced)] : [])
  }

  public var table: ChartTable {
    ChartTable(
      columns: [.notion(.name), .notion(.last), .notion(.minimum), .notion(.maximum), .notion(.count)],
      rows: series.map { series in
        let finite = series.values.filter(\.isFinite)
        let numbers = [series.values.last, finite.min(), finite.max()]
        return [series.name] + numbers.map { $0.map { NumberLabel.short($0, digits: 4) } ?? "" }
          + ["\(series.values.count)"]
      })
  }
}
