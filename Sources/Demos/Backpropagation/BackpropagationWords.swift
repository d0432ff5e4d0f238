import Wording

/// The demo's sentences that depend on numbers alone.
enum BackpropagationWords {
  static let notAnAssignment = Bilingual(
    en: "after the semicolon write values such as w1 = 0.5, x1 = 2", zh: "分号后面请写变量的值，例如 w1 = 0.5, x1 = 2")

  static let onlyVariables = Bilingual(
    en: "only variables can be turned: choose one with the arrows", zh: "只有变量可以调节：请用方向键选一个变量")

  /// A value as it is typed, to the last digit: `2.1`, `5`.
  static func typed(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  static func unknownVariable(_ name: String, _ known: [String]) -> Bilingual {
    let list = known.joined(separator: ", ")
    guard !known.isEmpty else {
      return Bilingual(en: "\(name) does not stand in the formula: it has no variables", zh: "公式里没有 \(name)：它一个变量也没有")
    }
    return Bilingual(
      en: "\(name) does not stand in the formula; its variables are \(list)", zh: "公式里没有 \(name)；其中的变量有 \(list)")
  }

  static func notANumber(_ name: String) -> Bilingual {
    Bilingual(en: "the value of \(name) must be a finite number, such as 0.5", zh: "\(name) 的值必须是有限的数，例如 0.5")
  }
}
