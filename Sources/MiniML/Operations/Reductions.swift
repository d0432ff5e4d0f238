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
  public static func sumAxis(_ axis: Int, keeping: Bool = false) -> Operation { sumAxes([axis], keeping: keeping) }

  /// The mean along an axis.
  public static func meanAxis(_ axis: Int, keeping: Bool = false) -> Operation { meanAxes([axis], keeping: keeping) }

  /// The sum along several axes.
  public static func sumAxes(_ axes: [Int], keeping: Bool = false) -> Operation {
    Operation(.sumAxis) {
      $0[0].sum(axes: axes, keeping: keeping)
    } backward: { x, _, g in
      [g.spread(over: axes, of: x[0])]
    }
  }

  /// The mean along several axes.
  public static func meanAxes(_ axes: [Int], keeping: Bool = false) -> Operation {
    Operation(.meanAxis) {
      $0[0].mean(axes: axes, keeping: keeping)
    } backward: { x, _, g in
      [(g * (1 / Float(x[0].length(of: axes, "mean")))).spread(over: axes, of: x[0])]
    }
  }

  /// The largest number along an axis; the first of equal ones gets the gradient.
  public static func maximum(axis: Int, keeping: Bool = false) -> Operation {
    Operation(.maximum) {
      $0[0].maximum(axis: axis, keeping: keeping)
    } backward: { x, _, g in
      [g.placed(at: x[0].argmax(axis: axis), axis, of: x[0])]
    }
  }

  /// The smallest number along an axis; the first of equal ones gets the gradient.
  public static func minimum(axis: Int, keeping: Bool = false) -> Operation {
    Operation(.minimum) {
      $0[0].minimum(axis: axis, keeping: keeping)
    } backward: { x, _, g in
      [g.placed(at: x[0].argmin(axis: axis), axis, of: x[0])]
    }
  }

  /// `sum((x - mean)^2) / (n - correction)` along several axes.
  public static func variance(axes: [Int], correction: Int = 0, keeping: Bool = false) -> Operation {
    Operation(.variance) {
      $0[0].variance(axes: axes, correction: correction, keeping: keeping)
    } backward: { x, _, g in
      // dx = 2 (x - mean) / (n - correction) * g; the part that goes through the mean is 0
      let centred = x[0] - x[0].mean(axes: axes, keeping: true)
      let share = 2 / Float(x[0].length(of: axes, "variance") - correction)
      return [centred * (g * share).reshaped(x[0].reducedShape(axes))]
    }
  }
}

extension Tensor {
  /// This gradient of a reduction repeated over the axes that were reduced.
  fileprivate func spread(over axes: [Int], of x: Tensor) -> Tensor {
    reshaped(x.reducedShape(axes)).repeated(to: x.shape)
  }

  /// This gradient of a reduction at one place of each line along an axis, 0 elsewhere.
  fileprivate func placed(at places: [Int], _ axis: Int, of x: Tensor) -> Tensor {
    var gradient = Tensor.zeros(x.shape)
    if x.count > 0 { gradient.scatterAdd(reshaped(x.shape(axis, 1)), places, axis: axis) }
    return gradient
  }

  /// The shape with length 1 along the given axes.
  fileprivate func reducedShape(_ axes: [Int]) -> [Int] {
    let reduced = normalised(axes, "reduce")
    return shape.indices.map { reduced.contains($0) ? 1 : shape[$0] }
  }
}

extension Variable {
  public func sum() -> Variable { apply(.sum) }
  public func mean() -> Variable { apply(.mean) }
  public func sum(axis: Int, keeping: Bool = false) -> Variable { apply(.sumAxis(axis, keeping: keeping)) }
  public func mean(axis: Int, keeping: Bool = false) -> Variable { apply(.meanAxis(axis, keeping: keeping)) }
  public func sum(axes: [Int], keeping: Bool = false) -> Variable { apply(.sumAxes(axes, keeping: keeping)) }
  public func mean(axes: [Int], keeping: Bool = false) -> Variable { apply(.meanAxes(axes, keeping: keeping)) }
  public func maximum(axis: Int, keeping: Bool = false) -> Variable { apply(.maximum(axis: axis, keeping: keeping)) }
  public func minimum(axis: Int, keeping: Bool = false) -> Variable { apply(.minimum(axis: axis, keeping: keeping)) }

  public func variance(axes: [Int], correction: Int = 0, keeping: Bool = false) -> Variable {
    apply(.variance(axes: axes, correction: correction, keeping: keeping))
  }
}
