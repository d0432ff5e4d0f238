/// Many numbers to fewer.
extension Tensor {
  /// The sum of all numbers, shape `[]`; added up in float64.
  public func sum() -> Tensor { Tensor(Float(total)) }

  /// The mean of all numbers, shape `[]`; not-a-number where there are none.
  public func mean() -> Tensor { Tensor(Float(total / Double(count))) }

  private var total: Double {
    read { x in
      var lanes = SIMD8<Double>.zero
      for i in 0..<count / 8 {
        lanes += SIMD8<Double>(UnsafeRawPointer(x + 8 * i).loadUnaligned(as: SIMD8<Float>.self))
      }
      return (count / 8 * 8..<count).reduce(lanes.sum()) { $0 + Double(x[$1]) }
    }
  }

  /// Sums along an axis (negative: from the last), which goes away, or stays with length 1 where `keeping`.
  public func sum(axis: Int, keeping: Bool = false) -> Tensor {
    let (outer, n, inner) = split(at: axis, "sum")
    return .make(reducedShape(axis, keeping)) { out in
      out.update(repeating: 0, count: outer * inner)
      read { x in
        for o in 0..<outer {
          let target = out + o * inner
          for i in 0..<n {
            let source = x + (o * n + i) * inner
            for j in 0..<inner { target[j] += source[j] }
          }
        }
      }
    }
  }

  /// The mean along an axis.
  public func mean(axis: Int, keeping: Bool = false) -> Tensor {
    let (_, n, _) = split(at: axis, "mean")
    return sum(axis: axis, keeping: keeping) * (1 / Float(n))
  }

  /// The largest number along the last axis: `[..., n] -> [...]`; minus infinity where n is 0.
  public func maxOfRows() -> Tensor {
    let (outer, n, _) = split(at: rank - 1, "max")
    return .make(Array(shape.dropLast())) { out in
      read { x in
        for o in 0..<outer { out[o] = (0..<n).reduce(-Float.infinity) { max($0, x[o * n + $1]) } }
      }
    }
  }

  /// The position of the largest number along the last axis, the first where equal; 0 where n is 0.
  public func argmaxOfRows() -> [Int] {
    let (outer, n, _) = split(at: rank - 1, "argmax")
    return read { x in
      (0..<outer).map { o in (0..<n).reduce(0) { x[o * n + $1] > x[o * n + $0] ? $1 : $0 } }
    }
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
