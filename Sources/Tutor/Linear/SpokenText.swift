import Terminal
import Wording

/// Signs as words, so that a voice says what a person would: `w ← w − η·g` as "w becomes w minus η times g".
///
/// Letters of any script and ASCII stay as they are. Nothing of the result is an arrow, a box, a block or a dot pattern.
struct SpokenText {
  let language: Language
  /// In a formula a raised dot multiplies; in prose it parts.
  var isFormula = false

  func of(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 > 0x7E }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var speech = Speech()
    var index = 0
    while index < scalars.count { index += say(scalars, at: index, in: &speech) }
    return speech.text
  }

  /// Says the scalar at a place, or the run that begins there; returns how many were said.
  private func say(_ scalars: [Unicode.Scalar], at index: Int, in speech: inout Speech) -> Int {
    let raised = run(scalars, index, SpokenSigns.raised)
    if !raised.isEmpty {
      speech.add(word: power(raised))
      return raised.count
    }
    let lowered = run(scalars, index, SpokenSigns.lowered)
    if !lowered.isEmpty {
      speech.add(word: language == .en ? "sub \(lowered)" : "下标 \(lowered)")
      return lowered.count
    }
    let scalar = scalars[index]
    if scalar == "\u{2212}" {
      speech.add(word: minus(scalars, index))
    } else if scalar == "\u{B7}" || scalar == "\u{22C5}" {
      dot(in: &speech)
    } else if let word = SpokenSigns.words[scalar] {
      speech.add(word: word[language])
    } else if !SpokenSigns.isDrawing(scalar) {
      speech.add(scalar)
    }
    return 1
  }

  private func run(_ scalars: [Unicode.Scalar], _ start: Int, _ table: [Unicode.Scalar: Character]) -> String {
    var text = ""
    for scalar in scalars[start...] {
      guard let plain = table[scalar] else { break }
      text.append(plain)
    }
    return text
  }

  private func power(_ exponent: String) -> String {
    let spoken = exponent.replacing("-", with: language == .en ? "minus " : "负 ")
    let blank = exponent.hasPrefix("-") ? "" : " "
    switch (exponent, language) {
    case ("2", .en): return "squared"
    case ("2", .zh): return "的平方"
    case ("3", .en): return "cubed"
    case ("3", .zh): return "的立方"
    case ("T", .en): return "transposed"
    case ("T", .zh): return "的转置"
    case (_, .en): return "to the power of \(spoken)"
    case (_, .zh): return "的\(blank)\(spoken) 次方"
    }
  }

  /// A minus between two things, or before one.
  private func minus(_ scalars: [Unicode.Scalar], _ index: Int) -> String {
    let after = index + 1 < scalars.count ? scalars[index + 1] : " "
    let before = index > 0 ? scalars[index - 1] : " "
    let isBetween = after == " " || before.properties.isAlphabetic || ("0"..."9").contains(before) || before == ")"
    return language == .en ? "minus" : isBetween ? "减" : "负"
  }

  private func dot(in speech: inout Speech) {
    if isFormula { return speech.add(word: language == .en ? "times" : "乘以") }
    speech.addComma(language == .en ? "," : "，")
  }
}

/// What has been said so far; parts words from what stands beside them.
private struct Speech {
  private(set) var text = ""
  private var owesBlank = false

  mutating func add(word: String) {
    if let last = text.unicodeScalars.last, let first = word.unicodeScalars.first, Self.parts(last, first) {
      text += " "
    }
    text += word
    owesBlank = true
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    if owesBlank, let last = text.unicodeScalars.last, Self.parts(last, scalar) { text += " " }
    owesBlank = false
    text.unicodeScalars.append(scalar)
  }

  /// Ends what was said before with a comma.
  mutating func addComma(_ comma: String) {
    while text.last == " " { text.removeLast() }
    if !text.isEmpty { text += comma }
    owesBlank = true
  }

  /// Whether a blank belongs between two neighbours: not at brackets and marks, nor between Chinese characters.
  private static func parts(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if left.properties.isWhitespace || right.properties.isWhitespace { return false }
    if "([{（「“《".unicodeScalars.contains(left) { return false }
    if ",.;:!?)]}，。；：！？）」”》、'\"".unicodeScalars.contains(right) { return false }
    return !(isWide(left) && isWide(right))
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool { TextWidth.of(scalar.value) == 2 }
}
