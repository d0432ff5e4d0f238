import Terminal

/// How often each class was taken for each: rows are what it was, columns what was said, shades the share of the row.
///
/// Counts stand in the cells, and at the right the share of each row that was right (recall), where there is room.
public struct ConfusionMatrixChart: Chart {
  public let counts: [[Int]]
  public let names: [String]
  /// What stands in the corner: `actual \ said`. May be empty.
  public var title: String

  /// Traps unless the counts are square, not negative, and as many as the names.
  public init(_ counts: [[Int]], names: [String], title: String = "") {
    precondition(
      counts.count == names.count && counts.allSatisfy { $0.count == names.count && $0.allSatisfy { $0 >= 0 } },
      "ConfusionMatrixChart: rows of \(counts.map(\.count)) for \(names.count) classes")
    self.counts = counts
    self.names = names
    self.title = title
  }

  /// Counts pairs of classes, given by their index. Traps where one lies outside the names.
  public init(actual: [Int], predicted: [Int], names: [String], title: String = "") {
    precondition(
      actual.count == predicted.count, "ConfusionMatrixChart: \(actual.count) and \(predicted.count) classes")
    var counts = Array(repeating: Array(repeating: 0, count: names.count), count: names.count)
    for (a, p) in zip(actual, predicted) {
      precondition(names.indices.contains(a) && names.indices.contains(p), "ConfusionMatrixChart: class \(a) as \(p)")
      counts[a][p] += 1
    }
    self.init(counts, names: names, title: title)
  }

  private var total: Int { counts.joined().reduce(0, +) }
  private var right: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// The share of a class that was recognised; nil where it does not occur.
  public func recall(_ index: Int) -> Double? {
    let all = counts[index].reduce(0, +)
    return all > 0 ? Double(counts[index][index]) / Double(all) : nil
  }

  private var heatmap: Heatmap {
    let shares = counts.map { row in
      let all = row.reduce(0, +)
      return row.map { all > 0 ? Double($0) / Double(all) : 0 }
    }
    return Heatmap(
      shares, rowLabels: names, columnLabels: names, range: 0...1, showsValues: true,
      texts: counts.map { $0.map { $0 == 0 ? "" : "\($0)" } }, title: title)
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty, !counts.isEmpty else { return }
    let map = heatmap
    let hasRecall = area.width >= 30 && area.height >= 5
    let (matrix, side) = area.splitRight(hasRecall ? 6 : 0)
    let layout = HeatmapLayout(map, in: matrix)
    map.draw(on: &surface, in: matrix, theme: theme)
    guard hasRecall, layout.columns.count == names.count else { return }
    let x = min(side.x, layout.body.maxX)
    for row in layout.rows {
      let cell = layout.cell(row, layout.columns.lowerBound)
      let text = recall(row).map { "\(Int(($0 * 100).rounded())) %" } ?? "-"
      surface.write(
        text, x: x + 6 - TextWidth.of(text), y: cell.y + (cell.height - 1) / 2,
        style: recall(row) ?? 1 < 0.9 ? theme.warning : theme.dim, clip: area)
    }
  }
}

extension ConfusionMatrixChart {
  /// How much was right, what was mistaken most often for what, and which class suffers most.
  public var facts: [ChartFact] {
    guard total > 0 else { return [.empty] }
    var worst: (actual: Int, predicted: Int)?
    for a in counts.indices {
      for p in counts.indices where a != p && counts[a][p] > (worst.map { counts[$0.actual][$0.predicted] } ?? 0) {
        worst = (a, p)
      }
    }
    let weakest = counts.indices.compactMap { index in recall(index).map { (index, $0) } }.min { $0.1 < $1.1 }
    return [.accuracy(right: right, of: total)]
      + (worst.map {
        [.confusion(actual: names[$0.actual], predicted: names[$0.predicted], count: counts[$0.actual][$0.predicted])]
      } ?? [])
      + (right < total ? weakest.map { [.weakestClass(names[$0.0], recall: $0.1)] } ?? [] : [])
  }

  public var table: ChartTable {
    ChartTable(
      columns: [.words(title, else: .actual)] + names.map { .words($0, else: .predicted) } + [.notion(.recall)],
      rows: counts.indices.map { row in
        [names[row]] + counts[row].map(String.init)
          + [recall(row).map { NumberLabel.fixed($0, decimals: 3) } ?? ""]
      })
  }
}
