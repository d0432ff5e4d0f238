import Terminal

/// What a line's end in the source becomes in running text.
enum LineJoin {
  /// A blank; but nothing between two wide characters, nor beside Chinese punctuation: Chinese has no blanks between
  /// words. Quotation marks and dashes count as Chinese where they stand beside a wide character.
  static func needsBlank(between left: [Inline], and right: [Inline]) -> Bool {
    guard let before = left.plainText.last, let after = right.plainText.first else { return false }
    if fullStops.contains(before) || fullStops.contains(after) { return false }
    return !(isChinese(before) && isChinese(after) && (isWide(before) || isWide(after)))
  }

  private static func isWide(_ character: Character) -> Bool { TextWidth.of(String(character)) == 2 }

  private static func isChinese(_ character: Character) -> Bool { isWide(character) || shared.contains(character) }

  private static let fullStops: Set<Character> = Set("，。！？；：、（）「」『』《》〈〉【】〔〕")
  /// Punctuation that both scripts use.
  private static let shared: Set<Character> = Set("“”‘’…—·")
}

extension [Inline] {
  /// Without the blanks and line breaks at both ends.
  var trimmingBlanks: [Inline] {
    var parts = self[...]
    while let first = parts.first, first.isBlank { parts = parts.dropFirst() }
    while let last = parts.last, last.isBlank { parts = parts.dropLast() }
    return Array(parts)
  }
}

extension Inline {
  fileprivate var isBlank: Bool {
    switch self {
    case .lineBreak: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    default: false
    }
  }
}
