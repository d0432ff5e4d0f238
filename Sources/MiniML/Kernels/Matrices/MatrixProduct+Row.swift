/// The product of one row, `[k] x [k, n] -> [n]`: decoding a token, one sample through a layer.
///
/// Each number of B is used once, so that the time is that of reading B, and nothing is copied first. The sums of
/// neighbouring columns share a register; each is summed in the order of k, as in every product.
struct RowProduct {
  let x: UnsafePointer<Float>
  let xStride: Int
  let b: MatrixView
  let base: MatrixProduct.Base
  let c: UnsafeMutablePointer<Float>

  /// How much of the thread's memory it uses: a block of B.
  static let scratch = 32 * 64

  func run() {
    if b.columnStride == 1 {
      alongRows()
    } else if b.rowStride == 1 {
      alongColumns()
    } else {
      for column in 0..<b.columns { single(column) }
    }
  }

  /// What the sums of some neighbouring columns begin with.
  @inline(__always)
  private func start<Row: TileRow>(_ column: Int) -> Row {
    switch base {
    case .zero: .zero
    case .target: Row(at: c + column)
    case .row(let row): Row(at: row + column)
    }
  }

  private func single(_ column: Int) {
    var sum: Float =
      switch base {
      case .zero: 0
      case .target: c[column]
      case .row(let row): row[column]
      }
    for p in 0..<b.rows { sum = multiplyAdd(x[p * xStride], b[p, column], sum) }
    c[column] = sum
  }
}

// B's rows lie in memory.
extension RowProduct {
  private func alongRows() {
    var column = 0
    while column + 64 <= b.columns {
      wide(column)
      column += 64
    }
    while column + 8 <= b.columns {
      narrow(column).store(at: c + column)
      column += 8
    }
    if b.columns < 8 {
      for column in 0..<b.columns { single(column) }
    } else if column < b.columns {
      let last = b.columns - 8
      let sums = narrow(last)
      for rest in column..<b.columns { c[rest] = sums[rest - last] }
    }
  }

  /// 64 columns in eight registers: enough sums to hide that each has to wait for its last addition.
  private func wide(_ column: Int) {
    var (s0, s1): (SIMD16<Float>, SIMD16<Float>) = (start(column), start(column + 16))
    var (s2, s3): (SIMD16<Float>, SIMD16<Float>) = (start(column + 32), start(column + 48))
    var (row, factor) = (b.start + column, x)
    for _ in 0..<b.rows {
      s0 = SIMD16.multiplyAdd(factor[0], SIMD16(at: row), s0)
      s1 = SIMD16.multiplyAdd(factor[0], SIMD16(at: row + 16), s1)
      s2 = SIMD16.multiplyAdd(factor[0], SIMD16(at: row + 32), s2)
      s3 = SIMD16.multiplyAdd(factor[0], SIMD16(at: row + 48), s3)
      row += b.rowStride
      factor += xStride
    }
    s0.store(at: c + column)
    s1.store(at: c + column + 16)
    s2.store(at: c + column + 32)
    s3.store(at: c + column + 48)
  }

  private func narrow(_ column: Int) -> SIMD8<Float> {
    var sum: SIMD8<Float> = start(column)
    var (row, factor) = (b.start + column, x)
    for _ in 0..<b.rows {
      sum = SIMD8.multiplyAdd(factor[0], SIMD8(at: row), sum)
      row += b.rowStride
      factor += xStride
    }
    return sum
  }
}

// B's columns lie in memory.
extension RowProduct {
  /// Blocks of 32 rows and 64 columns are transposed into the first-level cache, then taken like rows.
  ///
  /// Sums over the columns themselves would be faster by half, and in another order.
  private func alongColumns() {
    let block = Scratch.floats(Self.scratch)
    for column in stride(from: 0, to: b.columns, by: 64) {
      let columns = column..<min(column + 64, b.columns)
      for row in stride(from: 0, to: b.rows, by: 32) {
        let part = b.part(rows: row..<min(row + 32, b.rows), columns: columns)
        MatrixPacking.copy(part, into: block, stride: 64)
        RowProduct(
          x: x + row * xStride, xStride: xStride,
          b: MatrixView(block, rows: part.rows, columns: part.columns, rowStride: 64),
          base: row == 0 ? base.from(column) : .target, c: c + column
        ).alongRows()
      }
    }
  }
}
