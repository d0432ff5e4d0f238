/// The product of one thread's share of rows and columns: blocks of rows and of k, panels of 16 columns, tiles of 6 rows.
///
/// The order of the loops is Goto and van de Geijn's (2008, "Anatomy of high-performance matrix multiplication"):
///
///     for some rows and some k, so that A's block stays in the second-level cache
///       for each 16 columns: copy B's part, at most 320 x 16 numbers, so that it stays in the first-level cache
///         for each 6 rows: C's tile += A's 6 rows x B's panel, in registers
///
/// So a number of B is read from far away once for every block of rows, and one of A once for every 16 columns, in six
/// streams that the machine foresees. A is read where it lies when the numbers of its rows are neighbours; otherwise,
/// when it is large, its block is transposed first. B's panel is not copied where a few rows alone would use the copy.
struct MatrixBlock {
  let a: MatrixView
  let b: MatrixView
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  let base: MatrixProduct.Base

  /// The longest part of k for which a panel of B and six rows of A stay in the first-level cache.
  private static let longest = 320
  /// The most numbers of A in a block: 384 KiB.
  private static let largest = 96 * 1024

  /// The share of some rows and columns of the result.
  func part(rows: Range<Int>, columns: Range<Int>) -> MatrixBlock {
    MatrixBlock(
      a: a.part(rows: rows, columns: 0..<a.columns), b: b.part(rows: 0..<b.rows, columns: columns),
      c: c + rows.lowerBound * rowStride + columns.lowerBound, rowStride: rowStride,
      base: base.from(columns.lowerBound))
  }

  func run() {
    let (m, n) = (a.rows, b.columns)
    guard m > 0, n > 0 else { return }
    if m == 1 { return RowProduct(x: a.start, xStride: a.columnStride, b: b, base: base, c: c).run() }
    if n == 1 { return runColumn() }
    if n % MatrixPacking.panelWidth == 1 {
      part(rows: 0..<m, columns: 0..<n - 1).run()
      return part(rows: 0..<m, columns: n - 1..<n).run()
    }
    let depth = Self.length(a.columns, atMost: Self.longest, grain: 1)
    let height = Self.length(m, atMost: Self.largest / depth, grain: 12)
    for row in stride(from: 0, to: m, by: height) {
      part(rows: row..<min(row + height, m), columns: 0..<n).runRows(depth)
    }
  }

  /// The length of as few equal pieces as possible, a whole number of grains.
  private static func length(_ count: Int, atMost most: Int, grain: Int) -> Int {
    let pieces = max(1, (count + most - 1) / most)
    return max(grain, (count + pieces * grain - 1) / (pieces * grain) * grain)
  }

  /// B has one column: the product of a row with the roles exchanged.
  private func runColumn() {
    let column = Scratch.floats(RowProduct.scratch + a.rows) + RowProduct.scratch
    for i in 0..<a.rows {
      switch base {
      case .zero: column[i] = 0
      case .target: column[i] = c[i * rowStride]
      case .row(let row): column[i] = row[0]
      }
    }
    RowProduct(x: b.start, xStride: b.rowStride, b: a.transposed, base: .target, c: column).run()
    for i in 0..<a.rows { c[i * rowStride] = column[i] }
  }

  /// One block of rows: its blocks of k in order.
  private func runRows(_ depth: Int) {
    let space = Space(depth, rows: transposesA(depth) ? a.rows : 0)
    var start = 0
    repeat {
      let range = start..<min(start + depth, a.columns)
      multiply(range, base: start == 0 ? base : .target, space)
      start = range.upperBound
    } while start < a.columns
  }

  private func transposesA(_ depth: Int) -> Bool {
    a.columnStride != 1 && a.rows * depth > 4096 && b.columns > 2 * MatrixPacking.panelWidth
  }

  /// One block of k.
  private func multiply(_ range: Range<Int>, base: MatrixProduct.Base, _ space: Space) {
    var left = a.part(rows: 0..<a.rows, columns: range)
    if let rows = space.rows {
      MatrixPacking.copy(left, into: rows, stride: space.rowStride)
      left = MatrixView(rows, rows: a.rows, columns: range.count, rowStride: space.rowStride)
    }
    let width = MatrixPacking.panelWidth
    for column in stride(from: 0, to: b.columns, by: width) {
      let columns = column..<min(column + width, b.columns)
      var right = b.part(rows: range, columns: columns)
      if needsCopy(right) {
        MatrixPacking.packPanel(right, into: space.panel)
        right = MatrixView(space.panel, rows: range.count, columns: columns.count, rowStride: width)
      }
      let target = c + column
      let (start, stride): (UnsafePointer<Float>, Int) =
        switch base {
        case .zero: (UnsafePointer(space.zeros), 0)
        case .target: (UnsafePointer(target), rowStride)
        case .row(let row): (row + column, 0)
        }
      let panel = MatrixPanel(
        a: left, b: right, base: start, baseStride: stride, c: target, rowStride: rowStride, spare: space.tile)
      columns.count > 8 ? panel.run(SIMD16<Float>.self) : panel.run(SIMD8<Float>.self)
    }
  }

  private func needsCopy(_ panel: MatrixView) -> Bool {
    panel.columnStride != 1 || (panel.columns != 16 && panel.columns != 8) || (a.rows > 48 && b.rows * b.columns > 4096)
  }

  /// This thread's memory, divided.
  private struct Space {
    let zeros: UnsafeMutablePointer<Float>
    let tile: UnsafeMutablePointer<Float>
    let panel: UnsafeMutablePointer<Float>
    let rows: UnsafeMutablePointer<Float>?
    let rowStride: Int

    init(_ depth: Int, rows: Int) {
      rowStride = depth + 8
      zeros = Scratch.floats(16 + 7 * 16 + depth * 16 + rows * rowStride)
      zeros.update(repeating: 0, count: 16)
      tile = zeros + 16
      panel = tile + 7 * 16
      self.rows = rows > 0 ? panel + depth * 16 : nil
    }
  }
}
