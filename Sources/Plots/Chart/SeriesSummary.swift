#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a row of numbers does, in a few of them.
public struct SeriesSummary: Hashable, Sendable {
  /// Where it went from its beginning to its end.
  public enum Trend: Hashable, Sendable {
    case rising, falling
    /// All values the same.
    case steady
    /// Up and down, and at the end about where it began.
    case mixed
  }

  /// How many values have a place; the others are `unplaced`.
  public let count: Int
  public let unplaced: Int
  public let first: PlotPoint
  public let last: PlotPoint
  public let lowest: PlotPoint
  public let highest: PlotPoint
  public let trend: Trend

  /// Nil where no point is finite. Of several lowest or highest the first counts; on a logarithmic scale the trend is
  /// that of the logarithms, all values being positive.
  public init?(_ points: some Sequence<PlotPoint>, _ kind: Scale.Kind = .linear) {
    var placed: [PlotPoint] = []
    var unplaced = 0
    for point in points {
      if point.x.isFinite && point.y.isFinite { placed.append(point) } else { unplaced += 1 }
    }
    guard let first = placed.first, let last = placed.last, let lowest = placed.min(by: { $0.y < $1.y }),
      let highest = placed.max(by: { $0.y < $1.y })
    else { return nil }
    count = placed.count
    self.unplaced = unplaced
    self.first = first
    self.last = last
    self.lowest = lowest
    self.highest = highest
    trend = Self.trend(placed.map { kind == .linear ? $0.y : log($0.y) })
  }

  /// From the first value to the last, or from the mean of the first tenth to that of the last, at least half of all
  /// that the values span, and neither of the two the other way.
  private static func trend(_ values: [Double]) -> Trend {
    guard let low = values.min(), let high = values.max(), let first = values.first, let last = values.last else {
      return .steady
    }
    // Halves, because the span of huge values overflows.
    let span = high / 2 - low / 2
    guard span > max(abs(low), abs(high)) * 1e-12 else { return .steady }
    let part = max(1, values.count / 10)
    let mean = { (some: ArraySlice<Double>) in some.reduce(0) { $0 + $1 / 2 / Double(part) } }
    let ways = [last / 2 - first / 2, mean(values.suffix(part)) - mean(values.prefix(part))]
    guard let least = ways.min(), let most = ways.max() else { return .mixed }
    if most >= span / 2, least > 0 { return .rising }
    return least <= -span / 2 && most < 0 ? .falling : .mixed
  }
}

extension Series {
  /// Its values as points, those without a number too.
  public var points: [PlotPoint] { values.indices.map { PlotPoint(x: x($0), y: values[$0]) } }
}
