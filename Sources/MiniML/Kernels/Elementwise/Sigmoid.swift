/// `1 / (1 + e^-x)`. At most 2.5 ulp off; e is raised to negative powers alone, so that nothing overflows.
@inline(__always)
func sigmoid(_ x: Float) -> Float {
  let e = exponential(minus: x.magnitude)
  return (x >= 0 ? 1 : e) / (1 + e)
}

/// The sigmoid beside its slope `s (1 - s)`, which keeps its digits where s is nearly 1.
@inline(__always)
func sigmoidWithSlope(_ x: Float) -> (value: Float, slope: Float) {
  let e = exponential(minus: x.magnitude)
  let share = 1 / (1 + e)
  return ((x >= 0 ? 1 : e) * share, e * share * share)
}

/// `log(1 + e^x)`, which is `max(x, 0) + log(1 + e^-|x|)`; never overflows. At most 3 ulp off.
@inline(__always)
func softplus(_ x: Float) -> Float {
  (x < 0 ? 0 : x) + logarithmOfOnePlus(exponential(-x.magnitude))
}
