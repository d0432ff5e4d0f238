#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Functions of each number by itself. In `backward`, y is the output and g its gradient.
extension Operation {
  /// `e^x`.
  public static let exp = Operation(.exp) {
    $0[0].map { expf($0) }
  } backward: { _, y, g in
    [g * y]
  }

  /// The natural logarithm; minus infinity at 0, not-a-number below.
  public static let log = Operation(.log) {
    $0[0].map { logf($0) }
  } backward: { x, _, g in
    [g / x[0]]
  }

  /// The hyperbolic tangent.
  public static let tanh = Operation(.tanh) {
    $0[0].map { tanhf($0) }
  } backward: { _, y, g in
    [g * y.map { 1 - $0 * $0 }]
  }

  /// `max(x, 0)`; its slope at 0 is taken as 0.
  public static let relu = Operation(.relu) {
    $0[0].map { $0 > 0 ? $0 : 0 }
  } backward: { x, _, g in
    [g * x[0].map { $0 > 0 ? 1 : 0 }]
  }

  /// `1 / (1 + e^-x)`.
  public static let sigmoid = Operation(.sigmoid) {
    $0[0].map { 1 / (1 + expf(-$0)) }
  } backward: { _, y, g in
    [g * y.map { $0 * (1 - $0) }]
  }

  /// `x Phi(x)`, Phi the normal distribution function. Source: Hendrycks and Gimpel (2016), the exact form.
  public static let gelu = Operation(.gelu) {
    $0[0].map { $0 * normalDistribution($0) }
  } backward: { x, _, g in
    [g * x[0].map { normalDistribution($0) + $0 * normalDensity($0) }]
  }
}

private func normalDistribution(_ x: Float) -> Float { 0.5 * (1 + erff(x * 0.707_106_77)) }

private func normalDensity(_ x: Float) -> Float { 0.398_942_3 * expf(-0.5 * x * x) }

extension Variable {
  public func exp() -> Variable { apply(.exp) }
  public func log() -> Variable { apply(.log) }
  public func tanh() -> Variable { apply(.tanh) }
  public func relu() -> Variable { apply(.relu) }
  public func sigmoid() -> Variable { apply(.sigmoid) }
  public func gelu() -> Variable { apply(.gelu) }
}
