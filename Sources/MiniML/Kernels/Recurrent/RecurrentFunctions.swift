/// The gates' functions, eight numbers at a time; at most 4 ulp off, not-a-number stays.
enum RecurrentFunctions {
  /// `1 / (1 + e^-x)`; 1 from 17 up, and below -87, where e^87 nears the largest number, 1.6e-38.
  @inline(__always)
  static func sigmoid(_ x: Lanes) -> Lanes {
    let (scale, q) = reducedExponential(clamp(-x, to: 87))
    return 1 / (1 + multiplyAdd(scale, q, scale))
  }

  /// `(e^2x - 1) / (e^2x + 1)`; +-1 beyond 10. The small numbers keep their digits: `e^2x - 1` is made as one number.
  @inline(__always)
  static func tanh(_ x: Lanes) -> Lanes {
    let (scale, q) = reducedExponential(clamp(x + x, to: 40))
    let e = multiplyAdd(scale, q, scale - 1)
    return e / (e + 2)
  }

  /// Between -limit and limit; not-a-number stays.
  ///
  /// By whole numbers: without its sign a float's bits grow with it, infinity above all numbers and not-a-number above
  /// infinity. (Comparing the floats would say the same, but the compiler at times takes such vectors apart.)
  @inline(__always)
  private static func clamp(_ x: Lanes, to limit: Float) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD8<Int32>.self)
    let magnitude = bits & Int32.max
    let isBeyond = (Int32(bitPattern: limit.bitPattern) &- magnitude) &>> 31
    let isNumber = ~((Int32(bitPattern: Float.infinity.bitPattern) &- magnitude) &>> 31)
    let mask = isBeyond & isNumber
    let edge = (bits & Int32.min) | Int32(bitPattern: limit.bitPattern)
    return unsafeBitCast((bits & ~mask) | (edge & mask), to: Lanes.self)
  }

  /// `2^n` and q with `e^x = 2^n (1 + q)`, for x from -87 to 87.
  ///
  /// `x = n log(2) + r` with r between -0.35 and 0.35, and `q = e^r - 1` by a polynomial.
  /// Source of the method: Cody and Waite (1980), Software Manual for the Elementary Functions, chapter 6.
  @inline(__always)
  private static func reducedExponential(_ x: Lanes) -> (scale: Lanes, q: Lanes) {
    // At 1.5 * 2^23 neighbours are 1 apart: adding it rounds to a whole number, which then stands in the lowest bits.
    let shift = Lanes(repeating: 12_582_912)
    let shifted = multiplyAdd(x, Lanes(repeating: 1.442_695_04), shift)
    let n = shifted - shift
    // log(2) in two parts, the first so short that its products with n are exact.
    var r = multiplyAdd(n, Lanes(repeating: -0.693_145_752), x)
    r = multiplyAdd(n, Lanes(repeating: -1.428_606_82e-06), r)
    var Q = Lanes(repeating: 0.001_382_071_76)
    Q = multiplyAdd(Q, r, Lanes(repeating: 0.008_368_673_73))
    Q = multiplyAdd(Q, r, Lanes(repeating: 0.041_668_266_1))
    Q = multiplyAdd(Q, r, Lanes(repeating: 0.166_665_211))
    Q = multiplyAdd(Q, r, Lanes(repeating: 0.499_999_94))
    let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- unsafeBitCast(shift, to: SIMD8<Int32>.self)
    let scale = unsafeBitCast((bits &+ 127) &<< 23, to: Lanes.self)
    return (scale, multiplyAdd(r * r, Q, r))
  }
}
