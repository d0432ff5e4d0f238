/// The product of one thread's share of rows and columns: blocks of k, of columns and of rows; panels; tiles.
///
/// The order of the loops is Goto and van de Geijn's (2008, "Anatomy of high-performance matrix multiplication"):
///
///     for up to 384 of k
///       for up to 512 columns: copy B's part in panels of 16 columns, each in the order in which it will be read
///         for some rows, so that A's part stays in the second-level cache
///           for each panel, 384 x 16 numbers, which stays in the first-level cache
///             for each 6 rows: C's tile += A's 6 rows x B's panel, in registers
///
/// So a number of B is read from far away once, and one of A once for every 512 columns. A is read where it lies when
/// the numbers of its rows are neighbours; otherwise, when it is large, its part is transposed first. B is not copied
/// where only a few rows would use the copy.
struct MatrixBlock {
  let a: MatrixView
  let b: MatrixView
  let c: UnsafeMutablePointer<Float>
  let rowStride: Int
  let base: MatrixProduct.Base

  /// The longest part of k for which a panel of B and six rows of A stay in the first-level cache.
  private static let longest = 384
  /// The most columns of B that are copied at once.
  private static let widest = 512
  /// The most numbers of A in a block: 256 KiB.
  private static let largest = 64 * 1024

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
    let space = Space(depth, columns: min(n, Self.widest), rows: transposesA(depth) ? m : 0)
    var start = 0
    repeat {
      let range = start..<min(start + depth, a.columns)
      multiply(range, base: start == 0 ? base : .target, space)
      start = range.upperBound
    } while start < a.columns
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
    let height = Self.length(a.rows, atMost: Self.largest / max(1, range.count), grain: 12)
    for column in stride(from: 0, to: b.columns, by: Self.widest) {
      let right = b.part(rows: range, columns: column..<min(column + Self.widest, b.columns))
      if copiesB { MatrixPacking.packPanels(right, into: space.panels, stride: range.count * MatrixPacking.panelWidth) }
      for row in stride(from: 0, to: a.rows, by: height) {
        let rows = row..<min(row + height, a.rows)
        MatrixBlock(
          a: left.part(rows: rows, columns: 0..<range.count), b: right, c: c + row * rowStride + column,
          rowStride: rowStride, base: base.from(column)
        ).multiply(space, isCopied: copiesB)
      }
    }
  }

  /// A block that lies in the caches: its panels.
  private func multiply(_ space: Space, isCopied: Bool) {
    let width = MatrixPacking.panelWidth
    for column in stride(from: 0, to: b.columns, by: width) {
      var right = b.part(rows: 0..<b.rows, columns: column..<min(column + width, b.columns))
      if isCopied || right.columns % 8 != 0 {
        let panel = isCopied ? space.panels + column * b.rows : space.panels
        if !isCopied { MatrixPacking.packPanel(right, into: panel) }
        right = MatrixView(panel, rows: b.rows, columns: right.columns, rowStride: width)
      }
      let target = c + column
      let (start, stride): (UnsafePointer<Float>, Int) =
        switch base {
        case .zero: (UnsafePointer(space.zeros), 0)
        case .target: (UnsafePointer(target), rowStride)
        case .row(let row): (row + column, 0)
        }
      let panel = MatrixPanel(
        a: a, b: right, base: start, baseStride: stride, c: target, rowStride: rowStride, spare: space.tile)
      right.columns > 8 ? panel.run(SIMD16<Float>.self) : panel.run(SIMD8<Float>.self)
    }
  }

  /// Whether the panels of B are copied: where its rows are not rows in memory, and where enough rows of A use them;
  /// fewer are enough where the second-level cache does not hold B.
  private var copiesB: Bool { b.columnStride != 1 || a.rows > (b.rows * b.columns > 1 << 18 ? 48 : 128) }

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
