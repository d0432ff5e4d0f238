/// Parts along an axis; a negative axis counts from the last.
extension Tensor {
  /// The places of a range along an axis, each `step`-th of them: `x.slice(1..., axis: 0, step: 2)`.
  ///
  /// Any form of range: `2..<5`, `...3`, `2...`. Traps where it leaves the axis.
  public func slice(_ range: some RangeExpression<Int>, axis: Int, step: Int = 1) -> Tensor {
    let (outer, n, inner) = split(at: axis, "slice")
    let places = slicePlaces(range.relative(to: 0..<n), axis, step)
    return .make(shape(axis, places.count)) { out in
      read { x in
        AxisCopy.copy(
          x, places.from, to: out, AxisPlaces(length: places.count), outer: outer, count: places.count, inner: inner)
      }
    }
  }

  /// The opposite of slicing: zeros of `shape`, with this tensor at the places of the slice. The gradient of a slice.
  func unsliced(to shape: [Int], _ range: Range<Int>, axis: Int, step: Int) -> Tensor {
    var result = Tensor.zeros(shape)
    let (outer, _, inner) = result.split(at: axis, "slice")
    let places = result.slicePlaces(range, axis, step)
    result.write { out in
      read { x in
        AxisCopy.copy(
          x, AxisPlaces(length: places.count), to: out, places.from, outer: outer, count: places.count, inner: inner)
      }
    }
    return result
  }

  private func slicePlaces(_ range: Range<Int>, _ axis: Int, _ step: Int) -> (from: AxisPlaces, count: Int) {
    let n = split(at: axis, "slice").n
    guard step > 0, range.lowerBound >= 0, range.upperBound <= n else {
      ShapeFault.trap("slice", "no places \(range) by \(step) along axis \(axis) of shape \(shape)")
    }
    let places = AxisPlaces(length: n, start: range.lowerBound, step: step)
    return (places, (range.count + step - 1) / step)
  }

  /// One place of an axis, which goes away: `[a, n, b] -> [a, b]`.
  public func select(_ index: Int, axis: Int) -> Tensor {
    let n = split(at: axis, "select").n
    guard index >= 0, index < n else {
      ShapeFault.trap("select", "no place \(index) along axis \(axis) of shape \(shape)")
    }
    return slice(index..<index + 1, axis: axis).reshaped(reducedShape(axis, false))
  }

  /// The places of the given indices, in their order, along an axis: `[a, n, b] -> [a, indices.count, b]`.
  public func take(_ indices: [Int], axis: Int = 0) -> Tensor {
    let (outer, n, inner) = split(at: axis, "take")
    return .make(shape(axis, indices.count)) { out in
      read { x in
        for (i, index) in indices.enumerated() {
          guard index >= 0, index < n else {
            ShapeFault.trap("take", "no place \(index) along axis \(axis) of shape \(shape)")
          }
          AxisCopy.copy(
            x, AxisPlaces(length: n, start: index), to: out, AxisPlaces(length: indices.count, start: i), outer: outer,
            count: 1, inner: inner)
        }
      }
    }
  }

  /// The axis in reverse order.
  public func flipped(axis: Int) -> Tensor {
    let (outer, n, inner) = split(at: axis, "flip")
    return .make(shape) { out in
      read { x in
        AxisCopy.copy(
          x, AxisPlaces(length: n, start: n - 1, step: -1), to: out, AxisPlaces(length: n), outer: outer, count: n,
          inner: inner)
      }
    }
  }
}
