import Markup

/// Which of the known names somebody may have meant.
public enum NearNames {
  /// Up to `count` known names, nearest first: a few edits away, or one the beginning of the other. Ties in the order given.
  public static func of(_ name: String, in known: [String], count: Int = 3) -> [String] {
    let limit = max(2, name.count / 3)
    let wanted = name.lowercased()
    let ranked = known.enumerated().compactMap { index, candidate -> (distance: Int, index: Int, name: String)? in
      let other = candidate.lowercased()
      let distance = EditDistance.between(wanted, other)
      let isPart = min(wanted.count, other.count) >= 3 && (other.starts(with: wanted) || wanted.starts(with: other))
      guard distance <= limit || isPart else { return nil }
      return (min(distance, isPart ? limit : distance), index, candidate)
    }
    return ranked.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(count).map(\.name)
  }
}
