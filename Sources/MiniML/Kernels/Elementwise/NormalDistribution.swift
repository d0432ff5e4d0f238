/// The normal law at x: the probability `Phi(x)` of lying below x, and the density `e^(-x^2/2) / sqrt(2 pi)`.
///
/// Both keep their digits far out in the tails, where `(1 + erf(x / sqrt(2))) / 2` has none left below -6: at most 6 ulp
/// off (the density 3), and 70 in builds without fused multiply-add.
@inline(__always)
func normalDistribution(_ x: Float) -> (probability: Float, density: Float) {
  let a = limited(x.magnitude, 0, 15)
  let e = bell(a)
  let tail = e * millsRatio(a)
  return (x > 0 ? 1 - tail : tail, e * 0.398_942_28)
}

/// `e^(-a^2/2)`. A large square's rounding error e would be a relative error of the result: it is worked out and undone,
/// `e^(-(s + e)/2) = e^(-s/2) (1 - e/2)`.
@inline(__always)
private func bell(_ a: Float) -> Float {
  let square = a * a
  let e = exponential(-0.5 * square)
  return multiplyAdd(e, -0.5 * multiplyAdd(a, a, -square), e)
}

/// M with `Phi(-a) = e^(-a^2/2) M`, for a from 0 to 15: a polynomial in `s = (a - 3) / (a + 3)`.
///
/// Source: Mills (1926), Table of the ratio: area to bounding ordinate; the coefficients are found by
/// Tests/MiniMLTests/References/elementary.py.
@inline(__always)
private func millsRatio(_ a: Float) -> Float {
  let s = (a - 3) / (a + 3)
  var M: Float = 5.367_634_37e-05
  M = multiplyAdd(M, s, 0.000_115_560_63)
  M = multiplyAdd(M, s, -0.000_339_636_113)
  M = multiplyAdd(M, s, -0.000_983_889_098)
  M = multiplyAdd(M, s, 0.002_904_696_39)
  M = multiplyAdd(M, s, 0.006_132_152_4)
  M = multiplyAdd(M, s, -0.046_213_336_3)
  M = multiplyAdd(M, s, 0.123_225_018)
  M = multiplyAdd(M, s, -0.206_402_615)
  return multiplyAdd(M, s, 0.121_513_948)
}
