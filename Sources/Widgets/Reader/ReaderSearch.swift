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

  /// Searches again: the page has changed.
  mutating func run(on page: ReaderPage) {
    let wanted = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").map { $0.lowercased() }
    findings = wanted.isEmpty ? [] : PageLetters(page).find(wanted)
    current = min(current, max(0, findings.count - 1))
  }
}
