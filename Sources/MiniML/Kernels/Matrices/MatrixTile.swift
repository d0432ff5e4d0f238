/// A row of a tile: 16 or 8 neighbouring columns, held in vector registers.
protocol TileRow: SIMD where Scalar == Float {
  /// `x * row + sum`, lane by lane.
  static func multiplyAdd(_ x: Float, _ row: Self, _ sum: Self) -> Self
}

extension SIMD8: TileRow where Scalar == Float {
  @inline(__always)
  static func multiplyAdd(_ x: Float, _ row: Self, _ sum: Self) -> Self {
    MiniML.multiplyAdd(Self(repeating: x), row, sum)
  }
}

extension SIMD16: TileRow where Scalar == Float {
  @inline(__always)
  static func multiplyAdd(_ x: Float, _ row: Self, _ sum: Self) -> Self {
    MiniML.multiplyAdd(Self(repeating: x), row, sum)
  }
}

extension TileRow {
  @inline(__always)
  init(at start: UnsafePointer<Float>) { self = UnsafeRawPointer(start).loadUnaligned(as: Self.self) }

  @inline(__always)
  func store(at start: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(start).storeBytes(of: self, as: Self.self)
  }
}

/// The innermost part of a matrix product: a tile of 6 (or 4) rows and 16 (or 8) columns of C that stays in registers
/// while k runs.
///
/// Each step of k takes one row of B (two registers) and one number from each of A's six rows, which meets the whole
/// row of B: 12 multiply-adds for 8 loads. Twelve sums are enough to keep both multiply-add units busy (each takes a
/// new instruction every cycle, and gives its result after four), and with the row of B and A's number they fill 15 of
/// the 16 registers.
///
/// A's numbers may lie anywhere (`aRowStride`, `aColumnStride`); the rows of B are `bStride` apart. The sums begin at
/// `base` (rows `baseStride` apart: 0 repeats one row, as for a bias), and end in `c`.
enum MatrixTile {
  /// Six rows.
  @inline(__always)
  static func six<Row: TileRow>(
    _: Row.Type, depth: Int, a: UnsafePointer<Float>, aRowStride: Int, aColumnStride: Int, b: UnsafePointer<Float>,
    bStride: Int, base: UnsafePointer<Float>, baseStride: Int, c: UnsafeMutablePointer<Float>, cStride: Int
  ) {
    var (s0, s1) = (Row(at: base), Row(at: base + baseStride))
    var (s2, s3) = (Row(at: base + 2 * baseStride), Row(at: base + 3 * baseStride))
    var (s4, s5) = (Row(at: base + 4 * baseStride), Row(at: base + 5 * baseStride))
    var (upper, lower, row) = (a, a + 3 * aRowStride, b)
    for _ in 0..<depth {
      let right = Row(at: row)
      s0 = Row.multiplyAdd(upper[0], right, s0)
      s1 = Row.multiplyAdd(upper[aRowStride], right, s1)
      s2 = Row.multiplyAdd(upper[2 * aRowStride], right, s2)
      s3 = Row.multiplyAdd(lower[0], right, s3)
      s4 = Row.multiplyAdd(lower[aRowStride], right, s4)
      s5 = Row.multiplyAdd(lower[2 * aRowStride], right, s5)
      upper += aColumnStride
      lower += aColumnStride
      row += bStride
    }
    s0.store(at: c)
    s1.store(at: c + cStride)
    s2.store(at: c + 2 * cStride)
    s3.store(at: c + 3 * cStride)
    s4.store(at: c + 4 * cStride)
    s5.store(at: c + 5 * cStride)
  }

  /// Up to four rows. Where there are fewer, the last one is computed again instead and not stored.
  @inline(__always)
  static func four<Row: TileRow>(
    _: Row.Type, rows: Int, depth: Int, a: UnsafePointer<Float>, aRowStride: Int, aColumnStride: Int,
    b: UnsafePointer<Float>, bStride: Int, base: UnsafePointer<Float>, baseStride: Int,
    c: UnsafeMutablePointer<Float>, cStride: Int
  ) {
    let (i1, i2, i3) = (min(1, rows - 1), min(2, rows - 1), min(3, rows - 1))
    var (s0, s1) = (Row(at: base), Row(at: base + i1 * baseStride))
    var (s2, s3) = (Row(at: base + i2 * baseStride), Row(at: base + i3 * baseStride))
    var (a0, a1, a2, a3, row) = (a, a + i1 * aRowStride, a + i2 * aRowStride, a + i3 * aRowStride, b)
    for _ in 0..<depth {
      let right = Row(at: row)
      s0 = Row.multiplyAdd(a0[0], right, s0)
      s1 = Row.multiplyAdd(a1[0], right, s1)
      s2 = Row.multiplyAdd(a2[0], right, s2)
      s3 = Row.multiplyAdd(a3[0], right, s3)
      a0 += aColumnStride
      a1 += aColumnStride
      a2 += aColumnStride
      a3 += aColumnStride
      row += bStride
    }
    s0.store(at: c)
    if rows > 1 { s1.store(at: c + cStride) }
    if rows > 2 { s2.store(at: c + 2 * cStride) }
    if rows > 3 { s3.store(at: c + 3 * cStride) }
  }
}
