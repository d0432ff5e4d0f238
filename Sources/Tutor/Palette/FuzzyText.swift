/// A text made ready to be matched: its characters without case, and what each is worth as the beginning of a match.
///
/// Source: fzf (Junegunn Choi, from 2013), `FuzzyMatchV2`: the alignment of Smith and Waterman (1981), "Identification of
/// common molecular subsequences", with bonuses for the beginnings of words and for characters in a row. Written anew.
/// Differs from the source: case never counts, and a Chinese character after another kind of character begins a word.
struct FuzzyText: Hashable, Sendable {
  /// A match: how good it is, and the characters of the text that matched, ascending.
  struct Match: Hashable, Sendable {
    let score: Int
    let positions: [Int]
  }

  private enum Points {
    static let match = 16
    static let firstGap = -3
    static let nextGap = -1
    /// At the very beginning, or after a blank.
    static let wordStart = 10
    /// After a sign: `-`, `/`, `(`.
    static let partStart = 8
    /// `C` in `gradientChecking`, the `2` in `w2`.
    static let humpStart = 7
    static let inARow = 4
    /// The first character typed counts this often where a word begins.
    static let firstFactor = 2
  }

  let characters: [Character]
  private let codes: [UInt32]
  private let bonuses: [Int16]

  init(_ text: String) {
    characters = Array(text)
    codes = characters.map(Self.code)
    bonuses = characters.indices.map { [characters] index in
      Int16(Self.bonus(characters[index], after: index == 0 ? nil : characters[index - 1]))
    }
  }

  /// What a query is compared by.
  static func codes(_ query: some Sequence<Character>) -> [UInt32] { query.map(code) }

  /// The best alignment of the query's characters, in order, with gaps; nil where they are not all there.
  /// O(query · text).
  func match(_ query: [UInt32]) -> Match? {
    guard !query.isEmpty else { return Match(score: 0, positions: []) }
    guard let first = beginning(of: query) else { return nil }
    let width = codes.count - first
    var scores = [Int](repeating: 0, count: query.count * width)
    var runs = [Int](repeating: 0, count: query.count * width)
    for row in query.indices { fill(row, query[row], from: first, width, &scores, &runs) }
    let last = (query.count - 1) * width
    guard let end = (0..<width).max(by: { scores[last + $0] < scores[last + $1] }), scores[last + end] > 0 else {
      return nil
    }
    return Match(
      score: scores[last + end], positions: positions(query.count, end, from: first, width, scores, runs))
  }

  /// Where the query's first character stands first; nil where not all of them follow in order.
  private func beginning(of query: [UInt32]) -> Int? {
    var (next, first) = (0, 0)
    for (index, code) in codes.enumerated() where code == query[next] {
      if next == 0 { first = index }
      next += 1
      if next == query.count { return first }
    }
    return nil
  }

  private func fill(
    _ row: Int, _ code: UInt32, from first: Int, _ width: Int, _ scores: inout [Int], _ runs: inout [Int]
  ) {
    var isInGap = false
    for column in 0..<width {
      let here = row * width + column
      let gap = column == 0 ? 0 : scores[here - 1] + (isInGap ? Points.nextGap : Points.firstGap)
      var (matched, run) = (0, 0)
      if codes[first + column] == code { (matched, run) = aligned(row, column, from: first, width, scores, runs) }
      isInGap = matched < gap
      runs[here] = isInGap ? 0 : run
      scores[here] = max(matched, gap, 0)
    }
  }

  /// The score where the row's character stands in this column, and how many stand in a row there.
  private func aligned(
    _ row: Int, _ column: Int, from first: Int, _ width: Int, _ scores: [Int], _ runs: [Int]
  ) -> (score: Int, run: Int) {
    let own = Int(bonuses[first + column])
    guard row > 0 else { return (Points.match + own * Points.firstFactor, 1) }
    guard column > 0 else { return (0, 0) }
    let before = (row - 1) * width + column - 1
    guard scores[before] > 0 else { return (0, 0) }
    var run = runs[before] + 1
    var bonus = own
    if run > 1 {
      let start = Int(bonuses[first + column - run + 1])
      if own >= Points.partStart, own > start { run = 1 } else { bonus = max(own, Points.inARow, start) }
    }
    return (scores[before] + Points.match + bonus, run)
  }

  /// Goes back from the end along the best alignment.
  private func positions(
    _ rows: Int, _ end: Int, from first: Int, _ width: Int, _ scores: [Int], _ runs: [Int]
  ) -> [Int] {
    var (row, column) = (rows - 1, end)
    var found: [Int] = []
    while row >= 0, column >= 0 {
      let here = row * width + column
      if runs[here] > 0 {
        found.append(first + column)
        row -= 1
      }
      column -= 1
    }
    return found.reversed()
  }

  private static func code(_ character: Character) -> UInt32 {
    if let ascii = character.asciiValue { return UInt32(ascii >= 65 && ascii <= 90 ? ascii + 32 : ascii) }
    return character.lowercased().unicodeScalars.first?.value ?? 0
  }

  private enum Kind {
    case blank, sign, lower, upper, digit, other

    init(_ character: Character) {
      if character.isWhitespace {
        self = .blank
      } else if character.isNumber {
        self = .digit
      } else if character.isUppercase {
        self = .upper
      } else if character.isLowercase {
        self = .lower
      } else {
        self = character.isLetter ? .other : .sign
      }
    }
  }

  private static func bonus(_ character: Character, after before: Character?) -> Int {
    let kind = Kind(character)
    guard kind != .blank, kind != .sign else { return kind == .sign ? Points.partStart : 0 }
    guard let previous = before.map({ Kind($0) }), previous != .blank else { return Points.wordStart }
    if previous == .sign || previous != .other && kind == .other { return Points.partStart }
    let isHump = previous == .lower && kind == .upper || previous != .digit && kind == .digit
    return isHump ? Points.humpStart : 0
  }
}
