extension Heatmap: SharedScaleChart {
  public static func sharingScales(_ charts: [Heatmap]) -> [Heatmap] {
    let finite = charts.flatMap { $0.values.joined() }.filter(\.isFinite)
    let all = Heatmap([finite], map: charts.first?.map ?? .sequential)
    return charts.map { chart in
      var chart = chart
      chart.range = chart.range ?? all.ends
      return chart
    }
  }

  /// Its size and its extremes; masked cells (minus infinity) are none of them.
  public var facts: [ChartFact] {
    guard let low = extreme(by: <), let high = extreme(by: >) else { return [.empty] }
    let size = ChartFact.matrix(rows: rows, columns: columns)
    let unplaced = values.joined().count { $0.isNaN || $0 == .infinity }
    let extremes: [ChartFact] = [
      .highestCell(row: high.row, column: high.column, value: high.value),
      .lowestCell(row: low.row, column: low.column, value: low.value),
    ]
    return [size] + (low.value == high.value ? [extremes[0]] : extremes) + (unplaced > 0 ? [.unplaced(unplaced)] : [])
  }

  private func extreme(by precedes: (Double, Double) -> Bool) -> (row: String, column: String, value: Double)? {
    var best: (row: Int, column: Int, value: Double)?
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() where value.isFinite {
        if best.map({ precedes(value, $0.value) }) ?? true { best = (row, column, value) }
      }
    }
    return best.map { (label($0.row, rowLabels), label($0.column, columnLabels), $0.value) }
  }

  public var table: ChartTable {
    ChartTable(
      columns: [.words(title, else: .row)] + (0..<columns).map { .words(label($0, columnLabels)) },
      rows: (0..<rows).map { r in [label(r, rowLabels)] + values[r].map { NumberLabel.short($0, digits: 4) } })
  }
}
