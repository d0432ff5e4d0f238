/// How far one word is from another.
public enum EditDistance {
  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other. O(n m).
  ///
  /// Source: Damerau (1964), in the "optimal string alignment" form: no stretch is edited twice.
  public static func between(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
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
