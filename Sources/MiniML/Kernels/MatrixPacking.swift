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

  /// Copies a matrix of any strides to rows `stride` apart.
  static func copy(_ source: MatrixView, into target: UnsafeMutablePointer<Float>, stride: Int) {
    if source.columnStride == 1 { return copyRows(source, into: target, stride: stride) }
    guard source.rowStride == 1 else { return copyNumbers(source, into: target, stride: stride) }
    let (rows, columns) = (source.rows & ~7, source.columns & ~7)
    for j in Swift.stride(from: 0, to: columns, by: 8) {
      let column = source.start + j * source.columnStride
      for i in Swift.stride(from: 0, to: rows, by: 8) {
        transposeBlock(column + i, stride: source.columnStride, into: target + i * stride + j, stride: stride)
      }
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

  /// Transposes 8 x 8 numbers: columns of the source, `sourceStride` apart, become columns of rows `stride` apart.
  @inline(__always)
  private static func transposeBlock(
    _ source: UnsafePointer<Float>, stride sourceStride: Int, into target: UnsafeMutablePointer<Float>, stride: Int
  ) {
    for half in 0..<2 {
      let column = source + 4 * half
      let v0 = pair(column, column + 4 * sourceStride)
      let v1 = pair(column + sourceStride, column + 5 * sourceStride)
      let v2 = pair(column + 2 * sourceStride, column + 6 * sourceStride)
      let v3 = pair(column + 3 * sourceStride, column + 7 * sourceStride)
      let (low01, high01) = (mixLow(v0, v1), mixHigh(v0, v1))
      let (low23, high23) = (mixLow(v2, v3), mixHigh(v2, v3))
      let row = target + 4 * half * stride
      joinLow(low01, low23).store(at: row)
      joinHigh(low01, low23).store(at: row + stride)
      joinLow(high01, high23).store(at: row + 2 * stride)
      joinHigh(high01, high23).store(at: row + 3 * stride)
    }
  }

  /// Four numbers from each place.
  @inline(__always)
  private static func pair(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>) -> SIMD8<Float> {
    SIMD8(
      lowHalf: UnsafeRawPointer(a).loadUnaligned(as: SIMD4<Float>.self),
      highHalf: UnsafeRawPointer(b).loadUnaligned(as: SIMD4<Float>.self))
  }

  @inline(__always)
  private static func mixLow(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    SIMD8(a[0], b[0], a[1], b[1], a[4], b[4], a[5], b[5])
  }

  @inline(__always)
  private static func mixHigh(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    SIMD8(a[2], b[2], a[3], b[3], a[6], b[6], a[7], b[7])
  }

  @inline(__always)
  private static func joinLow(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    SIMD8(a[0], a[1], b[0], b[1], a[4], a[5], b[4], b[5])
  }

  @inline(__always)
  private static func joinHigh(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
    SIMD8(a[2], a[3], b[2], b[3], a[6], a[7], b[6], b[7])
  }
}
