import Terminal

/// A demo's sentences, made to fit the lines that the pane has for them.
enum NarrationText {
  /// The text in lines of at most `columns`, broken at blanks and between Chinese characters, never before a closing
  /// mark nor after an opening one; what does not fit `rows` ends with an ellipsis.
  static func lines(_ text: String, columns: Int, rows: Int, glyphs: GlyphTier) -> [String] {
    guard columns > 0, rows > 0 else { return [] }
    var lines: [String] = []
    var rest = Array(text.split(separator: "\n").joined(separator: " "))[...]
    while !rest.isEmpty && lines.count < rows {
      if lines.count == rows - 1 {
        lines.append(String(rest).truncated(to: columns, glyphs: glyphs))
        break
      }
      let end = breakPoint(rest, columns: columns)
      let line = rest[..<end]
      lines.append(String(line.last == " " ? line.dropLast() : line))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }

  /// The text with signs that a plain terminal lacks written in ASCII; Chinese stays.
  static func plain(_ text: String, _ glyphs: GlyphTier) -> String {
    guard glyphs == .ascii, text.utf8.contains(where: { $0 > 0x7E }) else { return text }
    var plain = ""
    for character in text { plain += substitutes[character] ?? String(character) }
    return plain
  }

  private static func breakPoint(_ text: ArraySlice<Character>, columns: Int) -> Int {
    var width = 0
    var best: Int?
    for index in text.indices {
      let taken = TextWidth.of(String(text[index]))
      if index > text.startIndex && mayBreak(before: index, text) { best = index }
      if width + taken > columns { return text[index] == " " ? index : best ?? max(index, text.startIndex + 1) }
      width += taken
    }
    return text.endIndex
  }

  private static func mayBreak(before index: Int, _ text: ArraySlice<Character>) -> Bool {
    let (before, after) = (text[index - 1], text[index])
    if before == " " { return true }
    guard isWide(before) || isWide(after) else { return false }
    return !closing.contains(after) && !opening.contains(before) && after != " "
  }

  private static func isWide(_ character: Character) -> Bool { TextWidth.of(String(character)) == 2 }

  private static let closing: Set<Character> = Set("，。、；：！？）】》」』”’％,.;:!?)]}%")
  private static let opening: Set<Character> = Set("（【《「『“‘([{")
  private static let substitutes: [Character: String] = [
    "×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "—": "-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "→": "->",
    "←": "<-", "↑": "^", "↓": "v", "∂": "d", "…": "...", "√": "sqrt", "²": "^2", "³": "^3", "½": "1/2", "′": "'",
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "±": "+-", "∞": "inf", "Σ": "sum", "∇": "grad", "θ": "theta",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta", "λ": "lambda", "μ": "mu",
    "σ": "sigma", "ᵀ": "^T",
  ]
}
