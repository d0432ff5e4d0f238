/// What happens to one row of scores: softmax, and its way back.
///
/// A row lies in a panel, whose rows are multiples of 16 long: what stands behind the n visible scores may be overwritten,
/// so that every step takes eight numbers at a time and no rest remains.
enum AttentionRows {
  /// `s[j] = exp(s[j] - max s)` for `j < n` and 0 up to `padded`; returns the maximum and the sum of the row.
  ///
  /// A row that sees no key (n = 0, or minus infinity everywhere) becomes zeros with sum 0.
  @inline(__always)
  static func exponentials(_ s: UnsafeMutablePointer<Float>, _ n: Int, padded: Int) -> (maximum: Float, sum: Float) {
    let eights = (n + 7) / 8 * 8
    for j in n..<eights { s[j] = -.infinity }
    let maximum = maximum(s, eights)
    // A row of minus infinities is shifted by 0, so that its exponentials are 0 and not NaN.
    let shift = maximum == -.infinity ? 0 : maximum
    var sum = SIMD8<Float>.zero
    for j in stride(from: 0, to: eights, by: 8) {
      let e = exponential(SIMD8(from: s + j) - shift)
      e.write(to: s + j)
      sum += e
    }
    for j in stride(from: eights, to: padded, by: 8) { SIMD8<Float>.zero.write(to: s + j) }
    return (maximum, fold(sum) { $0 + $1 })
  }

  /// `maximum + log(sum)` of n rows; plus infinity for a row that sees nothing, so that backward's weights are
  /// `exp(s - inf) = 0`.
  static func logSums(
    _ maxima: UnsafePointer<Float>, _ sums: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, _ n: Int
  ) {
    Row.map(maxima, sums, into: y, count: n) { maximum, sum in
      let logSum = maximum + logarithm(sum)
      return sum == 0 ? .infinity : logSum
    }
  }

  /// From scores s and the gradient g of the weights: the weights `p = exp(s - logSum)` into s, and the gradient of the
  /// scores `p (g - mean)` into g, where `mean` is what the row's weights make of g; 0 from n up to `padded`.
  @inline(__always)
  static func backward(
    _ s: UnsafeMutablePointer<Float>, _ g: UnsafeMutablePointer<Float>, logSum: Float, mean: Float, _ n: Int,
    padded: Int
  ) {
    let eights = (n + 7) / 8 * 8
    for j in n..<eights { (s[j], g[j]) = (-.infinity, 0) }
    for j in stride(from: 0, to: eights, by: 8) {
      let p = exponential(SIMD8(from: s + j) - logSum)
      p.write(to: s + j)
      (p * (SIMD8(from: g + j) - mean)).write(to: g + j)
    }
    for j in stride(from: eights, to: padded, by: 8) {
      SIMD8<Float>.zero.write(to: s + j)
      SIMD8<Float>.zero.write(to: g + j)
    }
  }

  /// `s += mask` for n numbers.
  @inline(__always)
  static func add(_ mask: UnsafePointer<Float>, to s: UnsafeMutablePointer<Float>, _ n: Int) {
    for j in 0..<n { s[j] += mask[j] }
  }

  /// The largest of n numbers, n a multiple of 8; minus infinity where there are none.
  @inline(__always)
  private static func maximum(_ s: UnsafePointer<Float>, _ n: Int) -> Float {
    var best = SIMD8<Float>(repeating: -.infinity)
    for j in stride(from: 0, to: n, by: 8) { best = best.mapped(SIMD8(from: s + j), larger) }
    return fold(best, larger)
  }

  @inline(__always)
  private static func larger(_ a: Float, _ b: Float) -> Float { a > b ? a : b }

  /// `e^x` of eight x up to 88; 0 below -87.7, where `e^x` is no ordinary number any more. Not-a-number stays.
  ///
  /// The steps and coefficients are those of `Exponential.swift`; with one power of two and not two, since a weight that
  /// small is none, and written for vectors, which halves the time.
  @inline(__always)
  private static func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
    // -88 is rounded to the power -127, whose bits are those of 0.
    let bounded = x.replacing(with: -88, where: x .< -88)
    let shift = SIMD8<Float>(repeating: 12_582_912)
    let shifted = multiplyAdd(bounded, SIMD8(repeating: 1.442_695_04), shift)
    let n = shifted - shift
    let rough = multiplyAdd(n, SIMD8(repeating: -0.693_145_752), bounded)
    let r = multiplyAdd(n, SIMD8(repeating: -1.428_606_82e-06), rough)
    var Q = SIMD8<Float>(repeating: 0.001_382_071_76)
    Q = multiplyAdd(Q, r, SIMD8(repeating: 0.008_368_673_73))
    Q = multiplyAdd(Q, r, SIMD8(repeating: 0.041_668_266_1))
    Q = multiplyAdd(Q, r, SIMD8(repeating: 0.166_665_211))
    Q = multiplyAdd(Q, r, SIMD8(repeating: 0.499_999_94))
    let e = multiplyAdd(r * r, Q, r) + 1
    let bits = (unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &+ 127) &<< 23
    let power = unsafeBitCast(bits, to: SIMD8<Float>.self)
    return e * power
  }

  /// Eight lanes to one, halves upon halves.
  @inline(__always)
  private static func fold(_ x: SIMD8<Float>, _ f: (Float, Float) -> Float) -> Float {
    f(f(f(x[0], x[4]), f(x[1], x[5])), f(f(x[2], x[6]), f(x[3], x[7])))
  }
}
