/// A query against entries.
struct PaletteQuery {
  /// An entry found: where its title matched, or the other name by which it was found.
  struct Finding: Sendable {
    let entry: PaletteEntry
    let score: Int
    let positions: [Int]
    let otherName: String?
  }

  /// What a match at the very beginning of a name counts more.
  private static let beginning = 4
  /// What can only say that it is not there yet counts less.
  private static let refused = 3

  /// The words typed; each must be found.
  private let words: [[UInt32]]

  init(_ text: String) { words = text.split(whereSeparator: \.isWhitespace).map { FuzzyText.codes($0) } }

  var isEmpty: Bool { words.isEmpty }

  /// The entries that match, the best first; ties in the order given.
  func run(on entries: [PaletteEntry]) -> [Finding] {
    guard !isEmpty else { return entries.map { Finding(entry: $0, score: 0, positions: [], otherName: nil) } }
    return entries.enumerated().compactMap { index, entry in find(entry).map { (index, $0) } }
      .sorted { ($0.1.score, $1.0) > ($1.1.score, $0.0) }
      .map(\.1)
  }

  private func find(_ entry: PaletteEntry) -> Finding? {
    let less = penalty(entry)
    let own = match(entry.title).map {
      Finding(entry: entry, score: $0.score - less, positions: $0.positions, otherName: nil)
    }
    // What is seen in the title counts before the same found in a name that is not.
    let other = entry.others.compactMap { name in
      match(name).map {
        Finding(entry: entry, score: $0.score - less - 4, positions: [], otherName: String(name.characters))
      }
    }.max { $0.score < $1.score }
    guard let own else { return other }
    guard let other, other.score > own.score else { return own }
    return other
  }

  private func penalty(_ entry: PaletteEntry) -> Int {
    if case .refuse = entry.action { return Self.refused }
    return 0
  }

  private func match(_ text: FuzzyText) -> FuzzyText.Match? {
    var score = 0
    var positions: Set<Int> = []
    for word in words {
      guard let match = text.match(word) else { return nil }
      score += match.score + (match.positions.first == 0 ? Self.beginning : 0)
      positions.formUnion(match.positions)
    }
    return FuzzyText.Match(score: score, positions: positions.sorted())
  }
}
