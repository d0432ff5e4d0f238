import Terminal

/// Light colouring of source text: keywords, strings, numbers, comments; strings and comments over several lines too.
public enum CodeHighlighter {
  /// One styled line for each line of code; tabs become four blanks. Languages other than Swift and Python stay plain.
  public static func lines(_ code: String, language: String, theme: Theme) -> [StyledLine] {
    var lines = code.replacing("\t", with: "    ").split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    guard let grammar = CodeGrammar(language: language) else { return lines.map { StyledText(String($0), theme.code) } }
    var scanner = CodeScanner(grammar)
    return lines.map { line in
      scanner.tokens(line).reduce(into: StyledText()) { $0.append(String($1.text), style($1.kind, theme)) }
    }
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

  private static func style(_ kind: CodeScanner.Kind, _ theme: Theme) -> Style {
    switch kind {
    case .plain: theme.text
    case .keyword: theme.accent
    case .text: theme.code
    case .number: theme.math
    case .comment: theme.dim
    }
  }
}
