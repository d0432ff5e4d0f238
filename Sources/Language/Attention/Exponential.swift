#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `e^x` in float64, under a name that does not hide behind a method's.
func exponential(_ x: Double) -> Double { exp(x) }
