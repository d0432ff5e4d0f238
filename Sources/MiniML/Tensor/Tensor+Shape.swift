/// The same numbers in another shape or order.
extension Tensor {
  /// The same numbers in row-major order under another shape of the same count; one axis may be -1: what is left.
  public func reshaped(_ target: [Int]) -> Tensor {
    if target == shape { return self }
    var resolved = target
    if let open = target.firstIndex(of: -1) {
      resolved[open] = 1
      let known = Self.count(resolved)
      resolved[open] = known == 0 ? 0 : count / known
    }
    guard resolved.allSatisfy({ $0 >= 0 }), Self.count(resolved) == count else {
      ShapeFault.trap("reshape", shape, target)
    }
    return part(resolved)
  }

  /// The last two axes swapped: `[..., m, n] -> [..., n, m]`.
  public var transposed: Tensor {
    guard rank >= 2 else { ShapeFault.trap("transpose", "needs two axes, got shape \(shape)") }
    let (m, n) = (shape[rank - 2], shape[rank - 1])
    return .make(shape.dropLast(2) + [n, m]) { out in
      read { x in
        for start in stride(from: 0, to: count, by: max(1, m * n)) {
          for i in 0..<m {
            for j in 0..<n { out[start + j * m + i] = x[start + i * n + j] }
          }
        }
      }
    }
  }

  /// The axes in another order: axis `i` of the result is axis `order[i]` of this one.
  public func permuted(_ order: [Int]) -> Tensor {
    guard order.sorted() == Array(0..<rank) else { ShapeFault.trap("permute", "order \(order) for shape \(shape)") }
    let strides = Self.strides(shape)
    let target = order.map { shape[$0] }
    return .make(target) { out in
      read { x in
        forEachOffset(of: target, strides: order.map { strides[$0] }) { position, offset in
          out[position] = x[offset]
        }
      }
    }
  }

  /// Columns `range` of the last axis: `[..., n] -> [..., range.count]`.
  public func columns(_ range: Range<Int>) -> Tensor {
    guard let n = shape.last, range.lowerBound >= 0, range.upperBound <= n else {
      ShapeFault.trap("columns", "no columns \(range) in shape \(shape)")
    }
    return .make(shape.dropLast() + [range.count]) { out in
      read { x in
        for row in 0..<count / max(1, n) {
          (out + row * range.count).update(from: x + row * n + range.lowerBound, count: range.count)
        }
      }
    }
  }

  /// Joined along the last axis: `[..., a], [..., b] -> [..., a + b]`.
  public static func joiningColumns(_ parts: [Tensor]) -> Tensor {
    guard let first = parts.first, first.rank > 0 else { ShapeFault.trap("joinColumns", "nothing to join") }
    let leading = Array(first.shape.dropLast())
    for part in parts where Array(part.shape.dropLast()) != leading {
      ShapeFault.trap("joinColumns", first.shape, part.shape)
    }
    let widths = parts.map { $0.shape[$0.rank - 1] }
    let total = widths.reduce(0, +)
    return .make(leading + [total]) { out in
      var start = 0
      for (part, width) in zip(parts, widths) {
        part.read { x in
          for row in 0..<Self.count(leading) {
            (out + row * total + start).update(from: x + row * width, count: width)
          }
        }
        start += width
      }
    }
  }

  /// The distance in the data between neighbours along each axis.
  static func strides(_ shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in stride(from: shape.count - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    return strides
  }
}

/// Visits every position of `shape` in row-major order with its offset under `strides`.
@inline(__always)
func forEachOffset(of shape: [Int], strides: [Int], _ visit: (_ position: Int, _ offset: Int) -> Void) {
  let total = Tensor.count(shape)
  guard total > 0 else { return }
  guard let inner = shape.last, let innerStride = strides.last else { return visit(0, 0) }
  var index = [Int](repeating: 0, count: shape.count)
  var (position, offset) = (0, 0)
  while position < total {
    for j in 0..<inner { visit(position + j, offset + j * innerStride) }
    position += inner
    var axis = shape.count - 2
    while axis >= 0 {
      index[axis] += 1
      offset += strides[axis]
      if index[axis] < shape[axis] { break }
      offset -= strides[axis] * shape[axis]
      index[axis] = 0
      axis -= 1
    }
    if axis < 0 { return }
  }
}
