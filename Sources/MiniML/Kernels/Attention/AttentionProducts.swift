/// The products inside attention, on padded panels: rows in fours, columns in sixteens, so that no edge is special.
///
/// Each is a loop over tiles of 4 x 16 numbers, which stay in eight vector registers while the sum runs. What a causal
/// attention hides is left out tile by tile.
enum AttentionProducts {
  /// Rows of a tile.
  static let rows = 4
  /// Columns of a tile.
  static let columns = 16

  static func paddedRows(_ n: Int) -> Int { (n + rows - 1) / rows * rows }
  static func paddedColumns(_ n: Int) -> Int { (n + columns - 1) / columns * columns }

  /// Scores `S = Q Kt` of the queries `block`: `[R, d] x [d, Tk] -> [R, Tk]`, where at least the visible ones are made.
  static func scores(
    _ Q: UnsafePointer<Float>, _ Kt: UnsafePointer<Float>, into S: UnsafeMutablePointer<Float>,
    _ block: Range<Int>, _ panels: AttentionPanels
  ) {
    for i in stride(from: 0, to: block.count, by: rows) {
      for j in stride(from: 0, to: panels.visible(i, block), by: columns) {
        tile(
          Q + i * panels.d, aRow: panels.d, aStep: 1, Kt + j, bStep: panels.Tk, depth: panels.d,
          into: S + i * panels.Tk + j, cRow: panels.Tk, adding: false)
      }
    }
  }

  /// Rows of keys or values, each as much as its weight: `Y = W X`, `[R, Tk] x [Tk, d] -> [R, d]`.
  static func mix(
    _ W: UnsafePointer<Float>, _ X: UnsafePointer<Float>, into Y: UnsafeMutablePointer<Float>,
    _ block: Range<Int>, _ panels: AttentionPanels
  ) {
    for i in stride(from: 0, to: block.count, by: rows) {
      for j in stride(from: 0, to: panels.d, by: columns) {
        tile(
          W + i * panels.Tk, aRow: panels.Tk, aStep: 1, X + j, bStep: panels.d, depth: panels.visible(i, block),
          into: Y + i * panels.d + j, cRow: panels.d, adding: false)
      }
    }
  }

  /// What each key gets back from the queries of the block: `Y += W^T X`, `[Tk, R] x [R, d] -> [Tk, d]`.
  static func collect(
    _ W: UnsafePointer<Float>, _ X: UnsafePointer<Float>, into Y: UnsafeMutablePointer<Float>,
    _ block: Range<Int>, _ panels: AttentionPanels
  ) {
    for j in stride(from: 0, to: panels.visible(block.count - 1, block), by: rows) {
      let first = max(0, panels.sizes.firstQuery(seeing: j) - block.lowerBound)
      for column in stride(from: 0, to: panels.d, by: columns) {
        tile(
          W + first * panels.Tk + j, aRow: 1, aStep: panels.Tk, X + first * panels.d + column, bStep: panels.d,
          depth: block.count - first, into: Y + j * panels.d + column, cRow: panels.d, adding: true)
      }
    }
  }

  /// `c = a b` or `c += a b` for 4 x 16 numbers, summed over `depth` steps in order.
  @inline(__always)
  private static func tile(
    _ a: UnsafePointer<Float>, aRow: Int, aStep: Int, _ b: UnsafePointer<Float>, bStep: Int, depth: Int,
    into c: UnsafeMutablePointer<Float>, cRow: Int, adding: Bool
  ) {
    let (c0, c1, c2, c3) = (c, c + cRow, c + 2 * cRow, c + 3 * cRow)
    var (s00, s01) = adding ? (SIMD8(from: c0), SIMD8(from: c0 + 8)) : (SIMD8<Float>.zero, SIMD8<Float>.zero)
    var (s10, s11) = adding ? (SIMD8(from: c1), SIMD8(from: c1 + 8)) : (SIMD8<Float>.zero, SIMD8<Float>.zero)
    var (s20, s21) = adding ? (SIMD8(from: c2), SIMD8(from: c2 + 8)) : (SIMD8<Float>.zero, SIMD8<Float>.zero)
    var (s30, s31) = adding ? (SIMD8(from: c3), SIMD8(from: c3 + 8)) : (SIMD8<Float>.zero, SIMD8<Float>.zero)
    var (a, b) = (a, b)
    for _ in 0..<depth {
      let (b0, b1) = (SIMD8(from: b), SIMD8(from: b + 8))
      let (a0, a1) = (SIMD8(repeating: a[0]), SIMD8(repeating: a[aRow]))
      let (a2, a3) = (SIMD8(repeating: a[2 * aRow]), SIMD8(repeating: a[3 * aRow]))
      (s00, s01) = (multiplyAdd(a0, b0, s00), multiplyAdd(a0, b1, s01))
      (s10, s11) = (multiplyAdd(a1, b0, s10), multiplyAdd(a1, b1, s11))
      (s20, s21) = (multiplyAdd(a2, b0, s20), multiplyAdd(a2, b1, s21))
      (s30, s31) = (multiplyAdd(a3, b0, s30), multiplyAdd(a3, b1, s31))
      a += aStep
      b += bStep
    }
    s00.write(to: c0)
    s01.write(to: c0 + 8)
    s10.write(to: c1)
    s11.write(to: c1 + 8)
    s20.write(to: c2)
    s21.write(to: c2 + 8)
    s30.write(to: c3)
    s31.write(to: c3 + 8)
  }
}
