/// What a language's words, strings and comments look like.
struct CodeGrammar {
  let lineComment: String
  /// Nests, as in Swift; nil where the language has none.
  let blockComment: (open: String, close: String)?
  /// Longest first.
  let quotes: [String]
  /// Quotes whose strings go on over lines.
  let longQuotes: Set<String>
  /// Whether `#"…"#` is a string without escapes.
  let hasRawStrings: Bool
  let keywords: Set<String>

  /// Nil for languages that it does not know.
  init?(language: String) {
    switch language.lowercased() {
    case "swift":
      lineComment = "//"
      blockComment = ("/*", "*/")
      (quotes, longQuotes) = (["\"\"\"", "\""], ["\"\"\""])
      (hasRawStrings, keywords) = (true, Self.swift)
    case "python", "py":
      lineComment = "#"
      blockComment = nil
      (quotes, longQuotes) = (["\"\"\"", "'''", "\"", "'"], ["\"\"\"", "'''"])
      (hasRawStrings, keywords) = (false, Self.python)
    default: return nil
    }
  }

  private static let swift: Set<String> = Set(
    """
    actor any as associatedtype async await borrowing break case catch class consuming continue default defer deinit do \
    else enum extension false fileprivate for func guard if import in indirect init inout internal is lazy let mutating \
    nil nonisolated open operator override package precondition private protocol public repeat rethrows return self Self \
    some static struct subscript super switch throw throws true try typealias unowned var weak where while
    """.split(separator: " ").map { String($0) })

  private static let python: Set<String> = Set(
    """
    and as assert async await break case class continue def del elif else except False finally for from global if import \
    in is lambda match None nonlocal not or pass raise return self True try while with yield
    """.split(separator: " ").map { String($0) })
}
