/// Emphasis marks that cmark left as text: beside Chinese punctuation they often neither open nor close.
enum LeftoverMarks {
  /// The first `**`, or the first of two `*` that embrace something; nil where a `*` only multiplies.
  static func first(in text: String) -> Range<String.Index>? {
    text.firstRange(of: "**") ?? firstOfPair(in: text)
  }

  private static func firstOfPair(in text: String) -> Range<String.Index>? {
    guard let open = text.firstIndex(of: "*") else { return nil }
    let inside = text.index(after: open)
    guard inside < text.endIndex, !text[inside].isWhitespace, text[inside] != "*" else { return nil }
    guard let close = text[inside...].firstIndex(of: "*") else { return nil }
    return text[text.index(before: close)].isWhitespace ? nil : open..<inside
  }
}
