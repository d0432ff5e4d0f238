import Terminal

/// A refused text with carets under the characters at fault, in two rows.
struct FaultMark {
  let text: String
  let range: Range<Int>

  /// Nil where the fault is not at a place of a text.
  init?(_ frame: PlayerFrame) {
    guard let text = frame.text, let range = frame.fault?.range else { return nil }
    self.text = text
    self.range = range
  }

  /// The text and the carets, moved left where the fault would not be seen.
  func lines(columns: Int) -> [String] {
    let characters = Array(text)
    let start = min(range.lowerBound, characters.count)
    let end = min(max(range.upperBound, start), characters.count)
    let before = TextWidth.of(String(characters[..<start]))
    let marked = max(1, TextWidth.of(String(characters[start..<end])))
    let hidden = max(0, before + min(marked, columns / 2) - columns)
    let carets = String(repeating: " ", count: before) + String(repeating: "^", count: marked)
    return [Self.drop(hidden, of: text), Self.drop(hidden, of: carets)]
  }

  /// The text without its first columns; a blank for the half of a wide character.
  private static func drop(_ columns: Int, of text: String) -> String {
    var rest = text[...]
    var left = columns
    while left > 0, let first = rest.popFirst() { left -= TextWidth.of(String(first)) }
    return String(repeating: " ", count: max(0, -left)) + rest
  }
}
