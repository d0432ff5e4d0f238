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
  /// The most columns of B that are copied at once.
  private static let widest = 512
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
    let space = Space(depth, columns: min(b.columns, Self.widest), rows: transposesA(depth) ? a.rows : 0)
    var start = 0
    repeat {
      let range = start..<min(start + depth, a.columns)
      multiply(range, base: start == 0 ? base : .target, space)
      start = range.upperBound
    } while start < a.columns
  }

  /// Whether a block of A is transposed first: where its rows are not rows in memory, unless it is small.
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
    for column in stride(from: 0, to: b.columns, by: Self.widest) {
      let columns = column..<min(column + Self.widest, b.columns)
      multiply(left, range, columns, base: base, space)
    }
  }

  /// Some panels of one block of k.
  private func multiply(
    _ left: MatrixView, _ range: Range<Int>, _ columns: Range<Int>, base: MatrixProduct.Base, _ space: Space
  ) {
    let width = MatrixPacking.panelWidth
    let size = range.count * width
    if copiesB { MatrixPacking.packPanels(b.part(rows: range, columns: columns), into: space.panels, stride: size) }
    for column in stride(from: columns.lowerBound, to: columns.upperBound, by: width) {
      var right = b.part(rows: range, columns: column..<min(column + width, columns.upperBound))
      if copiesB || right.columns % 8 != 0 {
        let panel = space.panels + (column - columns.lowerBound) / width * size
        if !copiesB { MatrixPacking.packPanel(right, into: panel) }
        right = MatrixView(panel, rows: range.count, columns: right.columns, rowStride: width)
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
      right.columns > 8 ? panel.run(SIMD16<Float>.self) : panel.run(SIMD8<Float>.self)
    }
  }

  /// Whether the panels of B are copied: where its rows are not rows in memory, and where enough rows of A use them,
  /// unless B is small.
  private var copiesB: Bool { b.columnStride != 1 || (a.rows > 48 && b.rows * b.columns > 4096) }

  /// This thread's memory, divided.
  private struct Space {
    let zeros: UnsafeMutablePointer<Float>
    let tile: UnsafeMutablePointer<Float>
    let panels: UnsafeMutablePointer<Float>
    let rows: UnsafeMutablePointer<Float>?
    let rowStride: Int

    init(_ depth: Int, columns: Int, rows: Int) {
      rowStride = depth + 8
      let packed = depth * (columns + MatrixPacking.panelWidth)
      zeros = Scratch.floats(16 + 7 * 16 + packed + rows * rowStride)
      zeros.update(repeating: 0, count: 16)
      tile = zeros + 16
      panels = tile + 7 * 16
      self.rows = rows > 0 ? panels + packed : nil
    }
  }
}
