/// `e^x`, branch-free, so that loops over it become vector code. At most 1.01 ulp off.
///
/// `e^-inf = 0`, `e^inf = inf`, not-a-number stays. Above 88.72 the result is infinity; below -87.34 it is denormal, and
/// below -103.97 it is 0.
@inline(__always)
func exponential(_ x: Float) -> Float { product(reducedExponential(limited(x, -104.5, 89))) }

/// `e^-a` for a from 0 to infinity, not-a-number stays: `exponential` with one limit instead of two.
@inline(__always)
func exponential(minus a: Float) -> Float { product(reducedExponential(-(a > 104.5 ? 104.5 : a))) }

/// `2^n (1 + q)`.
@inline(__always)
private func product(_ parts: (exponent: Int32, q: Float)) -> Float {
  let (exponent, q) = parts
  // 2^n in two factors, each of them an ordinary number even where their product is denormal or infinite.
  let half = exponent >> 1
  let scale = powerOfTwo(half)
  return multiplyAdd(scale, q, scale) * powerOfTwo(exponent &- half)
}

/// `e^x - 1` for x up to 88, without the loss of digits near 0. At most 1.6 ulp off; larger x count as 88.
@inline(__always)
func exponentialMinusOne(_ x: Float) -> Float { difference(reducedExponential(limited(x, -20, 88))) }

/// `2^n (1 + q) - 1`.
@inline(__always)
private func difference(_ parts: (exponent: Int32, q: Float)) -> Float {
  let (exponent, q) = parts
  let scale = powerOfTwo(exponent &- 127)
  return multiplyAdd(scale, q, scale - 1)
}

/// The hyperbolic tangent `(e^2x - 1) / (e^2x + 1)`; keeps its digits near 0. At most 2.5 ulp off.
@inline(__always)
func hyperbolicTangent(_ x: Float) -> Float {
  let a = x.magnitude > 10 ? 10 : x.magnitude
  let e = difference(reducedExponential(2 * a))
  return withSign(of: x, e / (e + 2))
}

/// x, or the limit that it lies beyond. Comparisons with not-a-number are false: it passes.
@inline(__always)
func limited(_ x: Float, _ low: Float, _ high: Float) -> Float {
  let above = x < low ? low : x
  return above > high ? high : above
}

/// The magnitude, made negative where x is.
@inline(__always)
private func withSign(of x: Float, _ magnitude: Float) -> Float {
  Float(bitPattern: magnitude.bitPattern | x.bitPattern & 0x8000_0000)
}

/// n + 254 and q with `e^x = 2^n (1 + q)`, for x from -105 to 89: `x = n log(2) + r`, `q = e^r - 1`, r between -0.35 and
/// 0.35.
///
/// Source of the method: Cody and Waite (1980), Software Manual for the Elementary Functions, chapter 6. The coefficients
/// are found by Tests/MiniMLTests/References/elementary.py.
@inline(__always)
private func reducedExponential(_ x: Float) -> (exponent: Int32, q: Float) {
  // At 1.5 * 2^23 neighbours are 1 apart: adding it rounds to a whole number, which then stands in the lowest bits. With
  // 254 more it is the exponent of two factors, each of which carries an excess of 127.
  let shift: Float = 12_582_912 + 254
  let shifted = multiplyAdd(x, 1.442_695_04, shift)
  let n = shifted - shift
  // log(2) in two parts, the first so short that its products with n are exact.
  let r = multiplyAdd(n, -1.428_606_82e-06, multiplyAdd(n, -0.693_145_752, x))
  // e^r = 1 + r + r^2 Q(r); Q in halves that do not wait for each other.
  let square = r * r
  let low = multiplyAdd(0.166_665_211, r, 0.499_999_94)
  let high = multiplyAdd(0.001_382_071_76, square, multiplyAdd(0.008_368_673_73, r, 0.041_668_266_1))
  return (Int32(bitPattern: shifted.bitPattern), multiplyAdd(square, multiplyAdd(square, high, low), r))
}

/// `2^n` from n + 127 for n from -126 to 127: these are the bits of a float's exponent, above 23 others; bits beyond the
/// lowest nine are pushed out.
@inline(__always)
private func powerOfTwo(_ exponent: Int32) -> Float { Float(bitPattern: UInt32(bitPattern: exponent &<< 23)) }
