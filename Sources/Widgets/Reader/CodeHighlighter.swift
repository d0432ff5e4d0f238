import Terminal

/// Light colouring of source text: keywords, strings, numbers, comments.
public enum CodeHighlighter {
  /// One styled line for each line of code; tabs become four blanks. Languages other than Swift and Python stay plain.
  public static func lines(_ code: String, language: String, theme: Theme) -> [StyledLine] {
    var lines = code.replacing("\t", with: "    ").split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    guard let grammar = CodeGrammar(language: language) else { return lines.map { StyledText(String($0), theme.code) } }
    return lines.map { line($0, grammar, theme) }
  }

  /// The lines in rows of at most `width` columns: broken at blanks where they can be, what goes on indented further.
  public static func rows(_ code: String, language: String, width: Int, theme: Theme) -> [StyledLine] {
    lines(code, language: language, theme: theme).flatMap { line -> [StyledLine] in
      guard line.width > width else { return [line] }
      let blanks = min(line.plain.prefix { $0 == " " }.count + 4, max(0, width / 2))
      let indent = StyledText(String(repeating: " ", count: blanks))
      let (first, rest) = line.splitAtBlank(before: width)
      return [first]
        + rest.wrapped(to: max(1, width - blanks)).flatMap { $0.hardWrapped(to: max(1, width - blanks)) }.map {
          indent + $0
        }
    }
  }

  private static func line(_ line: Substring, _ grammar: CodeGrammar, _ theme: Theme) -> StyledLine {
    var styled = StyledText()
    var rest = line
    while !rest.isEmpty {
      let (token, kind) = grammar.token(rest)
      styled.append(String(token), style(kind, theme))
      rest = rest[token.endIndex...]
    }
    return styled
  }

  private static func style(_ kind: CodeGrammar.Kind, _ theme: Theme) -> Style {
    switch kind {
    case .plain: theme.text
    case .keyword: theme.accent
    case .text, .number: theme.code
    case .comment: theme.dim
    }
  }
}

/// What a language's words look like.
struct CodeGrammar {
  enum Kind {
    case plain, keyword, text, number, comment
  }

  private let comment: String
  private let keywords: Set<String>

  /// Nil for languages that it does not know.
  init?(language: String) {
    switch language.lowercased() {
    case "swift": (comment, keywords) = ("//", Self.swift)
    case "python", "py": (comment, keywords) = ("#", Self.python)
    default: return nil
    }
  }

  /// The first token of a line that is not empty.
  func token(_ line: Substring) -> (Substring, Kind) {
    if line.hasPrefix(comment) { return (line, .comment) }
    guard let first = line.first else { return (line, .plain) }
    if first == "\"" || first == "'" { return (quoted(line, first), .text) }
    if first.isNumber { return (line.prefix { $0.isNumber || $0 == "." || $0 == "_" || $0 == "e" }, .number) }
    if isWord(first) {
      let word = line.prefix(while: isWord)
      return (word, keywords.contains(String(word)) ? .keyword : .plain)
    }
    return (line.prefix(1), .plain)
  }

  private func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "@" || character == "#"
  }

  private func quoted(_ line: Substring, _ quote: Character) -> Substring {
    var isEscaped = false
    var index = line.index(after: line.startIndex)
    while index < line.endIndex {
      let character = line[index]
      index = line.index(after: index)
      if character == quote && !isEscaped { break }
      isEscaped = character == "\\" && !isEscaped
    }
    return line[..<index]
  }

  private static let swift: Set<String> = Set(
    """
    actor any as associatedtype break case catch class continue default defer deinit do else enum extension false \
    fileprivate for func guard if import in init inout internal is let mutating nil open operator package precondition \
    private protocol public repeat return self Self some static struct subscript super switch throw throws true try \
    typealias var where while
    """.split(separator: " ").map { String($0) })

  private static let python: Set<String> = Set(
    """
    and as assert async await break class continue def del elif else except False finally for from global if import in \
    is lambda None nonlocal not or pass raise return True try while with yield
    """.split(separator: " ").map { String($0) })
}
