/// Reads a number as people type it: `0.5`, `1/2`, `50%`, `5e-1`, `０．５`, `0,5`, `−2`, `1,500`, `3 ms`.
public enum TypedNumber {
  /// Why a text is not a number.
  public enum Fault: Error, Hashable, Sendable {
    case empty
    /// What stands where a number was expected.
    case notANumber(String)
    case divisionByZero
    /// A unit other than the question's.
    case unexpectedUnit(String, expected: String)
    case tooLong
  }

  /// - Parameter unit: what the question counts in; may be typed or left out, in any case and width.
  public static func parse(_ text: String, unit: String = "") throws(Fault) -> Double {
    guard text.count <= 60 else { throw .tooLong }
    let plain = normal(text)
    guard !plain.isEmpty else { throw .empty }
    var (number, rest) = split(plain)
    guard number.contains(where: { $0.isNumber }) else { throw .notANumber(text) }
    let isPercent = rest == "%" && normal(unit) != "%"
    if !rest.isEmpty, !isPercent, rest != normal(unit) { throw .unexpectedUnit(rest, expected: unit) }
    number = number.filter { $0 != " " }
    let value = try quotient(number, shown: text)
    return isPercent ? value / 100 : value
  }

  /// Half width, lower case, one kind of minus, single spaces.
  private static func normal(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let half = TextForm.half(scalar)
      switch half {
      case "−", "–", "‒", "﹣": result += "-"
      case "÷", "⁄": result += "/"
      case "，": result += ","
      case "。": result += "."
      case "％": result += "%"
      case "$", "≈", "~": break
      default: result += half.properties.isWhitespace ? " " : half.properties.lowercaseMapping
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }

  /// The number's characters and what follows them; an `e` belongs to the number where an exponent follows, `×10^`
  /// becomes `e`.
  private static func split(_ text: String) -> (number: String, rest: String) {
    let text = text.replacing("×10^", with: "e").replacing("x10^", with: "e").replacing("*10^", with: "e")
    let characters = Array(text)
    var end = 0
    while end < characters.count {
      let character = characters[end]
      let isExponent = character == "e" && end > 0 && startsExponent(characters[(end + 1)...])
      guard character.isASCII, character.isNumber || "+-.,/ ".contains(character) || isExponent else { break }
      end += 1
    }
    let number = String(characters[..<end]).split(separator: " ").joined(separator: " ")
    return (number, String(characters[end...]))
  }

  private static func startsExponent(_ characters: ArraySlice<Character>) -> Bool {
    guard let first = characters.first else { return false }
    return first.isNumber || ("+-".contains(first) && characters.dropFirst().first?.isNumber == true)
  }

  private static func quotient(_ text: String, shown: String) throws(Fault) -> Double {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { throw .notANumber(shown) }
    guard let top = decimal(parts[0]) else { throw .notANumber(shown) }
    guard parts.count == 2 else { return top }
    guard let bottom = decimal(parts[1]) else { throw .notANumber(shown) }
    guard bottom != 0 else { throw .divisionByZero }
    return top / bottom
  }

  /// Digits with a point or a comma. A comma before exactly three digits separates thousands; a single other one is
  /// the decimal point.
  private static func decimal(_ text: Substring) -> Double? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    var digits = String(text)
    if groups.count > 1 {
      if areThousands(groups) {
        digits = groups.joined()
      } else if groups.count == 2, !text.contains(".") {
        digits = groups.joined(separator: ".")
      } else {
        return nil
      }
    }
    guard digits.contains(where: { $0.isNumber }), let value = Double(padded(digits)), value.isFinite else {
      return nil
    }
    return value
  }

  private static func areThousands(_ groups: [Substring]) -> Bool {
    let first = groups[0].drop { "+-".contains($0) }
    guard (1...3).contains(first.count), first.allSatisfy(\.isNumber), first != "0" else { return false }
    return groups.dropFirst().enumerated().allSatisfy { index, group in
      let isLast = index == groups.count - 2
      let whole = isLast ? group.prefix { $0 != "." } : group
      return whole.count == 3 && whole.allSatisfy(\.isNumber)
    }
  }

  /// `.5` as `0.5`, `5.` as `5.0`.
  private static func padded(_ digits: String) -> String {
    var text = digits
    if text.hasSuffix(".") { text += "0" }
    let sign = text.prefix { "+-".contains($0) }
    let rest = text.dropFirst(sign.count)
    return rest.hasPrefix(".") ? sign + "0" + rest : text
  }
}
