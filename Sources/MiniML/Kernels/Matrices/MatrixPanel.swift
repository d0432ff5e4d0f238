/// Up to 16 columns of a product: their tiles from the top down.
struct MatrixPanel {
  let a: MatrixView
  /// `[k, columns]`, each row filled up to 8 or 16 numbers.
  let b: MatrixView
  let base: UnsafePointer<Float>
  let baseStride: Int
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  /// Room for seven rows of 16: a tile that is wider than what is left of C, and what it begins with.
  let spare: UnsafeMutablePointer<Float>

  @inline(__always)
  func run<Row: TileRow>(_ row: Row.Type) {
    let isNarrow = b.columns < Row.scalarCount
    let first = spare + 6 * Row.scalarCount
    if isNarrow, baseStride == 0 { MatrixPacking.copyRow(base, to: first, count: b.columns) }
    var i = 0
    while i < a.rows {
      let rows = Self.height(a.rows - i)
      if !isNarrow {
        tile(row, i, rows, base + i * baseStride, baseStride, c + i * rowStride, rowStride)
      } else if baseStride == 0 {
        narrowTile(row, i, rows, first, 0)
      } else {
        for r in 0..<rows {
          MatrixPacking.copyRow(base + (i + r) * baseStride, to: spare + r * Row.scalarCount, count: b.columns)
        }
        narrowTile(row, i, rows, spare, Row.scalarCount)
      }
      i += rows
    }
  }

  /// The rows of the next tile: six, but fours where sixes would leave a rest of one or two.
  private static func height(_ rest: Int) -> Int {
    rest >= 12 || rest == 6 || rest == 9 || rest == 10 ? 6 : min(4, rest)
  }

  @inline(__always)
  private func tile<Row: TileRow>(
    _: Row.Type, _ i: Int, _ rows: Int, _ base: UnsafePointer<Float>, _ baseStride: Int,
    _ c: UnsafeMutablePointer<Float>, _ rowStride: Int
  ) {
    let start = a.start + i * a.rowStride
    if rows == 6 {
      MatrixTile.six(
        Row.self, depth: a.columns, a: start, aRowStride: a.rowStride, aColumnStride: a.columnStride, b: b.start,
        bStride: b.rowStride, base: base, baseStride: baseStride, c: c, cStride: rowStride)
    } else {
      MatrixTile.four(
        Row.self, rows: rows, depth: a.columns, a: start, aRowStride: a.rowStride, aColumnStride: a.columnStride,
        b: b.start, bStride: b.rowStride, base: base, baseStride: baseStride, c: c, cStride: rowStride)
    }
  }

  /// A tile at the right edge: computed aside, so that nothing beyond the edge is read or written.
  @inline(__always)
  private func narrowTile<Row: TileRow>(
    _ row: Row.Type, _ i: Int, _ rows: Int, _ base: UnsafePointer<Float>, _ baseStride: Int
  ) {
    tile(row, i, rows, base, baseStride, spare, Row.scalarCount)
    for r in 0..<rows {
      MatrixPacking.copyRow(spare + r * Row.scalarCount, to: c + (i + r) * rowStride, count: b.columns)
    }
  }
}
