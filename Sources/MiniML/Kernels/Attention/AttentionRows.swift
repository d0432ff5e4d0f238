/// What happens to rows of scores: softmax, and its way back.
///
/// Rows lie in a panel, which is a multiple of 16 wide. Four neighbouring rows are taken together, as wide as the tiles of
/// the products made them, so that the processor works at one row while it waits for another's sum; what a row does not
/// see is hidden first.
struct AttentionRows {
  /// The first of the four rows.
  let start: UnsafeMutablePointer<Float>
  let stride: Int
  /// How many numbers of each are worked on: a multiple of 16.
  let width: Int

  /// `y = x` up to n in each row, n from `visible`, and `value` from there on.
  @inline(__always)
  func hide(_ visible: (_ row: Int) -> Int, with value: Float) {
    let hidden = SIMD8<UInt32>(repeating: value.bitPattern)
    for r in 0..<4 {
      let (row, n) = (start + r * stride, visible(r))
      for j in Swift.stride(from: n & ~7, to: width, by: 8) {
        // All bits of the lanes before n: there the difference is negative, and its sign fills the lane.
        let before = (SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &- Int32(truncatingIfNeeded: n - j)) &>> 31
        let seen = unsafeBitCast(before, to: SIMD8<UInt32>.self)
        let x = unsafeBitCast(SIMD8(from: row + j), to: SIMD8<UInt32>.self)
        unsafeBitCast(x & seen | hidden & ~seen, to: SIMD8<Float>.self).write(to: row + j)
      }
    }
  }

  /// `s = exp(s - max s)` for each row; writes the maximum and the sum of each. Hidden scores are minus infinity.
  ///
  /// A row that sees no key becomes zeros with sum 0.
  @inline(__always)
  func exponentials(maxima: UnsafeMutablePointer<Float>, sums: UnsafeMutablePointer<Float>) {
    let (s0, s1, s2, s3) = (start, start + stride, start + 2 * stride, start + 3 * stride)
    let none = SIMD8<Float>(repeating: -.infinity)
    var (m0, m1, m2, m3) = (none, none, none, none)
    for j in Swift.stride(from: 0, to: width, by: 8) {
      m0 = m0.mapped(SIMD8(from: s0 + j), Self.larger)
      m1 = m1.mapped(SIMD8(from: s1 + j), Self.larger)
      m2 = m2.mapped(SIMD8(from: s2 + j), Self.larger)
      m3 = m3.mapped(SIMD8(from: s3 + j), Self.larger)
    }
    maxima[0] = Self.fold(m0, Self.larger)
    maxima[1] = Self.fold(m1, Self.larger)
    maxima[2] = Self.fold(m2, Self.larger)
    maxima[3] = Self.fold(m3, Self.larger)
    for r in 0..<4 { sums[r] = exponentials(start + r * stride, maximum: maxima[r]) }
  }

  @inline(__always)
  private func exponentials(_ s: UnsafeMutablePointer<Float>, maximum: Float) -> Float {
    // A row of minus infinities is shifted by 0, so that its exponentials are 0 and not NaN.
    let shift = maximum == -.infinity ? 0 : maximum
    var sum = SIMD8<Float>.zero
    for j in Swift.stride(from: 0, to: width, by: 8) {
      let e = Self.exponential(SIMD8(from: s + j) - shift)
      e.write(to: s + j)
      sum += e
    }
    return Self.fold(sum) { $0 + $1 }
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
  /// scores `p (g - mean)` into g, where `mean` is what the row's weights make of g.
  @inline(__always)
  func backward(_ g: AttentionRows, logSums: UnsafePointer<Float>, means: UnsafePointer<Float>) {
    for r in 0..<4 {
      let (s, g, logSum, mean) = (start + r * stride, g.start + r * stride, logSums[r], means[r])
      for j in Swift.stride(from: 0, to: width, by: 8) {
        let p = Self.exponential(SIMD8(from: s + j) - logSum)
        p.write(to: s + j)
        (p * (SIMD8(from: g + j) - mean)).write(to: g + j)
      }
    }
  }

  /// `s += mask` for n numbers.
  @inline(__always)
  static func add(_ mask: UnsafePointer<Float>, to s: UnsafeMutablePointer<Float>, _ n: Int) {
    for j in 0..<n { s[j] += mask[j] }
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
