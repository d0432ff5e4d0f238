/// Finds the formulas of a Markdown text, outside code, and masks them.
struct MathMasker {
  private(set) var masked = MaskedText()
  private(set) var faults: [MarkupFault] = []
  private let characters: [Character]
  private let firstLine: Int
  private var index = 0
  private var place: SourcePlace

  /// - Parameters:
  ///   - text: sanitised Markdown, front matter cut off.
  ///   - firstLine: the file's line of the text's first line.
  init(_ text: String, firstLine: Int) {
    characters = text.map { ("\u{E000}"..."\u{E003}").contains($0) ? "\u{FFFD}" : $0 }
    self.firstLine = firstLine
    place = SourcePlace(line: firstLine, column: 1)
  }

  mutating func run() {
    while index < characters.count {
      if let fence = CodeFence(opening: currentLine) {
        copyCode(until: fence)
      } else {
        maskParagraph(end: paragraphEnd())
      }
    }
  }

  // MARK: Lines

  private var currentLine: ArraySlice<Character> { line(at: index) }

  private func line(at start: Int) -> ArraySlice<Character> {
    characters[start..<(characters[start...].firstIndex(of: "\n") ?? characters.count)]
  }

  private mutating func copy(upTo end: Int) {
    while index < end { copyCharacter() }
  }

  private mutating func copyCharacter() {
    masked.append(characters[index], at: place)
    advance()
  }

  private mutating func advance() {
    place =
      characters[index] == "\n"
      ? SourcePlace(line: place.line + 1, column: 1) : SourcePlace(line: place.line, column: place.column + 1)
    index += 1
  }

  private mutating func copyCode(until fence: CodeFence) {
    repeat {
      copy(upTo: min(currentLine.endIndex + 1, characters.count))
    } while index < characters.count && !fence.isClosed(by: currentLine)
    if index < characters.count { copy(upTo: min(currentLine.endIndex + 1, characters.count)) }
  }

  /// Where the lines that belong together end: before a blank line or a fence; a table's row stands alone.
  private func paragraphEnd() -> Int {
    var end = index
    while end < characters.count {
      let next = line(at: end)
      if end > index && CodeFence(opening: next) != nil { break }
      let isAlone = next.first { !$0.isWhitespace && $0 != ">" }.map { $0 == "|" } ?? true
      if isAlone && end > index { break }
      end = min(next.endIndex + 1, characters.count)
      if isAlone { break }
    }
    return end
  }

  // MARK: Formulas

  private mutating func maskParagraph(end: Int) {
    while index < end {
      switch characters[index] {
      case "\\": copyEscape(end: end)
      case "`": copyCodeSpan(end: end)
      case "$": maskFormula(end: end)
      default: copyCharacter()
      }
    }
  }

  private mutating func copyEscape(end: Int) {
    guard index + 1 < end else { return copyCharacter() }
    switch characters[index + 1] {
    case "$": replaceEscape(with: MaskedText.dollar)
    case "*": replaceEscape(with: MaskedText.asterisk)
    case "\n": copyCharacter()
    default: copy(upTo: index + 2)
    }
  }

  private mutating func replaceEscape(with mark: Character) {
    masked.append(mark, at: place)
    advance()
    advance()
  }

  private mutating func copyCodeSpan(end: Int) {
    let length = runLength(of: "`", at: index, end: end)
    var next = index + length
    while next < end {
      guard characters[next] == "`" else {
        next += 1
        continue
      }
      let found = runLength(of: "`", at: next, end: end)
      next += found
      if found == length { return copy(upTo: next) }
    }
    copy(upTo: index + length)
  }

  private func runLength(of character: Character, at start: Int, end: Int) -> Int {
    var next = start
    while next < end && characters[next] == character { next += 1 }
    return next - start
  }

  private mutating func maskFormula(end: Int) {
    let isDisplay = index + 1 < end && characters[index + 1] == "$"
    let mark = isDisplay ? 2 : 1
    guard let close = isDisplay ? displayEnd(end) : inlineEnd(end) else { return leaveDollars(mark, end: end) }
    let start = place
    for _ in 0..<mark { advance() }
    var formula = MaskedText.MaskedFormula(source: [], places: [], isDisplay: isDisplay, place: place)
    while index < close { take(into: &formula, close: close) }
    for _ in 0..<mark { advance() }
    formula.place = formula.places.first ?? start
    masked.append(formula)
  }

  /// Takes one character of a formula; a new line loses the marks of the quote that it stands in.
  private mutating func take(into formula: inout MaskedText.MaskedFormula, close: Int) {
    let isNewline = characters[index] == "\n"
    formula.source.append(isNewline ? " " : characters[index])
    formula.places.append(place)
    advance()
    while isNewline && index < close && (characters[index] == " " || characters[index] == ">") { advance() }
  }

  private mutating func leaveDollars(_ count: Int, end: Int) {
    let isPrice = count == 1 && index + 1 < end && characters[index + 1].isNumber
    if !isPrice { faults.append(MarkupFault(.unclosedMath(delimiter: count == 2 ? "$$" : "$"), at: place)) }
    for _ in 0..<count {
      masked.append(MaskedText.dollar, at: place)
      advance()
    }
  }

  private func displayEnd(_ end: Int) -> Int? {
    var next = index + 2
    while next + 1 < end {
      if characters[next] == "\\" {
        next += 2
      } else if characters[next] == "$" && characters[next + 1] == "$" {
        return next
      } else {
        next += 1
      }
    }
    return nil
  }

  /// The closing dollar: not after a blank and not before a digit, so that "$5 and $6" is two prices.
  private func inlineEnd(_ end: Int) -> Int? {
    guard index + 1 < end, !characters[index + 1].isWhitespace else { return nil }
    var next = index + 1
    while next < end {
      if characters[next] == "\\" {
        next += 2
        continue
      }
      if characters[next] == "$" {
        let isClosing = !characters[next - 1].isWhitespace && !(next + 1 < end && characters[next + 1].isNumber)
        return isClosing ? next : nil
      }
      next += 1
    }
    return nil
  }
}
