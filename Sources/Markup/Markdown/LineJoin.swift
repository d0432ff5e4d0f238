import Terminal

/// What a line's end in the source becomes in running text.
enum LineJoin {
  /// A blank, but nothing between two wide characters: Chinese has no blanks between words.
  static func needsBlank(between left: [Inline], and right: [Inline]) -> Bool {
    guard let before = left.plainText.unicodeScalars.last, let after = right.plainText.unicodeScalars.first else {
      return false
    }
    return !(TextWidth.of(before) == 2 && TextWidth.of(after) == 2)
  }
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
