/// Functions of each number, or of each pair of numbers: any closure, one thread. The arithmetic of every training step
/// has loops of its own, shared among threads (`Tensor+Arithmetic.swift`, `Kernels/Elementwise/`).
extension Tensor {
  /// `f` of every number.
  @inline(__always)
  public func map(_ f: (Float) -> Float) -> Tensor {
    .make(shape) { out in
      read { x in for i in 0..<count { out[i] = f(x[i]) } }
    }
  }

  /// `f` of every pair of numbers of two tensors of one shape.
  @inline(__always)
  static func map(_ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float) -> Tensor {
    .make(a.shape) { out in
      read(a, b) { x, y in for i in 0..<a.count { out[i] = f(x[i], y[i]) } }
    }
  }

  /// Replaces every number by `f` of it.
  @inline(__always)
  mutating func update(_ f: (Float) -> Float) {
    let count = count
    write { x in for i in 0..<count { x[i] = f(x[i]) } }
  }

  /// About how many nanoseconds a simple function of one number takes.
  static let elementCost = 0.15

  /// The largest absolute difference to a tensor of the same shape; 0 for empty ones, not-a-number where either holds one.
  public func largestDifference(to other: Tensor) -> Float {
    guard shape == other.shape else { ShapeFault.trap("largestDifference", shape, other.shape) }
    var largest: Float = 0
    return Self.read(self, other) { x, y in
      for i in 0..<count {
        let difference = abs(x[i] - y[i])
        if difference.isNaN { return .nan }
        largest = max(largest, difference)
      }
      return largest
    }
  }
}
