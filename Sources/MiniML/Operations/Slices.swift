/// Parts of a tensor along an axis; what is left out has the gradient 0.
extension Operation {
  /// The places of a range, each `step`-th of them.
  public static func slice(_ range: Range<Int>, axis: Int, step: Int = 1) -> Operation {
    Operation(.slice) {
      $0[0].slice(range, axis: axis, step: step)
    } backward: { x, _, g in
      [g.unsliced(to: x[0].shape, range, axis: axis, step: step)]
    }
  }

  /// The axis in reverse order.
  public static func flip(axis: Int) -> Operation {
    Operation(.flip) {
      $0[0].flipped(axis: axis)
    } backward: { _, _, g in
      [g.flipped(axis: axis)]
    }
  }

  /// The places of the given indices: `[a, n, b] -> [a, indices.count, b]`. One taken twice gets the sum of both
  /// gradients.
  public static func take(_ indices: [Int], axis: Int = 0) -> Operation {
    Operation(.take) {
      $0[0].take(indices, axis: axis)
    } backward: { x, _, g in
      var gradient = Tensor.zeros(x[0].shape)
      gradient.addPlaces(g, indices, axis: axis)
      return [gradient]
    }
  }

  /// Single numbers along an axis, as `Tensor.gatherElements`: each row's number of its class.
  public static func gatherElements(_ indices: [Int], axis: Int) -> Operation {
    Operation(.gatherElements) {
      $0[0].gatherElements(indices, axis: axis)
    } backward: { x, _, g in
      var gradient = Tensor.zeros(x[0].shape)
      gradient.scatterAdd(g, indices, axis: axis)
      return [gradient]
    }
  }
}

extension Variable {
  public func slice(_ range: some RangeExpression<Int>, axis: Int, step: Int = 1) -> Variable {
    let n = value.split(at: axis, "slice").n
    return apply(.slice(range.relative(to: 0..<n), axis: axis, step: step))
  }

  public func flipped(axis: Int) -> Variable { apply(.flip(axis: axis)) }
  public func take(_ indices: [Int], axis: Int = 0) -> Variable { apply(.take(indices, axis: axis)) }
  public func gatherElements(_ indices: [Int], axis: Int) -> Variable { apply(.gatherElements(indices, axis: axis)) }

  /// Cut along an axis into equal parts.
  public func split(into parts: Int, axis: Int) -> [Variable] {
    let n = value.split(at: axis, "split").n
    guard parts > 0, n % parts == 0 else {
      ShapeFault.trap("split", "axis \(axis) of shape \(shape) is not \(parts) equal parts")
    }
    let size = n / parts
    return (0..<parts).map { slice($0 * size..<($0 + 1) * size, axis: axis) }
  }
}
