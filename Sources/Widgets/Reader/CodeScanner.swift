/// Cuts lines of source into tokens, one line after the other: what a line leaves open goes on in the next.
struct CodeScanner {
  enum Kind: Hashable {
    case plain, keyword, text, number, comment
  }

  struct Token: Hashable {
    let text: Substring
    let kind: Kind
  }

  /// What is open at a line's end.
  private enum State {
    case code
    /// The closing quote, and whether a backslash escapes.
    case string(close: String, isRaw: Bool)
    case comment(depth: Int)
  }

  private let grammar: CodeGrammar
  private var state = State.code

  init(_ grammar: CodeGrammar) { self.grammar = grammar }

  /// The tokens of the next line; together they are the line.
  mutating func tokens(_ line: Substring) -> [Token] {
    var tokens: [Token] = []
    var rest = line
    while !rest.isEmpty {
      let token = next(rest)
      tokens.append(token)
      rest = rest[token.text.endIndex...]
    }
    // A short string that nothing closes is a mistake, or an example of one: it ends with its line.
    if case .string(let close, _) = state, !grammar.longQuotes.contains(where: { close.hasPrefix($0) }) {
      state = .code
    }
    return tokens
  }

  private mutating func next(_ rest: Substring) -> Token {
    switch state {
    case .string(let close, let isRaw): Token(text: string(rest, close, isRaw), kind: .text)
    case .comment(let depth): Token(text: comment(rest, depth), kind: .comment)
    case .code: code(rest)
    }
  }

  // MARK: Code

  private mutating func code(_ rest: Substring) -> Token {
    if rest.hasPrefix(grammar.lineComment) { return Token(text: rest, kind: .comment) }
    if let block = grammar.blockComment, rest.hasPrefix(block.open) {
      return Token(text: comment(rest, 0), kind: .comment)
    }
    if let token = openString(rest) { return token }
    guard let first = rest.first else { return Token(text: rest, kind: .plain) }
    if first.isNumber { return Token(text: number(rest), kind: .number) }
    if Self.isWord(first) {
      let word = rest.prefix(while: Self.isWord)
      return Token(text: word, kind: grammar.keywords.contains(String(word)) ? .keyword : .plain)
    }
    return Token(text: rest.prefix(1), kind: .plain)
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "@"
  }

  /// Digits with their base, separators, point and exponent; `0..<5` holds two numbers.
  private func number(_ rest: Substring) -> Substring {
    if rest.hasPrefix("0x") || rest.hasPrefix("0b") || rest.hasPrefix("0o") {
      return rest.prefix { $0.isHexDigit || "xo_".contains($0) }
    }
    var index = rest.startIndex
    while index < rest.endIndex {
      let after = rest.index(after: index)
      let next = after < rest.endIndex ? rest[after] : " "
      switch rest[index] {
      case "_": break
      case ".": guard next.isNumber else { return rest[..<index] }
      case "e", "E":
        let digit = next == "-" || next == "+" ? rest[after...].dropFirst().first ?? " " : next
        guard digit.isNumber else { return rest[..<index] }
        if !next.isNumber { index = after }
      default: guard rest[index].isNumber else { return rest[..<index] }
      }
      index = rest.index(after: index)
    }
    return rest
  }

  // MARK: Strings

  /// A string that begins here, with its prefix (`f"`, `#"`); nil where none does.
  private mutating func openString(_ rest: Substring) -> Token? {
    let hashes = grammar.hasRawStrings ? String(rest.prefix { $0 == "#" }) : ""
    let letters = grammar.hasRawStrings ? "" : String(rest.prefix { "rRbBfFuU".contains($0) }.prefix(2))
    let start = rest.dropFirst(hashes.count + letters.count)
    guard let quote = grammar.quotes.first(where: { start.hasPrefix($0) }) else { return nil }
    let isRaw = !hashes.isEmpty
    state = .string(close: quote + hashes, isRaw: isRaw)
    let opening = hashes.count + letters.count + quote.count
    let body = string(rest.dropFirst(opening), quote + hashes, isRaw)
    return Token(text: rest[..<body.endIndex], kind: .text)
  }

  /// Up to the end of the string, or of the line.
  private mutating func string(_ rest: Substring, _ close: String, _ isRaw: Bool) -> Substring {
    var index = rest.startIndex
    while index < rest.endIndex {
      if rest[index...].hasPrefix(close) {
        state = .code
        return rest[..<rest.index(index, offsetBy: close.count)]
      }
      let isEscape = rest[index] == "\\" && !isRaw
      index = rest.index(after: index)
      if isEscape, index < rest.endIndex { index = rest.index(after: index) }
    }
    return rest
  }

  // MARK: Comments

  /// Up to the end of the outermost comment, or of the line.
  private mutating func comment(_ rest: Substring, _ open: Int) -> Substring {
    guard let block = grammar.blockComment else { return rest }
    var depth = open
    var index = rest.startIndex
    while index < rest.endIndex {
      if rest[index...].hasPrefix(block.open) {
        depth += 1
        index = rest.index(index, offsetBy: block.open.count)
      } else if rest[index...].hasPrefix(block.close) {
        depth -= 1
        index = rest.index(index, offsetBy: block.close.count)
        if depth <= 0 {
          state = .code
          return rest[..<index]
        }
      } else {
        index = rest.index(after: index)
      }
    }
    state = .comment(depth: depth)
    return rest
  }
}
