/// What a row of numbers comes to: its sum, its largest, its product with another row.
///
/// 32 partial results run side by side, number i in partial result i mod 32, and are joined in a fixed order: the same
/// numbers give the same bits, and the rounding error grows with a 32nd of the length.
enum RowSums {
  /// The sum; 0 for no numbers.
  static func sum(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
    fold(count, from: .zero, { $0 + SIMD8(from: x + $1) }, { $0 + x[$1] }, join: { $0 + $1 })
  }

  /// The sum of `a b`; 0 for no numbers.
  static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
    fold(
      count, from: .zero, { multiplyAdd(SIMD8(from: a + $1), SIMD8(from: b + $1), $0) },
      { multiplyAdd(a[$1], b[$1], $0) }, join: { $0 + $1 })
  }

  /// The sum of squares; 0 for no numbers.
  static func squares(_ x: UnsafePointer<Float>, _ count: Int) -> Float { dot(x, x, count) }

  /// The mean; not-a-number for no numbers.
  static func mean(_ x: UnsafePointer<Float>, _ count: Int) -> Float { sum(x, count) / Float(count) }

  /// The largest; minus infinity for no numbers. What is not a number counts as nothing or as all: look for it elsewhere.
  static func maximum(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
    fold(
      count, from: SIMD8(repeating: -.infinity), { $0.mapped(SIMD8(from: x + $1), larger) }, { larger($0, x[$1]) },
      join: { $0.mapped($1, larger) }, last: larger)
  }

  @inline(__always)
  private static func larger(_ a: Float, _ b: Float) -> Float { a > b ? a : b }
}

extension RowSums {
  private typealias Lanes = SIMD8<Float>

  /// Takes indices `0..<count` into four vectors of partial results, then eight, four, two, one; what is left over past
  /// the last eight is taken one by one.
  @inline(__always)
  private static func fold(
    _ count: Int, from start: Lanes, _ eight: (Lanes, Int) -> Lanes, _ one: (Float, Int) -> Float,
    join: (Lanes, Lanes) -> Lanes, last: (Float, Float) -> Float = { $0 + $1 }
  ) -> Float {
    var i = 0
    var (a, b, c, d) = (start, start, start, start)
    while i + 32 <= count {
      a = eight(a, i)
      b = eight(b, i + 8)
      c = eight(c, i + 16)
      d = eight(d, i + 24)
      i += 32
    }
    while i + 8 <= count {
      a = eight(a, i)
      i += 8
    }
    var rest = start[0]
    while i < count {
      rest = one(rest, i)
      i += 1
    }
    return last(across(join(join(a, b), join(c, d)), last), rest)
  }

  /// Eight lanes to one, halves upon halves.
  @inline(__always)
  private static func across(_ x: Lanes, _ last: (Float, Float) -> Float) -> Float {
    let (p, q) = (last(x[0], x[4]), last(x[1], x[5]))
    let (r, s) = (last(x[2], x[6]), last(x[3], x[7]))
    return last(last(p, r), last(q, s))
  }
}
