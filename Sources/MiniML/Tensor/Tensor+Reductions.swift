/// Many numbers to fewer.
extension Tensor {
  /// The sum of all numbers, shape `[]`; added up in float64.
  public func sum() -> Tensor { Tensor(Float(data.reduce(0.0) { $0 + Double($1) })) }

  /// The mean of all numbers, shape `[]`; not-a-number where there are none.
  public func mean() -> Tensor { Tensor(Float(data.reduce(0.0) { $0 + Double($1) } / Double(count))) }

  /// Sums along an axis (negative: from the last), which goes away, or stays with length 1 where `keeping`.
  public func sum(axis: Int, keeping: Bool = false) -> Tensor {
    let (outer, n, inner) = split(at: axis, "sum")
    var result = [Float](repeating: 0, count: outer * inner)
    for o in 0..<outer {
      for i in 0..<n {
        for j in 0..<inner { result[o * inner + j] += data[(o * n + i) * inner + j] }
      }
    }
    return Tensor(reducedShape(axis, keeping), result)
  }

  /// The mean along an axis.
  public func mean(axis: Int, keeping: Bool = false) -> Tensor {
    let (_, n, _) = split(at: axis, "mean")
    return sum(axis: axis, keeping: keeping) * (1 / Float(n))
  }

  /// The largest number along the last axis: `[..., n] -> [...]`; minus infinity where n is 0.
  public func maxOfRows() -> Tensor {
    let (outer, n, _) = split(at: rank - 1, "max")
    let result = (0..<outer).map { o in data[o * n..<(o + 1) * n].reduce(-Float.infinity) { max($0, $1) } }
    return Tensor(Array(shape.dropLast()), result)
  }

  /// The position of the largest number along the last axis, the first where equal; 0 where n is 0.
  public func argmaxOfRows() -> [Int] {
    let (outer, n, _) = split(at: rank - 1, "argmax")
    return (0..<outer).map { o in (0..<n).reduce(0) { data[o * n + $1] > data[o * n + $0] ? $1 : $0 } }
  }

  /// The lengths before, of and after an axis.
  func split(at axis: Int, _ operation: String) -> (outer: Int, n: Int, inner: Int) {
    let axis = axis < 0 ? axis + rank : axis
    guard axis >= 0, axis < rank else { ShapeFault.trap(operation, "no axis \(axis) in shape \(shape)") }
    return (Self.count(Array(shape[..<axis])), shape[axis], Self.count(Array(shape[(axis + 1)...])))
  }

  func reducedShape(_ axis: Int, _ keeping: Bool) -> [Int] {
    var target = shape
    let axis = axis < 0 ? axis + rank : axis
    if keeping { target[axis] = 1 } else { target.remove(at: axis) }
    return target
  }
}
