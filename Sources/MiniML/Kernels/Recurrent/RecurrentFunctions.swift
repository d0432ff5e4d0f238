/// The gates' functions, eight numbers at a time; at most 4 ulp off, not-a-number stays.
enum RecurrentFunctions {
  /// `1 / (1 + e^-x)`; 1 from 17 up, and below -87, where e^87 nears the largest number, 1.6e-38.
  @inline(__always)
  static func sigmoid(_ x: Lanes) -> Lanes {
    let (scale, q) = reducedExponential(limited(-x, to: 87))
    return 1 / (1 + multiplyAdd(scale, q, scale))
  }

  /// `(e^2x - 1) / (e^2x + 1)`; +-1 beyond 10. The small numbers keep their digits: `e^2x - 1` is made as one number.
  @inline(__always)
  static func tanh(_ x: Lanes) -> Lanes {
    let (scale, q) = reducedExponential(limited(x + x, to: 40))
    let e = multiplyAdd(scale, q, scale - 1)
    return e / (e + 2)
  }

  /// Between -limit and limit. Comparisons with not-a-number are false: it passes.
  @inline(__always)
  private static func limited(_ x: Lanes, to limit: Float) -> Lanes {
    let above = x.replacing(with: Lanes(repeating: -limit), where: x .< -limit)
    return above.replacing(with: Lanes(repeating: limit), where: above .> limit)
  }

  /// `2^n` and q with `e^x = 2^n (1 + q)`, for x from -87 to 87.
  ///
  /// `x = n log(2) + r` with r between -0.35 and 0.35, and `q = e^r - 1` by a polynomial.
  /// Source of the method: Cody and Waite (1980), Software Manual for the Elementary Functions, chapter 6.
  @inline(__always)
  private static func reducedExponential(_ x: Lanes) -> (scale: Lanes, q: Lanes) {
    // At 1.5 * 2^23 neighbours are 1 apart: adding it rounds to a whole number, which then stands in the lowest bits.
    // With 127 more it is a float's exponent, once it stands above the 23 other bits.
    let shift = Lanes(repeating: 12_582_912 + 127)
    let shifted = multiplyAdd(x, Lanes(repeating: 1.442_695_04), shift)
    let n = shifted - shift
    let scale = unsafeBitCast(unsafeBitCast(shifted, to: SIMD8<Int32>.self) &<< 23, to: Lanes.self)
    // log(2) in two parts, the first so short that its products with n are exact.
    var r = multiplyAdd(n, Lanes(repeating: -0.693_145_752), x)
    r = multiplyAdd(n, Lanes(repeating: -1.428_606_82e-06), r)
    // e^r = 1 + r + r^2 Q(r); Q in halves that do not wait for each other.
    let square = r * r
    let low = multiplyAdd(Lanes(repeating: 0.166_665_211), r, Lanes(repeating: 0.499_999_94))
    var high = multiplyAdd(Lanes(repeating: 0.008_368_673_73), r, Lanes(repeating: 0.041_668_266_1))
    high = multiplyAdd(Lanes(repeating: 0.001_382_071_76), square, high)
    return (scale, multiplyAdd(square, multiplyAdd(square, high, low), r))
  }
}
