/// The blanks between the symbols of a row. Source: Knuth (1986), The TeXbook, chapter 18, brought down to whole columns.
enum FormulaSpacing {
  /// The roles of a row's nodes, where a sign before an operand is no operator between two.
  static func roles(_ nodes: [FormulaNode]) -> [MathSymbol.Role] {
    var roles = nodes.map(\.role)
    for index in roles.indices where roles[index] == .binary {
      let before = index > 0 ? roles[index - 1] : nil
      let after = index + 1 < roles.count ? roles[index + 1] : nil
      if !endsOperand(before) || after == nil || after == .relation || after == .closing { roles[index] = .sign }
    }
    return roles
  }

  private static func endsOperand(_ role: MathSymbol.Role?) -> Bool {
    role == .ordinary || role == .closing || role == .inner || role == .bracketed
  }

  /// Blanks between two neighbours.
  /// - Parameter isTight: in a script, where operators stand close.
  static func gap(_ left: MathSymbol.Role, _ right: MathSymbol.Role, isTight: Bool) -> Int {
    switch (left, right) {
    case (.function, .opening), (.limitFunction, .opening), (.function, .bracketed), (.limitFunction, .bracketed),
      (.opening, _), (.sign, _), (_, .closing), (_, .punctuation):
      return 0
    case (.function, .ordinary), (.limitFunction, .ordinary), (.function, .sign), (.limitFunction, .sign),
      (.function, .inner), (.limitFunction, .inner),
      (.function, .function), (.limitFunction, .function), (.function, .limitFunction):
      return 1
    default: break
    }
    if isTight { return 0 }
    if left == .relation || right == .relation || left == .binary || right == .binary { return 1 }
    if left == .punctuation || isLarge(left) || isLarge(right) { return 1 }
    return isFunction(right) || isFunction(left) ? 1 : 0
  }

  private static func isLarge(_ role: MathSymbol.Role) -> Bool { role == .large || role == .integral }

  private static func isFunction(_ role: MathSymbol.Role) -> Bool { role == .function || role == .limitFunction }

  /// Whether two texts would run together to one word: `log` and `x`, `alpha` and `beta`, `w_i` and `x`.
  static func wouldJoin(_ left: String, _ right: String) -> Bool {
    guard let last = left.last, let first = right.first, isWordCharacter(last), first.isLetter, first.isASCII else {
      return false
    }
    return isWord(left.reversed().prefix(while: isASCIILetter)) || isWord(right.prefix(while: isASCIILetter))
      || (left.contains { $0 == "_" || $0 == "^" })
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  private static func isASCIILetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }

  private static func isWord(_ letters: some Collection<Character>) -> Bool { letters.count > 1 }
}
