/// Cuts LaTeX into tokens.
struct FormulaLexer {
  enum Token: Hashable {
    /// Without the backslash; `\\` has the name `\`.
    case command(String)
    case character(Character)
    case open, close, sub, sup, ampersand
  }

  struct Placed: Hashable {
    var token: Token
    /// Characters before the token.
    var column: Int
    /// Whether a blank stands before it; matters inside words only.
    var isAfterBlank: Bool
  }

  static func tokens(_ latex: String) -> [Placed] {
    let characters = Array(latex)
    var tokens: [Placed] = []
    var index = 0
    var isAfterBlank = false
    while index < characters.count {
      let start = index
      guard !characters[index].isWhitespace else {
        isAfterBlank = true
        index += 1
        continue
      }
      let token = next(characters, &index)
      tokens.append(Placed(token: token, column: start, isAfterBlank: isAfterBlank))
      isAfterBlank = false
    }
    return tokens
  }

  private static func next(_ characters: [Character], _ index: inout Int) -> Token {
    let character = characters[index]
    index += 1
    switch character {
    case "{": return .open
    case "}": return .close
    case "_": return .sub
    case "^": return .sup
    case "&": return .ampersand
    case "\\": return command(characters, &index)
    default: return .character(character)
    }
  }

  private static func command(_ characters: [Character], _ index: inout Int) -> Token {
    let start = index
    while index < characters.count, characters[index].isASCII, characters[index].isLetter { index += 1 }
    if index == start && index < characters.count { index += 1 }
    return .command(String(characters[start..<index]))
  }
}
