/// How a classifier's score separates two classes, threshold by threshold.
///
/// A point says which share of the negatives (x) and of the positives (y) have a score of at least the threshold. Equal
/// scores pass together. Source: Fawcett (2006), "An introduction to ROC analysis", algorithm 1.
public struct ROCCurve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    /// Infinite at the first point, where nothing passes.
    public let threshold: Double
    public let falsePositives: Double
    public let truePositives: Double
  }

  public let points: [Point]

  /// Scores with what each really is. Nil where one of the two classes has no finite score.
  public init?(scores: [Double], isPositive: [Bool]) {
    precondition(scores.count == isPositive.count, "ROCCurve: \(scores.count) scores, \(isPositive.count) classes")
    let ranked = zip(scores, isPositive).filter { $0.0.isFinite }.sorted { $0.0 > $1.0 }
    let positives = ranked.count(where: \.1)
    let negatives = ranked.count - positives
    guard positives > 0, negatives > 0 else { return nil }
    var points = [Point(threshold: .infinity, falsePositives: 0, truePositives: 0)]
    var (hits, alarms) = (0, 0)
    for (index, (score, isHit)) in ranked.enumerated() {
      if isHit { hits += 1 } else { alarms += 1 }
      if index + 1 < ranked.count, ranked[index + 1].0 == score { continue }
      points.append(
        Point(
          threshold: score, falsePositives: Double(alarms) / Double(negatives),
          truePositives: Double(hits) / Double(positives)))
    }
    self.points = points
  }

  /// The area under the curve by trapezoids: how likely a positive scores above a negative, equal scores counting half.
  public var area: Double {
    zip(points, points.dropFirst()).reduce(0) { sum, pair in
      let width = pair.1.falsePositives - pair.0.falsePositives
      return sum + width * (pair.0.truePositives + pair.1.truePositives) / 2
    }
  }

  /// Where hits are furthest above false alarms: the largest difference of the two (Youden, 1950).
  public var best: Point {
    points.max { $0.truePositives - $0.falsePositives < $1.truePositives - $1.falsePositives } ?? points[0]
  }
}
