/// The summary of a distribution that a box plot shows: quartiles, and whiskers as far as the values go within one and a
/// half times the distance of the quartiles. Source: Tukey (1977), "Exploratory Data Analysis".
public struct FiveNumbers: Hashable, Sendable {
  public let lowerWhisker: Double
  public let lowerQuartile: Double
  public let median: Double
  public let upperQuartile: Double
  public let upperWhisker: Double

  /// Nil where no value is finite.
  public init?(_ values: some Sequence<Double>) {
    let sorted = values.filter(\.isFinite).sorted()
    guard !sorted.isEmpty else { return nil }
    let (low, high) = (Self.quantile(0.25, of: sorted), Self.quantile(0.75, of: sorted))
    lowerQuartile = low
    upperQuartile = high
    median = Self.quantile(0.5, of: sorted)
    let reach = 1.5 * (high - low)
    // Between two values a quartile may lie beyond all that are near: the whisker then ends at the box.
    lowerWhisker = min(low, sorted.first { $0 >= low - reach } ?? low)
    upperWhisker = max(high, sorted.last { $0 <= high + reach } ?? high)
  }

  /// The values beyond the whiskers.
  public func outliers(_ values: some Sequence<Double>) -> [Double] {
    values.filter { $0.isFinite && ($0 < lowerWhisker || $0 > upperWhisker) }
  }

  /// The value below which a share of sorted values lies, between two of them in proportion (type 7 of Hyndman and Fan,
  /// 1996, as NumPy and R by default). Traps where there is none.
  public static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    precondition(!sorted.isEmpty && (0...1).contains(share), "quantile: \(share) of \(sorted.count) values")
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    let rest = place - Double(below)
    return sorted[below] * (1 - rest) + sorted[above] * rest
  }
}
