/// Numbers picked by index or by mask, and put back.
extension Tensor {
  /// Picks single numbers along an axis: `y[a, i, b] = x[a, indices[a, i, b], b]`.
  ///
  /// The indices stand in row-major order; their shape is that of x but for the axis, whose length follows from their
  /// count. For the number of each row's class: `x.gatherElements(classes, axis: 1)`, `[n, k] -> [n, 1]`.
  public func gatherElements(_ indices: [Int], axis: Int) -> Tensor { gatherElements(indices, axis: axis, length: nil) }

  /// The same where the axis' length is known: without other numbers it does not follow from the indices.
  func gatherElements(_ indices: [Int], axis: Int, length: Int?) -> Tensor {
    let (found, places) = elementPlaces(indices, axis, "gatherElements")
    let length = length ?? found
    return .make(shape(axis, length)) { out in
      read { x in for (i, place) in places.enumerated() { out[i] = x[place] } }
    }
  }

  /// Adds single numbers along an axis: `self[a, indices[a, i, b], b] += values[a, i, b]`, in order. What stands at one
  /// place adds up.
  public mutating func scatterAdd(_ values: Tensor, _ indices: [Int], axis: Int) {
    let (length, places) = elementPlaces(indices, axis, "scatterAdd")
    guard values.shape == shape(axis, length) else { ShapeFault.trap("scatterAdd", shape, values.shape) }
    write { out in
      values.read { x in for (i, place) in places.enumerated() { out[place] += x[i] } }
    }
  }

  /// Adds whole places along an axis: `self[a, indices[i], b] += values[a, i, b]`, in order.
  public mutating func addPlaces(_ values: Tensor, _ indices: [Int], axis: Int = 0) {
    let (outer, n, inner) = split(at: axis, "addPlaces")
    guard values.shape == shape(axis, indices.count) else { ShapeFault.trap("addPlaces", shape, values.shape) }
    for index in indices where index < 0 || index >= n {
      ShapeFault.trap("addPlaces", "no place \(index) along axis \(axis) of shape \(shape)")
    }
    write { out in
      values.read { x in
        for o in 0..<outer {
          for (i, index) in indices.enumerated() {
            let (target, source) = (out + (o * n + index) * inner, x + (o * indices.count + i) * inner)
            for j in 0..<inner { target[j] += source[j] }
          }
        }
      }
    }
  }

  /// A row for each index with 1 at its place: `[indices.count, classes]`. A negative index gives a row of zeros.
  public static func oneHot(_ indices: [Int], classes: Int) -> Tensor {
    var result = Tensor.zeros([indices.count, classes])
    for (row, index) in indices.enumerated() where index >= 0 {
      guard index < classes else { ShapeFault.trap("oneHot", "class \(index) of \(classes)") }
      result[row, index] = 1
    }
    return result
  }

  /// `a` where the mask is not 0, `b` where it is; all three broadcast.
  public static func `where`(_ mask: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
    let shape = broadcastShape(broadcastShape(a.shape, b.shape, "where"), mask.shape, "where")
    let (mask, a, b) = (mask.repeated(to: shape), a.repeated(to: shape), b.repeated(to: shape))
    return .make(shape) { out in
      read(mask, a, b) { mask, a, b in for i in 0..<Self.count(shape) { out[i] = mask[i] != 0 ? a[i] : b[i] } }
    }
  }

  /// `value` where the mask, which broadcasts, is not 0.
  public func filled(where mask: Tensor, with value: Float) -> Tensor { .where(mask, Tensor(value), self) }

  /// The numbers where a mask of the same shape is not 0, in row-major order: one axis.
  public func selected(by mask: Tensor) -> Tensor {
    guard shape == mask.shape else { ShapeFault.trap("selected", shape, mask.shape) }
    return Tensor(Self.read(self, mask) { x, mask in (0..<count).filter { mask[$0] != 0 }.map { x[$0] } })
  }

  /// Where in the data the picked numbers stand, and how many there are along the axis.
  private func elementPlaces(_ indices: [Int], _ axis: Int, _ operation: String) -> (length: Int, places: [Int]) {
    let (outer, n, inner) = split(at: axis, operation)
    let lines = outer * inner
    let length = lines == 0 ? 0 : indices.count / lines
    guard length * lines == indices.count, indices.allSatisfy({ $0 >= 0 && $0 < n }) else {
      ShapeFault.trap(operation, "\(indices.count) indices along axis \(axis) of shape \(shape)")
    }
    let places = indices.enumerated().map { i, index in
      (i / (length * inner) * n + index) * inner + i % inner
    }
    return (length, places)
  }
}
