/// `1 / (1 + e^-x)`. At most 2.5 ulp off; e is raised to negative powers alone, so that nothing overflows.
@inline(__always)
func sigmoid(_ x: Float) -> Float {
  let e = exponential(-x.magnitude)
  return (x >= 0 ? 1 : e) / (1 + e)
}

/// `log(1 + e^x)`, which is `max(x, 0) + log(1 + e^-|x|)`; never overflows. At most 3 ulp off.
@inline(__always)
func softplus(_ x: Float) -> Float {
  (x < 0 ? 0 : x) + logarithmOfOnePlus(exponential(-x.magnitude))
}
