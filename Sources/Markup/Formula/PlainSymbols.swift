/// Characters that stand for themselves, and how they stand to their neighbours.
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
    default: MathSymbol(String(character), String(character))
    }
  }
}
