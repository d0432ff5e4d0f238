/// Many numbers to fewer: each input gets its output's gradient, or its share of it.
extension Operation {
  /// The sum of all numbers: `[...] -> []`.
  public static let sum = Operation(.sum) {
    $0[0].sum()
  } backward: { x, _, g in
    [Tensor(x[0].shape, repeating: g.scalar)]
  }

  /// The mean of all numbers: `[...] -> []`.
  public static let mean = Operation(.mean) {
    $0[0].mean()
  } backward: { x, _, g in
    [Tensor(x[0].shape, repeating: g.scalar / Float(x[0].count))]
  }

  /// The sum along an axis.
  public static func sumAxis(_ axis: Int, keeping: Bool = false) -> Operation {
    Operation(.sumAxis) {
      $0[0].sum(axis: axis, keeping: keeping)
    } backward: { x, _, g in
      [g.reshaped(x[0].reducedShape(axis, true)).repeated(to: x[0].shape)]
    }
  }

  /// The mean along an axis.
  public static func meanAxis(_ axis: Int, keeping: Bool = false) -> Operation {
    Operation(.meanAxis) {
      $0[0].mean(axis: axis, keeping: keeping)
    } backward: { x, _, g in
      let n = x[0].split(at: axis, "mean").n
      return [(g * (1 / Float(n))).reshaped(x[0].reducedShape(axis, true)).repeated(to: x[0].shape)]
    }
  }
}

extension Variable {
  public func sum() -> Variable { apply(.sum) }
  public func mean() -> Variable { apply(.mean) }
  public func sum(axis: Int, keeping: Bool = false) -> Variable { apply(.sumAxis(axis, keeping: keeping)) }
  public func mean(axis: Int, keeping: Bool = false) -> Variable { apply(.meanAxis(axis, keeping: keeping)) }
}
