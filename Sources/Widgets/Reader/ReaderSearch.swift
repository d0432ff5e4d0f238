import Terminal

/// Findings of a text on a page.
public struct ReaderSearch: Hashable, Sendable {
  /// A stretch of one row.
  public struct Stretch: Hashable, Sendable {
    public let line: Int
    public let columns: Range<Int>
  }

  public let text: String
  /// Each in one stretch a row.
  public private(set) var findings: [[Stretch]] = []
  /// Index of the finding that `n` and `N` stand on.
  public private(set) var current = 0

  init(_ text: String, page: ReaderPage) {
    self.text = text
    run(on: page)
  }

  /// The row of the current finding.
  var currentLine: Int? { findings.indices.contains(current) ? findings[current].first?.line : nil }

  mutating func goToFirst(from line: Int) {
    current = findings.firstIndex { ($0.first?.line ?? 0) >= line } ?? 0
  }

  mutating func step(by direction: Int) {
    guard !findings.isEmpty else { return }
    current = (current + direction + findings.count) % findings.count
  }

  /// Searches again: the page has changed. Blanks are ignored, so that a finding may go on in the next row.
  mutating func run(on page: ReaderPage) {
    let wanted = Self.folded(text)
    findings = wanted.isEmpty ? [] : Self.letters(page).find(wanted)
    current = min(current, max(0, findings.count - 1))
  }

  private static func folded(_ text: String) -> [String] {
    text.filter { !$0.isWhitespace }.map { $0.lowercased() }
  }

  private static func letters(_ page: ReaderPage) -> [Letter] {
    var letters: [Letter] = []
    var block = 0
    for (index, line) in page.lines.enumerated() {
      if line.block != block { letters.append(Letter(text: "\n", line: index, columns: 0..<0)) }
      block = line.block
      var column = 0
      for character in line.text.plain {
        let width = TextWidth.of(String(character))
        if !character.isWhitespace {
          letters.append(Letter(text: character.lowercased(), line: index, columns: column..<(column + width)))
        }
        column += width
      }
    }
    return letters
  }
}

/// One character of a page, and where it stands.
private struct Letter {
  let text: String
  let line: Int
  let columns: Range<Int>
}

extension [Letter] {
  fileprivate func find(_ wanted: [String]) -> [[ReaderSearch.Stretch]] {
    var findings: [[ReaderSearch.Stretch]] = []
    var start = 0
    while start + wanted.count <= count {
      if wanted.indices.allSatisfy({ self[start + $0].text == wanted[$0] }) {
        findings.append(self[start..<(start + wanted.count)].stretches)
        start += wanted.count
      } else {
        start += 1
      }
    }
    return findings
  }
}

extension ArraySlice<Letter> {
  fileprivate var stretches: [ReaderSearch.Stretch] {
    var stretches: [ReaderSearch.Stretch] = []
    for letter in self {
      if let last = stretches.last, last.line == letter.line {
        stretches[stretches.count - 1] = .init(
          line: last.line, columns: last.columns.lowerBound..<letter.columns.upperBound)
      } else {
        stretches.append(.init(line: letter.line, columns: letter.columns))
      }
    }
    return stretches
  }
}
