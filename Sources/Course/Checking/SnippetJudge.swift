/// Who runs the Python twins for the checker.
public protocol SnippetJudge: Sendable {
  /// Runs a snippet that needs the named packages.
  func run(_ source: String, needs: [String]) -> SnippetOutcome
}

/// What came of a Python snippet.
public enum SnippetOutcome: Hashable, Sendable {
  /// All that it printed.
  case printed(String)
  /// It ended with an error, whose last line this is.
  case failed(lastLine: String)
  /// This machine cannot run it: no Python, or a package is missing.
  case unavailable

  /// The last number in what was printed; nil where there is none.
  static func lastNumber(in text: String) -> Double? {
    let line = text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let words = line.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))) }
    return words.reversed().lazy.compactMap { Double($0) }.first
  }
}
