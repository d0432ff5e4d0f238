/// The ReLU of a row, and its way back: a compare and a select of whole vectors, since a branch for each number would be
/// guessed wrong half the time.
enum Rectifying {
  /// `y = max(y, 0)`; NaN stays.
  static func clamp(_ y: UnsafeMutablePointer<Float>, count: Int) {
    for i in 0..<count { y[i] = y[i] <= 0 ? 0 : y[i] }
  }

  /// `target = source` where the mask is above 0, and 0 elsewhere.
  ///
  /// Of all ways to write it, this comparison becomes one instruction wherever it stands.
  @inline(__always)
  static func copy(
    _ source: UnsafePointer<Float>, where mask: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>,
    count: Int
  ) {
    for i in stride(from: 0, to: count & ~7, by: 8) {
      var row = UnsafeRawPointer(source + i).loadUnaligned(as: SIMD8<Float>.self)
      let mask = UnsafeRawPointer(mask + i).loadUnaligned(as: SIMD8<Float>.self)
      row = row.replacing(with: 0, where: .!(mask .> 0))
      UnsafeMutableRawPointer(target + i).storeBytes(of: row, as: SIMD8<Float>.self)
    }
    for i in count & ~7..<count {
      let number = source[i]
      target[i] = mask[i] > 0 ? number : 0
    }
  }
}
