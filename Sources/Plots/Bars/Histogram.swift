#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many values fall into each of several equal bins.
///
/// A bin holds its lower edge and not its upper, the last one both. Values that are not finite are left out.
public struct Histogram: Hashable, Sendable {
  /// The lower edge of the first bin.
  public let start: Double
  /// The width of each bin.
  public let width: Double
  public let counts: [Int]

  /// Counts into bins that are given: at least one, of a width above 0; values outside are left out.
  public init(_ values: some Sequence<Double>, start: Double, width: Double, bins: Int) {
    precondition(bins > 0 && width > 0 && start.isFinite, "Histogram: \(bins) bins of \(width) from \(start)")
    var counts = Array(repeating: 0, count: bins)
    for value in values where value.isFinite {
      let place = (value - start) / width
      // The upper edge of all, up to rounding, belongs to the last bin.
      let bin =
        place >= Double(bins) && place <= Double(bins) + 1e-9 ? bins - 1 : place >= 0 ? Int(min(place, 1e9)) : -1
      if counts.indices.contains(bin) { counts[bin] += 1 }
    }
    self.start = start
    self.width = width
    self.counts = counts
  }

  /// The edges of bin `index`.
  public func edges(_ index: Int) -> (from: Double, to: Double) {
    (start + Double(index) * width, start + Double(index + 1) * width)
  }

  /// Bins for values: about as many as Sturges (1926) advises, `log2 n + 1`, or Freedman and Diaconis (1981), bins of
  /// `2 (q3 - q1) / cbrt(n)`, whichever are more, and at most 40; their width is 1, 2 or 5 times a power of ten. A
  /// constant gets one bin around it; without values 0 to 1.
  public static func bins(for values: some Sequence<Double>) -> (start: Double, width: Double, count: Int) {
    let sorted = values.filter { $0.isFinite && abs($0) < 1e300 }.sorted()
    guard let low = sorted.first, let high = sorted.last else { return (0, 1, 1) }
    guard high - low > max(abs(low), abs(high)) * 1e-9 else {
      let width = low == 0 ? 1 : abs(low)
      return (low - width / 2, width, 1)
    }
    let spread = FiveNumbers.quantile(0.75, of: sorted) - FiveNumbers.quantile(0.25, of: sorted)
    let advised = 2 * spread / cbrt(Double(sorted.count))
    let span = high - low
    let sturges = Int(log2(Double(sorted.count)).rounded(.up)) + 1
    let wanted = max(sturges, min(26, advised > 0 ? Int(min(span / advised, 1e6).rounded(.up)) : 0))
    // Rounding makes bins up to two and a half times wider: begin narrower, and come out near.
    let width = Ticks.roundStep(over: span, count: min(39, wanted * 3 / 2))
    let start = (low / width).rounded(.down) * width
    return (start, width, max(1, min(40, Int(((high - start) / width - 1e-9).rounded(.up)))))
  }
}
