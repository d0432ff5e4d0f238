/// Which of the known names somebody may have meant.
public enum NearNames {
  /// Up to `count` known names, nearest first: a few edits away, or one the beginning of the other. Ties in the order given.
  public static func of(_ name: String, in known: [String], count: Int = 3) -> [String] {
    let limit = max(2, name.count / 3)
    let wanted = Array(name.lowercased())
    let ranked = known.enumerated().compactMap { index, candidate -> (distance: Int, index: Int, name: String)? in
      let other = Array(candidate.lowercased())
      let distance = editDistance(wanted, other)
      let isPart = min(wanted.count, other.count) >= 3 && (other.starts(with: wanted) || wanted.starts(with: other))
      guard distance <= limit || isPart else { return nil }
      return (min(distance, isPart ? limit : distance), index, candidate)
    }
    return ranked.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(count).map(\.name)
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  ///
  /// Source: Damerau (1964), in the "optimal string alignment" form: no stretch is edited twice.
  static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in 1...a.count {
      var next = [i]
      for j in 1...b.count {
        let isSame = a[i - 1] == b[j - 1]
        var best = min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, before[j - 2] + 1) }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
