/// Largest and smallest numbers, and where they stand. A number that is not one counts as both: it is not hidden.
extension Tensor {
  /// The largest number, shape `[]`; minus infinity where there is none, not-a-number where one is.
  public func maximum() -> Tensor { reshaped([count]).maximum(axis: 0) }

  /// The smallest number, shape `[]`; infinity where there is none, not-a-number where one is.
  public func minimum() -> Tensor { reshaped([count]).minimum(axis: 0) }

  /// The largest numbers along an axis; minus infinity where it is empty, not-a-number where one is.
  public func maximum(axis: Int, keeping: Bool = false) -> Tensor {
    reduced(axis, keeping, "maximum", AxisReduction.Maximum.self)
  }

  /// The largest numbers along several axes.
  public func maximum(axes: [Int], keeping: Bool = false) -> Tensor {
    reduced(axes, keeping, "maximum") { $0.maximum(axis: 1) }
  }

  /// The smallest numbers along an axis; infinity where it is empty, not-a-number where one is.
  public func minimum(axis: Int, keeping: Bool = false) -> Tensor {
    reduced(axis, keeping, "minimum", AxisReduction.Minimum.self)
  }

  /// The smallest numbers along several axes.
  public func minimum(axes: [Int], keeping: Bool = false) -> Tensor {
    reduced(axes, keeping, "minimum") { $0.minimum(axis: 1) }
  }

  /// The place of the largest number along an axis, in row-major order of the other axes; the first of equal ones, the
  /// first not-a-number where there is one, 0 where the axis is empty.
  public func argmax(axis: Int) -> [Int] { positions(of: maximum(axis: axis), axis, "argmax") }

  /// The place of the smallest number along an axis, as `argmax`.
  public func argmin(axis: Int) -> [Int] { positions(of: minimum(axis: axis), axis, "argmin") }

  /// The largest number along the last axis: `[..., n] -> [...]`; minus infinity where n is 0.
  public func maxOfRows() -> Tensor { maximum(axis: -1) }

  /// The position of the largest number along the last axis, the first where equal; 0 where n is 0.
  public func argmaxOfRows() -> [Int] { argmax(axis: -1) }

  /// The first place along an axis of each of the given numbers, one of which stands on every line.
  private func positions(of found: Tensor, _ axis: Int, _ operation: String) -> [Int] {
    let (outer, n, inner) = split(at: axis, operation)
    return Self.read(self, found) { x, found in
      (0..<outer * inner).map { line in
        let (start, wanted) = (line / inner * n * inner + line % inner, found[line])
        return (0..<n).first {
          let number = x[start + $0 * inner]
          return number == wanted || number != number
        } ?? 0
      }
    }
  }
}
