/// Many numbers to fewer. A negative axis counts from the last; an axis that is reduced goes away, or stays with length 1
/// where `keeping`.
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
      return (count / 8 * 8..<count).reduce(lanes.total) { $0 + Double(x[$1]) }
    }
  }

  /// Sums along an axis; 0 where it is empty.
  public func sum(axis: Int, keeping: Bool = false) -> Tensor {
    reduced(axis, keeping, "sum", AxisReduction.Sum.self)
  }

  /// Sums along several axes.
  public func sum(axes: [Int], keeping: Bool = false) -> Tensor {
    reduced(axes, keeping, "sum") { $0.sum(axis: 1) }
  }

  /// The mean along an axis; not-a-number where it is empty.
  public func mean(axis: Int, keeping: Bool = false) -> Tensor {
    sum(axis: axis, keeping: keeping) * (1 / Float(split(at: axis, "mean").n))
  }

  /// The mean along several axes.
  public func mean(axes: [Int], keeping: Bool = false) -> Tensor {
    sum(axes: axes, keeping: keeping) * (1 / Float(length(of: axes, "mean")))
  }

  /// The product along an axis; 1 where it is empty.
  public func product(axis: Int, keeping: Bool = false) -> Tensor {
    reduced(axis, keeping, "product", AxisReduction.Product.self)
  }

  /// The mean squared distance from the mean: `sum((x - mean)^2) / (n - correction)`.
  ///
  /// Correction 0, the default, is the variance of the numbers themselves, as normalisation uses it; 1 estimates that of
  /// the population they were drawn from (PyTorch's default). Not-a-number where n is 0, or 1 with correction 1.
  public func variance(axes: [Int], correction: Int = 0, keeping: Bool = false) -> Tensor {
    let centred = self - mean(axes: axes, keeping: true)
    let n = length(of: axes, "variance")
    return (centred * centred).sum(axes: axes, keeping: keeping).map { $0 / Float(n - correction) }
  }

  /// The variance along one axis.
  public func variance(axis: Int, correction: Int = 0, keeping: Bool = false) -> Tensor {
    variance(axes: [axis], correction: correction, keeping: keeping)
  }

  /// The root of the variance along one axis.
  public func standardDeviation(axis: Int, correction: Int = 0, keeping: Bool = false) -> Tensor {
    variance(axis: axis, correction: correction, keeping: keeping).map { $0.squareRoot() }
  }

  /// Sums up to and including each place of an axis, added up in float64: `[1, 2, 3] -> [1, 3, 6]`.
  public func cumulativeSum(axis: Int) -> Tensor {
    let (outer, n, inner) = split(at: axis, "cumulativeSum")
    return .make(shape) { out in
      read { x in
        for o in 0..<outer {
          for j in 0..<inner {
            var sum = 0.0
            for i in stride(from: o * n * inner + j, to: (o + 1) * n * inner, by: inner) {
              sum += Double(x[i])
              out[i] = Float(sum)
            }
          }
        }
      }
    }
  }
}

// MARK: Axes

extension Tensor {
  /// One axis reduced by a rule.
  func reduced<Rule: FoldRule>(_ axis: Int, _ keeping: Bool, _ operation: String, _ rule: Rule.Type) -> Tensor {
    let (outer, n, inner) = split(at: axis, operation)
    return .make(reducedShape(axis, keeping)) { out in
      read { AxisReduction.fold(rule, $0, into: out, outer: outer, n: n, inner: inner) }
    }
  }

  /// Several axes reduced, each run of neighbours as one: `reduce` takes `[outer, n, inner]` to `[outer, inner]`.
  func reduced(_ axes: [Int], _ keeping: Bool, _ operation: String, _ reduce: (Tensor) -> Tensor) -> Tensor {
    let axes = Set(normalised(axes, operation))
    var (result, rest) = (self, shape[...])
    var inner = 1
    while let last = rest.indices.last {
      guard axes.contains(last) else {
        inner *= rest.removeLast()
        continue
      }
      var n = 1
      while let axis = rest.indices.last, axes.contains(axis) { n *= rest.removeLast() }
      result = reduce(result.reshaped([Self.count(rest), n, inner]))
    }
    let kept = shape.indices.compactMap { axes.contains($0) ? (keeping ? 1 : nil) : shape[$0] }
    return result.reshaped(kept)
  }

  /// The axes counted from the first; traps where one does not exist or is named twice.
  func normalised(_ axes: [Int], _ operation: String) -> [Int] {
    let found = axes.map { $0 < 0 ? $0 + rank : $0 }
    guard found.allSatisfy({ $0 >= 0 && $0 < rank }), Set(found).count == found.count else {
      ShapeFault.trap(operation, "no axes \(axes) in shape \(shape)")
    }
    return found
  }

  /// How many numbers are reduced to one.
  func length(of axes: [Int], _ operation: String) -> Int {
    normalised(axes, operation).reduce(1) { $0 * shape[$1] }
  }

  /// The lengths before, of and after an axis.
  func split(at axis: Int, _ operation: String) -> (outer: Int, n: Int, inner: Int) {
    let place = axis < 0 ? axis + rank : axis
    guard place >= 0, place < rank else { ShapeFault.trap(operation, "no axis \(axis) in shape \(shape)") }
    return (Self.count(shape[..<place]), shape[place], Self.count(shape[(place + 1)...]))
  }

  func reducedShape(_ axis: Int, _ keeping: Bool) -> [Int] {
    var target = shape
    let axis = axis < 0 ? axis + rank : axis
    if keeping { target[axis] = 1 } else { target.remove(at: axis) }
    return target
  }

  /// The shape with another length of one axis.
  func shape(_ axis: Int, _ length: Int) -> [Int] {
    var target = shape
    target[axis < 0 ? axis + rank : axis] = length
    return target
  }
}
