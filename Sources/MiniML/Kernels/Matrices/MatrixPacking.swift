/// Copies of parts of a matrix in the order in which a product reads them.
enum MatrixPacking {
  /// The columns of a panel of B: what a tile's row holds.
  static let panelWidth = 16

  /// Copies up to 16 columns of B so that its rows follow each other, each filled up with zeros to 16 numbers.
  static func packPanel(_ b: MatrixView, into panel: UnsafeMutablePointer<Float>) {
    if b.columns < panelWidth { panel.update(repeating: 0, count: b.rows * panelWidth) }
    if b.columnStride == 1 {
      copyRows(b, into: panel, stride: panelWidth)
    } else {
      copy(b, into: panel, stride: panelWidth)
    }
  }

  /// Copies the columns of B in panels of 16, the first numbers of which are `stride` apart.
  ///
  /// Where B's rows lie in memory, they are read from end to end, panel after panel: the machine foresees that.
  static func packPanels(_ b: MatrixView, into panels: UnsafeMutablePointer<Float>, stride: Int) {
    let whole = b.columnStride == 1 ? b.columns / panelWidth : 0
    for i in 0..<b.rows {
      var (source, target) = (b.start + i * b.rowStride, panels + i * panelWidth)
      for _ in 0..<whole {
        SIMD16(at: source).store(at: target)
        source += panelWidth
        target += stride
      }
    }
    for column in Swift.stride(from: whole * panelWidth, to: b.columns, by: panelWidth) {
      let columns = column..<min(column + panelWidth, b.columns)
      packPanel(b.part(rows: 0..<b.rows, columns: columns), into: panels + column / panelWidth * stride)
    }
  }

  /// Copies a matrix of any strides to rows `stride` apart.
  static func copy(_ source: MatrixView, into target: UnsafeMutablePointer<Float>, stride: Int) {
    if source.columnStride == 1 { return copyRows(source, into: target, stride: stride) }
    guard source.rowStride == 1 else { return copyNumbers(source, into: target, stride: stride) }
    let (rows, columns) = (source.rows & ~3, source.columns & ~7)
    for j in Swift.stride(from: 0, to: columns, by: 8) {
      transpose(source.start + j * source.columnStride, source.columnStride, into: target + j, stride, rows)
    }
    if rows < source.rows {
      copyNumbers(
        source.part(rows: rows..<source.rows, columns: 0..<columns), into: target + rows * stride, stride: stride)
    }
    if columns < source.columns {
      copyNumbers(
        source.part(rows: 0..<source.rows, columns: columns..<source.columns), into: target + columns, stride: stride)
    }
  }

  private static func copyNumbers(_ source: MatrixView, into target: UnsafeMutablePointer<Float>, stride: Int) {
    for j in 0..<source.columns {
      let column = source.start + j * source.columnStride
      for i in 0..<source.rows { target[i * stride + j] = column[i * source.rowStride] }
    }
  }

  private static func copyRows(_ source: MatrixView, into target: UnsafeMutablePointer<Float>, stride: Int) {
    if source.columns == panelWidth {
      for i in 0..<source.rows { SIMD16(at: source.start + i * source.rowStride).store(at: target + i * stride) }
    } else {
      for i in 0..<source.rows {
        copyRow(source.start + i * source.rowStride, to: target + i * stride, count: source.columns)
      }
    }
  }

  /// Copies `count` numbers without a call and without touching a number beyond.
  @inline(__always)
  static func copyRow(_ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int) {
    var done = 0
    while done + 8 <= count {
      SIMD8(at: source + done).store(at: target + done)
      done += 8
    }
    while done < count {
      target[done] = source[done]
      done += 1
    }
  }

  private typealias Pairs = SIMD4<UInt64>

  /// Eight columns that lie in memory, `columnStride` apart, to rows: 4 x 8 numbers at a time, in registers.
  ///
  /// Two neighbouring numbers count as one of 64 bits. First, shifts and masks bring together the numbers of two
  /// columns; then pairs change places. (In one pass the compiler takes the steps apart and does twice the work.)
  private static func transpose(
    _ column: UnsafePointer<Float>, _ columnStride: Int, into target: UnsafeMutablePointer<Float>, _ stride: Int,
    _ rows: Int
  ) {
    var (start, row) = (column, target)
    for _ in 0..<rows / 4 {
      let (v0, v1) = (halves(start, columnStride), halves(start + columnStride, columnStride))
      let (v2, v3) = (halves(start + 2 * columnStride, columnStride), halves(start + 3 * columnStride, columnStride))
      store(v0 & low | v1 &<< 32, row)
      store(v2 & low | v3 &<< 32, row + stride)
      store(v0 &>> 32 | v1 & ~low, row + 2 * stride)
      store(v2 &>> 32 | v3 & ~low, row + 3 * stride)
      start += 4
      row += 4 * stride
    }
    row = target
    for _ in 0..<rows / 4 {
      let (even01, even23) = (load(row), load(row + stride))
      let (odd01, odd23) = (load(row + 2 * stride), load(row + 3 * stride))
      store(first(even01, even23), row)
      store(first(odd01, odd23), row + stride)
      store(second(even01, even23), row + 2 * stride)
      store(second(odd01, odd23), row + 3 * stride)
      row += 4 * stride
    }
  }

  @inline(__always)
  private static func load(_ start: UnsafePointer<Float>) -> Pairs {
    UnsafeRawPointer(start).loadUnaligned(as: Pairs.self)
  }

  @inline(__always)
  private static func store(_ pairs: Pairs, _ start: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(start).storeBytes(of: pairs, as: Pairs.self)
  }

  @inline(__always)
  private static var low: Pairs { Pairs(repeating: 0xffff_ffff) }

  /// Four numbers of a column and of the fourth after it.
  @inline(__always)
  private static func halves(_ column: UnsafePointer<Float>, _ stride: Int) -> Pairs {
    Pairs(
      lowHalf: UnsafeRawPointer(column).loadUnaligned(as: SIMD2<UInt64>.self),
      highHalf: UnsafeRawPointer(column + 4 * stride).loadUnaligned(as: SIMD2<UInt64>.self))
  }

  @inline(__always)
  private static func first(_ a: Pairs, _ b: Pairs) -> Pairs { Pairs(a[0], b[0], a[2], b[2]) }

  @inline(__always)
  private static func second(_ a: Pairs, _ b: Pairs) -> Pairs { Pairs(a[1], b[1], a[3], b[3]) }
}
