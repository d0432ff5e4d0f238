#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Activations and their derivatives as their definitions have them, in float64.
extension Plain {
  static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  static func sigmoidSlope(_ x: Double) -> Double { sigmoid(x) * sigmoid(-x) }

  static func tanhSlope(_ x: Double) -> Double { 1 / (cosh(x) * cosh(x)) }

  static func softplus(_ x: Double) -> Double { x > 40 ? x : log1p(exp(x)) }

  static func silu(_ x: Double) -> Double { x * sigmoid(x) }

  static func siluSlope(_ x: Double) -> Double { sigmoid(x) + x * sigmoidSlope(x) }

  static func elu(_ x: Double, _ alpha: Double) -> Double { x > 0 ? x : alpha * expm1(x) }

  static func eluSlope(_ x: Double, _ alpha: Double) -> Double { x > 0 ? 1 : alpha * exp(x) }

  /// The probability that a number of the standard normal law lies below x.
  static func normalDistribution(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  static func normalDensity(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }

  static func gelu(_ x: Double) -> Double { x * normalDistribution(x) }

  static func geluSlope(_ x: Double) -> Double { normalDistribution(x) + x * normalDensity(x) }

  static func geluTanh(_ x: Double) -> Double { x * sigmoid(2 * geluArgument(x)) }

  static func geluTanhSlope(_ x: Double) -> Double {
    let growth = (2 / Double.pi).squareRoot() * (1 + 3 * 0.044715 * x * x)
    return sigmoid(2 * geluArgument(x)) + x * sigmoidSlope(2 * geluArgument(x)) * 2 * growth
  }

  private static func geluArgument(_ x: Double) -> Double {
    (2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)
  }
}
