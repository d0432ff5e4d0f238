/// Characters that stand for themselves, and how they stand to their neighbours; `≤` typed as such is `\le`.
enum PlainSymbols {
  static func symbol(_ character: Character) -> MathSymbol {
    switch character {
    case "-", "−": MathSymbol("−", "-", .binary)
    case "+", "*": MathSymbol(String(character), String(character), .binary)
    case "=", "<", ">": MathSymbol(String(character), String(character), .relation)
    case ":": MathSymbol(":", ":", .punctuation)
    case ",", ";": MathSymbol(String(character), String(character), .punctuation)
    case "(", "[": MathSymbol(String(character), String(character), .opening)
    case ")", "]": MathSymbol(String(character), String(character), .closing)
    case "~": MathSymbol(" ", " ")
    default: LatexCommands.symbol(character) ?? MathSymbol(String(character), String(character))
    }
  }

  /// A delimiter by its character, as `\left` reads it.
  static func delimiter(_ text: String) -> MathSymbol {
    text.first.map(symbol) ?? MathSymbol(text, text)
  }
}
