/// A running mean that forgets, as TensorBoard draws it: `m = w m + (1 - w) v`, shown as `m / (1 - w^n)`.
///
/// The division makes up for the start at 0, so that the first smoothed value is the first value. It is the correction
/// of Adam (Kingma and Ba, 2015) put to the exponential moving average. Values that are not finite are passed on as they
/// are and leave the mean alone.
public struct Smoothing: Hashable, Sendable {
  /// How much of the mean stays at each value: 0 (no smoothing) up to, but not, 1.
  public let weight: Double

  /// Traps unless 0 <= weight < 1.
  public init(_ weight: Double) {
    precondition(weight >= 0 && weight < 1, "Smoothing: a weight of \(weight)")
    self.weight = weight
  }

  public func callAsFunction(_ values: [Double]) -> [Double] {
    guard weight > 0 else { return values }
    var mean = 0.0
    var left = 1.0
    return values.map { value in
      guard value.isFinite else { return value }
      mean = weight * mean + (1 - weight) * value
      left *= weight
      return mean / (1 - left)
    }
  }
}
