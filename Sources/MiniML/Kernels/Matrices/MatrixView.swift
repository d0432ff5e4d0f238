/// A matrix somewhere in memory: element (i, j) is `start[i * rowStride + j * columnStride]`.
///
/// It owns nothing: whoever makes one keeps the numbers alive while it is used.
struct MatrixView: @unchecked Sendable {
  let start: UnsafePointer<Float>
  let rows: Int
  let columns: Int
  let rowStride: Int
  let columnStride: Int

  init(_ start: UnsafePointer<Float>, rows: Int, columns: Int, rowStride: Int, columnStride: Int = 1) {
    self.start = start
    self.rows = rows
    self.columns = columns
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  /// Rows that follow each other without a gap.
  init(_ start: UnsafePointer<Float>, rows: Int, columns: Int) {
    self.init(start, rows: rows, columns: columns, rowStride: columns)
  }

  /// The same numbers with rows and columns exchanged; nothing is moved.
  var transposed: MatrixView {
    MatrixView(start, rows: columns, columns: rows, rowStride: columnStride, columnStride: rowStride)
  }

  /// One number of it.
  @inline(__always)
  subscript(row: Int, column: Int) -> Float { start[row * rowStride + column * columnStride] }

  /// Some rows and columns of it.
  func part(rows: Range<Int>, columns: Range<Int>) -> MatrixView {
    MatrixView(
      start + rows.lowerBound * rowStride + columns.lowerBound * columnStride, rows: rows.count, columns: columns.count,
      rowStride: rowStride, columnStride: columnStride)
  }
}
