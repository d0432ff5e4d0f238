/// The product of one thread's share of rows and columns: blocks of k, panels of 16 columns, tiles of 6 rows.
///
/// The order of the loops is Goto and van de Geijn's (2008, "Anatomy of high-performance matrix multiplication"):
///
///     for each block of k (at most 320 long)
///       for each 16 columns: copy B's part, 320 x 16 numbers (20 KiB), so that it stays in the first-level cache
///         for each 6 rows: C's tile += A's 6 rows x B's panel, in registers
///
/// So a number of B is read from far away once, a number of A once for every 16 columns, in six streams that the
/// machine foresees, and C once for every block of k. A is read where it lies when the numbers of its rows are
/// neighbours; otherwise, when it is large, its block is transposed first.
struct MatrixBlock {
  let a: MatrixView
  let b: MatrixView
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  let base: MatrixProduct.Base

  /// The longest part of k for which a panel of B and six rows of A stay in the first-level cache.
  private static let longest = 320

  /// The share of some rows and columns of the result.
  func part(rows: Range<Int>, columns: Range<Int>) -> MatrixBlock {
    var base = base
    if case .row(let row) = base { base = .row(row + columns.lowerBound) }
    return MatrixBlock(
      a: a.part(rows: rows, columns: 0..<a.columns), b: b.part(rows: 0..<b.rows, columns: columns),
      c: c + rows.lowerBound * rowStride + columns.lowerBound, rowStride: rowStride, base: base)
  }

  func run() {
    guard a.rows > 0, b.columns > 0 else { return }
    let blocks = max(1, (a.columns + Self.longest - 1) / Self.longest)
    let depth = (a.columns + blocks - 1) / blocks
    let packsA = a.columnStride != 1 && a.rows * depth > 4096 && b.columns > 2 * MatrixPacking.panelWidth
    let packedA = packsA ? a.rows * (depth + 8) : 0
    let scratch = Scratch.floats(32 + 6 * 16 + depth * 16 + packedA)
    let space = Space(
      zeros: scratch, tile: scratch + 32, panel: scratch + 32 + 96, rows: packsA ? scratch + 32 + 96 + depth * 16 : nil)
    scratch.update(repeating: 0, count: 32)
    var start = 0
    repeat {
      let range = start..<min(start + depth, a.columns)
      multiply(range, isFirst: start == 0, space)
      start = range.upperBound
    } while start < a.columns
  }

  /// This thread's memory, divided.
  private struct Space {
    let zeros: UnsafeMutablePointer<Float>
    let tile: UnsafeMutablePointer<Float>
    let panel: UnsafeMutablePointer<Float>
    let rows: UnsafeMutablePointer<Float>?
  }

  /// One block of k.
  private func multiply(_ range: Range<Int>, isFirst: Bool, _ space: Space) {
    var left = a.part(rows: 0..<a.rows, columns: range)
    if let rows = space.rows {
      MatrixPacking.copy(left, into: rows, stride: range.count + 8)
      left = MatrixView(rows, rows: a.rows, columns: range.count, rowStride: range.count + 8)
    }
    let width = MatrixPacking.panelWidth
    for column in stride(from: 0, to: b.columns, by: width) {
      let columns = column..<min(column + width, b.columns)
      var right = b.part(rows: range, columns: columns)
      if needsPacking(right) {
        MatrixPacking.packPanel(right, into: space.panel)
        right = MatrixView(space.panel, rows: range.count, columns: columns.count, rowStride: width)
      }
      let target = c + column
      let (start, stride): (UnsafePointer<Float>, Int) =
        if !isFirst {
          (UnsafePointer(target), rowStride)
        } else {
          switch base {
          case .zero: (UnsafePointer(space.zeros), 0)
          case .target: (UnsafePointer(target), rowStride)
          case .row(let row): (row + column, 0)
          }
        }
      let tiles = MatrixTiles(
        a: left, b: right, base: start, baseStride: stride, c: target, rowStride: rowStride, spare: space.tile)
      columns.count > 8 ? tiles.run(SIMD16<Float>.self) : tiles.run(SIMD8<Float>.self)
    }
  }

  private func needsPacking(_ panel: MatrixView) -> Bool {
    panel.columnStride != 1 || (panel.columns != 16 && panel.columns != 8) || a.rows > 48
  }
}

/// One panel of columns: its tiles from the top down.
struct MatrixTiles {
  let a: MatrixView
  let b: MatrixView
  let base: UnsafePointer<Float>
  let baseStride: Int
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  /// Room for a tile that is wider than what is left of C.
  let spare: UnsafeMutablePointer<Float>

  @inline(__always)
  func run<Row: TileRow>(_ row: Row.Type) {
    var i = 0
    while i < a.rows {
      let rows = Self.height(a.rows - i)
      if b.columns == Row.scalarCount {
        tile(row, i, rows, base + i * baseStride, baseStride, c + i * rowStride, rowStride)
      } else {
        narrowTile(row, i, rows)
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
  private func narrowTile<Row: TileRow>(_ row: Row.Type, _ i: Int, _ rows: Int) {
    let width = Row.scalarCount
    for r in 0..<rows {
      MatrixPacking.copyRow(base + (i + r) * baseStride, to: spare + r * width, count: b.columns)
    }
    tile(row, i, rows, spare, width, spare, width)
    for r in 0..<rows {
      MatrixPacking.copyRow(spare + r * width, to: c + (i + r) * rowStride, count: b.columns)
    }
  }
}
