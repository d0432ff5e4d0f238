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
      let e = SIMD8(from: s + j).mapped { exponential($0 - shift) }
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
      let p = SIMD8(from: s + j).mapped { exponential($0 - logSum) }
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

  /// Eight lanes to one, halves upon halves.
  @inline(__always)
  private static func fold(_ x: SIMD8<Float>, _ f: (Float, Float) -> Float) -> Float {
    f(f(f(x[0], x[4]), f(x[1], x[5])), f(f(x[2], x[6]), f(x[3], x[7])))
  }
}
