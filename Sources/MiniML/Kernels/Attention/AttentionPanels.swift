/// How one head's numbers are laid out while attention works on it: copied to neighbouring rows and padded with zeros, d to
/// a multiple of 16 columns and Tk to a multiple of 16 keys.
struct AttentionPanels: Sendable {
  let sizes: AttentionSizes
  /// The padded d.
  let d: Int
  /// The padded Tk.
  let Tk: Int
  /// How many queries are worked on at a time: few enough for their scores to stay in the cache.
  let block: Int

  init(_ sizes: AttentionSizes) {
    self.sizes = sizes
    d = AttentionProducts.paddedColumns(sizes.d)
    Tk = AttentionProducts.paddedColumns(sizes.Tk)
    let fitting = min(64, max(16, 16_384 / max(1, Tk) / 4 * 4))
    block = min(fitting, AttentionProducts.paddedRows(sizes.Tq))
  }

  /// The queries in blocks.
  var blocks: [Range<Int>] {
    stride(from: 0, to: sizes.Tq, by: max(1, block)).map { $0..<min($0 + block, sizes.Tq) }
  }

  /// How many keys the tile of rows from i on in the block sees: as many as its last row.
  @inline(__always)
  func visible(_ i: Int, _ block: Range<Int>) -> Int {
    sizes.visible(min(block.lowerBound + i / AttentionProducts.rows * AttentionProducts.rows + 3, block.upperBound - 1))
  }

  /// The rows of scores of one tile, the first of them `row` of the block.
  @inline(__always)
  func rows(_ S: UnsafeMutablePointer<Float>, _ row: Int, _ block: Range<Int>) -> AttentionRows {
    AttentionRows(start: S + row * Tk, stride: Tk, width: AttentionProducts.paddedColumns(visible(row, block)))
  }

  // Sizes of the panels in numbers.
  var keysCount: Int { Tk * d }
  var queriesCount: Int { block * d }
  var scoresCount: Int { block * Tk }

  /// Rows of a head, times `factor`, as rows of a panel; `padding` rows of zeros follow.
  func copy(
    _ rows: Range<Int>, of x: UnsafePointer<Float>, rowStride: Int, times factor: Float = 1,
    into panel: UnsafeMutablePointer<Float>, padding: Int
  ) {
    for i in 0..<rows.count {
      let to = panel + i * d
      Self.scale(x + (rows.lowerBound + i) * rowStride, by: factor, into: to, sizes.d)
      (to + sizes.d).update(repeating: 0, count: d - sizes.d)
    }
    (panel + rows.count * d).update(repeating: 0, count: (padding - rows.count) * d)
  }

  /// Rows of a panel, times `factor`, back to where a head's rows lie.
  func copyOut(
    _ panel: UnsafePointer<Float>, times factor: Float = 1, to rows: Range<Int>, of x: UnsafeMutablePointer<Float>,
    rowStride: Int
  ) {
    for i in 0..<rows.count {
      Self.scale(panel + i * d, by: factor, into: x + (rows.lowerBound + i) * rowStride, sizes.d)
    }
  }

  /// `y = factor x` for n numbers.
  @inline(__always)
  private static func scale(
    _ x: UnsafePointer<Float>, by factor: Float, into y: UnsafeMutablePointer<Float>, _ n: Int
  ) {
    var j = 0
    while j + 8 <= n {
      (SIMD8(from: x + j) * factor).write(to: y + j)
      j += 8
    }
    while j < n {
      y[j] = x[j] * factor
      j += 1
    }
  }

  /// All keys (or values) of a head as columns of a panel `[d, Tk]`; columns of zeros fill it up.
  func transpose(_ x: UnsafePointer<Float>, rowStride: Int, into panel: UnsafeMutablePointer<Float>) {
    let rows = MatrixView(x, rows: sizes.Tk, columns: sizes.d, rowStride: rowStride)
    MatrixPacking.copy(rows.transposed, into: panel, stride: Tk)
    for j in 0..<sizes.d { (panel + j * Tk + sizes.Tk).update(repeating: 0, count: Tk - sizes.Tk) }
    (panel + sizes.d * Tk).update(repeating: 0, count: (d - sizes.d) * Tk)
  }
}
