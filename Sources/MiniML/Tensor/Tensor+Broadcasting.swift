/// Elementwise work on two tensors whose shapes are brought together by NumPy's rule: axes are matched from the last;
/// a missing axis or one of length 1 is repeated.
extension Tensor {
  /// The common shape of two; traps, naming `operation`, where there is none.
  static func broadcastShape(_ a: [Int], _ b: [Int], _ operation: String) -> [Int] {
    let rank = max(a.count, b.count)
    return (0..<rank).map { axis in
      let x = axis < rank - a.count ? 1 : a[axis - rank + a.count]
      let y = axis < rank - b.count ? 1 : b[axis - rank + b.count]
      guard x == y || x == 1 || y == 1 else { ShapeFault.trap(operation, a, b) }
      return x == 1 ? y : x
    }
  }

  @inline(__always)
  static func combine(_ a: Tensor, _ b: Tensor, _ operation: String, _ f: (Float, Float) -> Float) -> Tensor {
    if a.shape == b.shape { return combineEqual(a, b, f) }
    if b.count > 0, a.shape.suffix(b.rank) == b.shape[...] { return combineRows(a, b, f) }
    let shape = broadcastShape(a.shape, b.shape, operation)
    let left = a.repeated(to: shape)
    return combineEqual(left, b.repeated(to: shape), f)
  }

  @inline(__always)
  private static func combineEqual(_ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float) -> Tensor {
    let result = [Float](unsafeUninitializedCapacity: a.count) { out, count in
      for i in 0..<a.count { out[i] = f(a.data[i], b.data[i]) }
      count = a.count
    }
    return Tensor(a.shape, result)
  }

  /// `b` is repeated over the leading axes of `a`.
  @inline(__always)
  private static func combineRows(_ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float) -> Tensor {
    let width = b.count
    let result = [Float](unsafeUninitializedCapacity: a.count) { out, count in
      for start in stride(from: 0, to: a.count, by: width) {
        for j in 0..<width { out[start + j] = f(a.data[start + j], b.data[j]) }
      }
      count = a.count
    }
    return Tensor(a.shape, result)
  }

  /// The tensor repeated to a shape that it broadcasts to.
  func repeated(to target: [Int]) -> Tensor {
    guard shape != target else { return self }
    var result = [Float](repeating: 0, count: Self.count(target))
    forEachOffset(of: target, strides: broadcastStrides(to: target)) { position, offset in
      result[position] = data[offset]
    }
    return Tensor(target, result)
  }

  /// The opposite of repeating: sums every number that one of `target` was repeated to. The gradient of a broadcast.
  func summed(to target: [Int]) -> Tensor {
    guard shape != target else { return self }
    var result = Tensor.zeros(target)
    let strides = result.broadcastStrides(to: shape)
    forEachOffset(of: shape, strides: strides) { position, offset in result.data[offset] += data[position] }
    return result
  }

  /// Strides of this tensor under a larger shape: 0 along every repeated axis.
  private func broadcastStrides(to target: [Int]) -> [Int] {
    let own = Self.strides(shape)
    let missing = target.count - rank
    return target.indices.map { axis in
      axis < missing || shape[axis - missing] == 1 ? 0 : own[axis - missing]
    }
  }
}
