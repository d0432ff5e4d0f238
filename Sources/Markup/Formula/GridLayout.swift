/// Sets the cells of a matrix, of cases or of aligned equations.
struct GridLayout {
  private let grid: FormulaNode.Grid
  private let cells: [[MathBox]]

  init(_ grid: FormulaNode.Grid, layout: FormulaLayout) {
    self.grid = grid
    let columns = grid.rows.map(\.count).max() ?? 0
    cells = grid.rows.map { row in
      row.map { layout.box($0) } + Array(repeating: MathBox(""), count: columns - row.count)
    }
  }

  /// The rows below each other, the neighbours on the middle.
  var box: MathBox {
    let widths = columnWidths
    var rows = cells.map { row in
      MathBox.beside(row.indices.map { column in padded(row, column, widths) })
    }
    if rows.contains(where: { !$0.isOneRow }) { rows = Array(rows.map { [$0] }.joined(separator: [MathBox("")])) }
    let lines = rows.flatMap { $0.padded(to: rows.map(\.width).max() ?? 0, .left).lines }
    return MathBox(lines, baseline: lines.count / 2)
  }

  private var columnWidths: [Int] {
    (0..<(cells.first?.count ?? 0)).map { column in cells.map { $0[column].width }.max() ?? 0 }
  }

  private func padded(_ row: [MathBox], _ column: Int, _ widths: [Int]) -> MathBox {
    let box = row[column].padded(to: widths[column], alignment(column))
    let gap = column + 1 < row.count ? gap(after: column) : 0
    return gap > 0 ? .beside([box, .blank(width: gap)]) : box
  }

  private func alignment(_ column: Int) -> MathBox.Alignment {
    if grid.alignments.indices.contains(column) { return grid.alignments[column] }
    switch grid.style {
    case .matrix, .binomial: return .centre
    case .cases: return .left
    case .aligned: return column % 2 == 0 ? .right : .left
    }
  }

  /// `&=` is one place: a blank stands before the relation, none after an empty cell.
  private func gap(after column: Int) -> Int {
    switch grid.style {
    case .matrix, .binomial, .cases: 2
    case .aligned: column % 2 == 0 ? 1 : 4
    }
  }
}
