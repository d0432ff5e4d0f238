/// Arithmetic number by number, with broadcasting.
extension Tensor {
  public static func + (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "add") { $0 + $1 } }
  public static func - (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "subtract") { $0 - $1 } }
  public static func * (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "multiply") { $0 * $1 } }
  public static func / (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "divide") { $0 / $1 } }
  public static func * (a: Tensor, factor: Float) -> Tensor { a.map { $0 * factor } }
  public static func * (factor: Float, a: Tensor) -> Tensor { a.map { $0 * factor } }
  public static prefix func - (a: Tensor) -> Tensor { a.map { -$0 } }

  /// Adds a tensor of the same shape in place.
  public static func += (a: inout Tensor, b: Tensor) {
    guard a.shape == b.shape else { ShapeFault.trap("add in place", a.shape, b.shape) }
    for i in 0..<b.count { a.data[i] += b.data[i] }
  }

  /// `f` of every number.
  @inline(__always)
  public func map(_ f: (Float) -> Float) -> Tensor {
    let result = [Float](unsafeUninitializedCapacity: count) { out, count in
      for i in 0..<data.count { out[i] = f(data[i]) }
      count = data.count
    }
    return Tensor(shape, result)
  }

  /// The largest absolute difference to a tensor of the same shape; 0 for empty ones, not-a-number where either holds one.
  public func largestDifference(to other: Tensor) -> Float {
    guard shape == other.shape else { ShapeFault.trap("largestDifference", shape, other.shape) }
    var largest: Float = 0
    for i in 0..<count {
      let difference = abs(data[i] - other.data[i])
      if difference.isNaN { return .nan }
      largest = max(largest, difference)
    }
    return largest
  }
}
