/// Markdown with every formula replaced by a mark, so that cmark cannot eat `*`, `_`, `\\` or `|` inside it; and the
/// place in the file of every character.
///
/// Marks are private-use characters, which the text itself never holds: the masker replaces them first.
struct MaskedText {
  /// One formula, still as LaTeX.
  struct MaskedFormula {
    var source: [Character]
    /// The place of each character of the source.
    var places: [SourcePlace]
    var isDisplay: Bool
    var place: SourcePlace
  }

  static let opening: Character = "\u{E000}"
  static let closing: Character = "\u{E001}"
  static let asterisk: Character = "\u{E002}"
  static let dollar: Character = "\u{E003}"

  private(set) var lines: [[(character: Character, place: SourcePlace)]] = [[]]
  private(set) var formulas: [MaskedFormula] = []

  var text: String {
    var text = ""
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append("\n") }
      for (character, _) in line { text.append(character) }
    }
    return text
  }

  mutating func append(_ character: Character, at place: SourcePlace) {
    if character == "\n" {
      lines.append([])
    } else {
      lines[lines.count - 1].append((character, place))
    }
  }

  /// Puts a mark where the formula stood.
  mutating func append(_ formula: MaskedFormula) {
    append(Self.opening, at: formula.place)
    for digit in String(formulas.count) { append(digit, at: formula.place) }
    append(Self.closing, at: formula.place)
    formulas.append(formula)
  }

  /// The place in the file of a masked line and a column in bytes, both from 1, as cmark counts them.
  func place(line: Int, byteColumn: Int) -> SourcePlace {
    guard line >= 1, line <= lines.count else { return SourcePlace(line: 1, column: 1) }
    var bytes = 1
    for (character, place) in lines[line - 1] {
      if bytes >= byteColumn { return place }
      bytes += character.utf8.count
    }
    return lines[line - 1].last?.place ?? placeOfEmptyLine(line)
  }

  private func placeOfEmptyLine(_ line: Int) -> SourcePlace {
    for earlier in lines[..<(line - 1)].reversed() {
      if let last = earlier.last { return SourcePlace(line: last.place.line + 1, column: 1) }
    }
    return SourcePlace(line: line, column: 1)
  }

  /// A text of cmark's cut into words and the formulas between them.
  func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var words = ""
    var number: String?
    for character in text {
      switch character {
      case Self.opening: number = ""
      case Self.closing:
        if !words.isEmpty { parts.append(.text(words)) }
        words = ""
        if let index = number.flatMap({ Int($0) }), index < formulas.count { parts.append(.formula(index)) }
        number = nil
      case Self.asterisk: words.append("*")
      case Self.dollar: words.append("$")
      default: if number == nil { words.append(character) } else { number?.append(character) }
      }
    }
    if !words.isEmpty { parts.append(.text(words)) }
    return parts
  }

  enum Part {
    case text(String)
    case formula(Int)
  }

  /// A text of cmark's with every mark put back as it was written: for code and addresses.
  func unmasked(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { 0xE000...0xE003 ~= $0.value }) else { return text }
    return parts(of: text).map { part in
      switch part {
      case .text(let text): return text
      case .formula(let index):
        let mark = formulas[index].isDisplay ? "$$" : "$"
        return mark + String(formulas[index].source) + mark
      }
    }.joined()
  }
}
