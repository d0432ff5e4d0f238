/// Eight neighbouring numbers at once, the width of one vector register.
extension SIMD8 where Scalar == Float {
  @inline(__always)
  init(from start: UnsafePointer<Float>) { self = UnsafeRawPointer(start).loadUnaligned(as: Self.self) }

  @inline(__always)
  func write(to start: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(start).storeBytes(of: self, as: Self.self)
  }

  /// The function of each lane. Of simple arithmetic the compiler makes vector instructions.
  @inline(__always)
  func mapped(_ f: (Float) -> Float) -> Self {
    Self(f(self[0]), f(self[1]), f(self[2]), f(self[3]), f(self[4]), f(self[5]), f(self[6]), f(self[7]))
  }

  /// The function of each lane and of that lane of another vector.
  @inline(__always)
  func mapped(_ b: Self, _ f: (Float, Float) -> Float) -> Self {
    Self(
      f(self[0], b[0]), f(self[1], b[1]), f(self[2], b[2]), f(self[3], b[3]), f(self[4], b[4]), f(self[5], b[5]),
      f(self[6], b[6]), f(self[7], b[7]))
  }
}

extension SIMD8 where Scalar: FloatingPoint {
  /// The sum of all lanes, halves upon halves. (`sum()` compiles to three times the instructions.)
  @inline(__always)
  var total: Scalar {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }
}

/// Loops over a row for simple arithmetic, eight numbers at a time.
enum Row {
  /// `y = f(x)` for each of `count` numbers; y may be x.
  @inline(__always)
  static func map(
    _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, count: Int, _ f: (Float) -> Float
  ) {
    for i in stride(from: 0, to: count & ~7, by: 8) { SIMD8(from: x + i).mapped(f).write(to: y + i) }
    for i in count & ~7..<count { y[i] = f(x[i]) }
  }

  /// `y = f(a, b)` for each of `count` pairs; y may be a or b.
  @inline(__always)
  static func map(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, count: Int,
    _ f: (Float, Float) -> Float
  ) {
    for i in stride(from: 0, to: count & ~7, by: 8) {
      SIMD8(from: a + i).mapped(SIMD8(from: b + i), f).write(to: y + i)
    }
    for i in count & ~7..<count { y[i] = f(a[i], b[i]) }
  }
}
