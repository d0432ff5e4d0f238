/// `[!NOTE]` at the head of a quote.
struct CalloutHead {
  /// As written, without the marks.
  let name: String

  /// Nil where the quote does not begin with such a word, alone in its line.
  init?(_ quote: CMarkNode) {
    guard let first = quote.children.first, first.type == "paragraph" else { return nil }
    let parts = first.children
    guard let word = parts.first, word.type == "text", word.literal.hasPrefix("[!"), word.literal.hasSuffix("]"),
      parts.count == 1 || parts[1].type == "softbreak" || parts[1].type == "linebreak"
    else { return nil }
    let name = word.literal.dropFirst(2).dropLast()
    guard !name.isEmpty, name.allSatisfy(\.isLetter) else { return nil }
    self.name = String(name)
  }

  /// Nil for a word that is none of ours.
  var callout: Callout? { Callout(rawValue: name.lowercased()) }

  /// The words without the head and the blank after it.
  func removed(from words: [Inline]) -> [Inline] {
    guard case .text(let first)? = words.first, first == "[!\(name)]" else { return words }
    return Array(words.dropFirst()).trimmingBlanks
  }
}
