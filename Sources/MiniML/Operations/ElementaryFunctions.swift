/// The functions of school mathematics, of each number by itself, any shape.
extension Operation {
  /// `e^x`; infinity above 88.72, 0 below -103.97.
  public static let exp = elementwise(.exp, Elementary.Exponential())

  /// The natural logarithm; minus infinity at 0, not-a-number below.
  public static let log = elementwise(.log, Elementary.Logarithm())

  /// The square root; not-a-number below 0. Its slope at 0 is infinite.
  public static let sqrt = elementwise(.sqrt, Elementary.SquareRoot())

  /// `x^2`.
  public static let square = elementwise(.square, Elementary.Square())

  /// `x^exponent`; not-a-number where x is negative and the exponent is not a whole number.
  public static func power(_ exponent: Float) -> Operation {
    exponent == 2 ? elementwise(.power, Elementary.Square()) : elementwise(.power, Elementary.Power(p: exponent))
  }

  /// `|x|`; its slope at 0 is taken as 0.
  public static let abs = elementwise(.abs, Elementary.Magnitude())

  /// `-x`.
  public static let negate = elementwise(.negate, Elementary.Negation())

  /// x, or the limit that it lies beyond: there its slope is 0, and 1 at the limit itself.
  public static func clamp(_ range: ClosedRange<Float>) -> Operation {
    elementwise(.clamp, Elementary.Clamp(low: range.lowerBound, high: range.upperBound))
  }

  /// The sine of radians.
  public static let sin = elementwise(.sin, Elementary.Sine())

  /// The cosine of radians.
  public static let cos = elementwise(.cos, Elementary.Cosine())
}

extension Variable {
  public func exp() -> Variable { apply(.exp) }
  public func log() -> Variable { apply(.log) }
  public func sqrt() -> Variable { apply(.sqrt) }
  public func square() -> Variable { apply(.square) }
  public func power(_ exponent: Float) -> Variable { apply(.power(exponent)) }
  public func abs() -> Variable { apply(.abs) }
  public static prefix func - (x: Variable) -> Variable { x.apply(.negate) }
  public func clamped(to range: ClosedRange<Float>) -> Variable { apply(.clamp(range)) }
  public func sin() -> Variable { apply(.sin) }
  public func cos() -> Variable { apply(.cos) }
}
