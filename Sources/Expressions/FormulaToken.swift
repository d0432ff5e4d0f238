/// A piece of a typed formula and the characters that it stands in.
struct FormulaToken {
  enum Kind: Hashable {
    case number(Double)
    case name(String)
    case operation(FormulaOperator)
    case open, close
    /// A superscript: `²`.
    case raised(Double)
  }

  let kind: Kind
  let range: Range<Int>
}

/// Cuts characters into tokens.
struct FormulaLexer {
  private let characters: [Character]
  private var position: Int
  private let end: Int

  init(_ characters: [Character], in range: Range<Int>) {
    self.characters = characters.map(FormulaCharacter.normalized)
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func tokens() throws(FormulaError) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    while position < end {
      if characters[position].isWhitespace { position += 1 } else { tokens.append(try next()) }
    }
    return tokens
  }

  private mutating func next() throws(FormulaError) -> FormulaToken {
    let character = characters[position]
    if isDigit(character) || character == "." { return try number() }
    if character.isLetter || character == "_" { return name() }
    let start = position
    position += 1
    guard let kind = Self.sign(character) else {
      throw .unexpectedCharacter(character, at: start..<position)
    }
    if character == "*" && at(0) == "*" {
      position += 1
      return FormulaToken(kind: .operation(.power), range: start..<position)
    }
    return FormulaToken(kind: kind, range: start..<position)
  }

  private static func sign(_ character: Character) -> FormulaToken.Kind? {
    switch character {
    case "(", "[": .open
    case ")", "]": .close
    case "²": .raised(2)
    case "³": .raised(3)
    case "√": .name("sqrt")
    default: FormulaOperator(rawValue: character).map { .operation($0) }
    }
  }

  /// Digits, a point, digits, and an exponent where digits follow its `e`.
  private mutating func number() throws(FormulaError) -> FormulaToken {
    let start = position
    while isDigit(at(0)) || at(0) == "." { position += 1 }
    if at(0) == "e" || at(0) == "E" {
      let signed = at(1) == "-" || at(1) == "+"
      if isDigit(at(signed ? 2 : 1)) {
        position += signed ? 2 : 1
        while isDigit(at(0)) { position += 1 }
      }
    }
    let text = String(characters[start..<position])
    guard let value = Double(text.hasPrefix(".") ? "0" + text : text.hasSuffix(".") ? text + "0" : text), value.isFinite
    else { throw .malformedNumber(text, at: start..<position) }
    return FormulaToken(kind: .number(value), range: start..<position)
  }

  private mutating func name() -> FormulaToken {
    let start = position
    while let character = at(0), character.isLetter || isDigit(character) || character == "_" { position += 1 }
    return FormulaToken(kind: .name(String(characters[start..<position])), range: start..<position)
  }

  private func at(_ offset: Int) -> Character? {
    position + offset < end ? characters[position + offset] : nil
  }

  private func isDigit(_ character: Character?) -> Bool {
    guard let character else { return false }
    return character >= "0" && character <= "9"
  }
}
