/// Reductions of `[outer, n, inner]` along the middle axis to `[outer, inner]`.
enum AxisReduction {
  private typealias Lanes = SIMD8<Float>

  /// Sums. Along the last axis (inner 1) in 32 partial sums; else row by row, in the order of the axis.
  static func sum(_ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, outer: Int, n: Int, inner: Int) {
    if inner == 1 {
      ThreadPool.shared.split(outer, cost: 0.1 * Double(n)) { range in
        for o in range { out[o] = sum(x + o * n, n) }
      }
    } else {
      fold(x, into: out, outer: outer, n: n, inner: inner, start: 0) { $0 + $1 }
    }
  }

  /// The largest numbers; not-a-number where there is one, minus infinity where n is 0.
  static func max(_ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, outer: Int, n: Int, inner: Int) {
    fold(x, into: out, outer: outer, n: n, inner: inner, start: -.infinity) { $1 > $0 || $1 != $1 ? $1 : $0 }
  }

  /// The smallest numbers; not-a-number where there is one, infinity where n is 0.
  static func min(_ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, outer: Int, n: Int, inner: Int) {
    fold(x, into: out, outer: outer, n: n, inner: inner, start: .infinity) { $1 < $0 || $1 != $1 ? $1 : $0 }
  }

  /// The products; 1 where n is 0.
  static func product(_ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, outer: Int, n: Int, inner: Int)
  {
    fold(x, into: out, outer: outer, n: n, inner: inner, start: 1) { $0 * $1 }
  }

  /// `f(...f(f(start, x0), x1)..., xn-1)`, in the order of the axis: whole rows of `inner` numbers at a time.
  @inline(__always)
  private static func fold(
    _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, outer: Int, n: Int, inner: Int, start: Float,
    _ f: (Float, Float) -> Float
  ) {
    ThreadPool.shared.split(outer, cost: 0.15 * Double(n * inner)) { range in
      for o in range {
        let target = out + o * inner
        target.update(repeating: start, count: inner)
        for i in 0..<n {
          let source = x + (o * n + i) * inner
          for j in 0..<inner { target[j] = f(target[j], source[j]) }
        }
      }
    }
  }

  /// The sum of neighbours: four vectors of partial sums, added in pairs at the end.
  private static func sum(_ x: UnsafePointer<Float>, _ n: Int) -> Float {
    let raw = UnsafeRawPointer(x)
    var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    let whole = n - n % 32
    for i in stride(from: 0, to: whole * 4, by: 128) {
      a += (raw + i).loadUnaligned(as: Lanes.self)
      b += (raw + i + 32).loadUnaligned(as: Lanes.self)
      c += (raw + i + 64).loadUnaligned(as: Lanes.self)
      d += (raw + i + 96).loadUnaligned(as: Lanes.self)
    }
    var rest: Float = 0
    for i in whole..<n { rest += x[i] }
    let eight = (a + b) + (c + d)
    let four = eight.lowHalf + eight.highHalf
    return (four.x + four.z) + (four.y + four.w) + rest
  }
}
