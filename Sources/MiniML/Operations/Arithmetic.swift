/// Elementwise arithmetic of two tensors, with broadcasting: each gradient is summed back to its input's shape.
extension Operation {
  /// `a + b`.
  public static let add = Operation(.add) {
    $0[0] + $0[1]
  } backward: { x, _, g in
    [g.summed(to: x[0].shape), g.summed(to: x[1].shape)]
  }

  /// `a - b`.
  public static let subtract = Operation(.subtract) {
    $0[0] - $0[1]
  } backward: { x, _, g in
    [g.summed(to: x[0].shape), (-g).summed(to: x[1].shape)]
  }

  /// `a * b`.
  public static let multiply = Operation(.multiply) {
    $0[0] * $0[1]
  } backward: { x, _, g in
    [(g * x[1]).summed(to: x[0].shape), (g * x[0]).summed(to: x[1].shape)]
  }

  /// `a / b`. Division by 0 gives infinity, as float32 does.
  public static let divide = Operation(.divide) {
    $0[0] / $0[1]
  } backward: { x, y, g in
    [(g / x[1]).summed(to: x[0].shape), (-(g * y / x[1])).summed(to: x[1].shape)]
  }

  /// `a * factor`.
  public static func scale(by factor: Float) -> Operation {
    Operation(.scale) {
      $0[0] * factor
    } backward: { _, _, g in
      [g * factor]
    }
  }
}

extension Variable {
  public static func + (a: Variable, b: Variable) -> Variable { a.apply(.add, b) }
  public static func - (a: Variable, b: Variable) -> Variable { a.apply(.subtract, b) }
  public static func * (a: Variable, b: Variable) -> Variable { a.apply(.multiply, b) }
  public static func / (a: Variable, b: Variable) -> Variable { a.apply(.divide, b) }
  public static func * (a: Variable, factor: Float) -> Variable { a.apply(.scale(by: factor)) }
}
