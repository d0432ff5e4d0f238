/// Words and `name=value` pairs of a fence's opening line or a `set:`: `gradient-descent rate=0.1 text="a b"`.
struct ArgumentText {
  /// One argument and the characters before it on its line.
  struct Argument: Hashable {
    /// Empty for a plain word.
    var name: String
    var value: String
    var offset: Int
  }

  /// What could be read.
  private(set) var arguments: [Argument] = []
  /// Where a quote opens that nothing closes.
  private(set) var openQuote: Int?

  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
    skipSpaces()
    while position < characters.count {
      arguments.append(next())
      skipSpaces()
    }
  }

  private mutating func next() -> Argument {
    let offset = position
    var name = ""
    var value = ""
    var sawEquals = false
    while position < characters.count, !characters[position].isWhitespace {
      let character = characters[position]
      if character == "=", !sawEquals {
        (sawEquals, name, value) = (true, value, "")
        position += 1
      } else if character == "\"" {
        value += quoted()
      } else {
        value.append(character)
        position += 1
      }
    }
    return Argument(name: sawEquals ? name : "", value: value, offset: offset)
  }

  /// A quoted stretch from its opening mark on, `\"` and `\\` inside being `"` and `\`.
  private mutating func quoted() -> String {
    let start = position
    position += 1
    var text = ""
    while position < characters.count, characters[position] != "\"" {
      if characters[position] == "\\", position + 1 < characters.count, "\"\\".contains(characters[position + 1]) {
        position += 1
      }
      text.append(characters[position])
      position += 1
    }
    if position == characters.count { openQuote = start }
    position += 1
    return text
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }
}
