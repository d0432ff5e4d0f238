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
    if a.shape != b.shape, b.count > 1, a.shape.suffix(b.rank) == b.shape[...] { return combineRows(a, b, f) }
    let (x, y) = matched(a, b, operation)
    return map(x, y, f)
  }

  /// Both repeated to their common shape.
  private static func matched(_ a: Tensor, _ b: Tensor, _ operation: String) -> (Tensor, Tensor) {
    if a.shape == b.shape { return (a, b) }
    let shape = broadcastShape(a.shape, b.shape, operation)
    return (a.repeated(to: shape), b.repeated(to: shape))
  }

  /// `b` is repeated over the leading axes of `a`.
  @inline(__always)
  private static func combineRows(_ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float) -> Tensor {
    let width = b.count
    return .make(a.shape) { out in
      read(a, b) { x, y in
        for row in 0..<a.count / width {
          let (x, out) = (x + row * width, out + row * width)
          for j in 0..<width { out[j] = f(x[j], y[j]) }
        }
      }
    }
  }

  /// The tensor repeated to a shape that it broadcasts to.
  func repeated(to target: [Int]) -> Tensor {
    guard shape != target else { return self }
    if count == 1 { return Tensor(target, repeating: read { $0[0] }) }
    let (strides, inner) = (broadcastStrides(to: target), target.last ?? 1)
    return .make(target) { out in
      read { x in
        forEachOffset(of: target.dropLast(), strides: strides.dropLast()) { row, offset in
          let row = out + row * inner
          if strides.last == 0 {
            row.update(repeating: x[offset], count: inner)
          } else {
            row.update(from: x + offset, count: inner)
          }
        }
      }
    }
  }

  /// The opposite of repeating: sums every number that one of `target` was repeated to. The gradient of a broadcast.
  func summed(to target: [Int]) -> Tensor {
    guard shape != target else { return self }
    if count > 0, shape.suffix(target.count) == target[...] { return summedRows(target) }
    var result = Tensor.zeros(target)
    let strides = result.broadcastStrides(to: shape)
    result.write { out in
      read { x in forEachOffset(of: shape, strides: strides) { position, offset in out[offset] += x[position] } }
    }
    return result
  }

  /// Sums over the leading axes, row after row; threads share the columns, so that the order never changes.
  private func summedRows(_ target: [Int]) -> Tensor {
    let width = Self.count(target)
    let rows = count / width
    return .make(target) { out in
      read { x in
        ThreadPool.shared.split(width, grain: 16, cost: Self.elementCost * Double(rows)) { columns in
          for j in columns { out[j] = x[j] }
          for row in 1..<max(1, rows) {
            let x = x + row * width
            for j in columns { out[j] += x[j] }
          }
        }
      }
    }
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
