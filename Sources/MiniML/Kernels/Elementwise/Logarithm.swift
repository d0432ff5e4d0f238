/// The natural logarithm, branch-free, so that loops over it become vector code. At most 0.8 ulp off.
///
/// `log 0 = -inf`, of negative numbers not-a-number, `log inf = inf`; denormals have their logarithm like others.
@inline(__always)
func logarithm(_ x: Float) -> Float {
  // A denormal has no exponent of its own: 2^23 lends it one.
  let isDenormal = x < Float.leastNormalMagnitude
  let bits = Int32(bitPattern: (isDenormal ? x * 8_388_608 : x).bitPattern)
  // x = 2^n (1 + f) with 1 + f from sqrt(1/2), whose bits these are, to sqrt(2).
  let exponent = (bits &- 0x3F35_04F3) >> 23
  let f = Float(bitPattern: UInt32(bitPattern: bits &- exponent &<< 23)) - 1
  let n = Float(exponent &- (isDenormal ? 23 : 0))
  // log x = n log(2) + f - f^2 / 2 + f^3 P(f), log(2) in two parts as in the exponential, small terms first.
  let square = f * f
  let small = multiplyAdd(n, 1.428_606_82e-06, square * f * cubicRest(f))
  let finite = multiplyAdd(n, 0.693_145_752, f + multiplyAdd(square, -0.5, small))
  let positive = x < .infinity ? finite : x
  return x > 0 ? positive : (x == 0 ? -.infinity : .nan)
}

/// P with `log(1 + f) = f - f^2 / 2 + f^3 P(f)`. Source: this form is Moshier's (1989), Methods and Programs for
/// Mathematical Functions; the coefficients are found by Tests/MiniMLTests/References/elementary.py.
@inline(__always)
private func cubicRest(_ f: Float) -> Float {
  var P: Float = 0.067_509_561_8
  P = multiplyAdd(P, f, -0.116_714_492)
  P = multiplyAdd(P, f, 0.118_835_68)
  P = multiplyAdd(P, f, -0.124_060_318)
  P = multiplyAdd(P, f, 0.142_203_271)
  P = multiplyAdd(P, f, -0.166_679_963)
  P = multiplyAdd(P, f, 0.200_020_73)
  P = multiplyAdd(P, f, -0.250_000_089)
  return multiplyAdd(P, f, 0.333_333_135)
}

/// `log(1 + u)` for u from 0 to 1, without the loss of digits near 0; at most 2 ulp off.
///
/// `log(1 + u) = 2 artanh(s) = 2 s + s^3 R(s^2)` with `s = u / (2 + u)`; R is found by the same script.
@inline(__always)
func logarithmOfOnePlus(_ u: Float) -> Float {
  let s = u / (2 + u)
  let square = s * s
  var R: Float = 0.242_449_194
  R = multiplyAdd(R, square, 0.214_439_496)
  R = multiplyAdd(R, square, 0.286_152_095)
  R = multiplyAdd(R, square, 0.399_989_486)
  R = multiplyAdd(R, square, 0.666_666_746)
  return multiplyAdd(s * square, R, 2 * s)
}
