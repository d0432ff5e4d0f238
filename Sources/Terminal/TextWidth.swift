/// How many columns text takes on a terminal.
public enum TextWidth {
  /// 0 for combining marks and format characters, 2 for East Asian wide characters and emoji, else 1.
  /// Ambiguous characters count 1; where a terminal draws them double, the ASCII glyph tier avoids them.
  @inlinable
  public static func of(_ scalar: UInt32) -> Int {
    scalar < 0x300 ? (scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0) ? 0 : 1) : wide(scalar)
  }

  public static func of(_ scalar: Unicode.Scalar) -> Int { of(scalar.value) }

  public static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += of(scalar.value) }
    return width
  }

  @usableFromInline
  static func wide(_ scalar: UInt32) -> Int {
    if scalar >= 0x4E00 && scalar <= 0x9FFF { return 2 }
    if scalar >= 0x2000 && scalar < 0x2300 || scalar >= 0x2500 && scalar < 0x25FD || scalar >= 0x2800 && scalar < 0x2900
    {
      return found(scalar, in: WidthTables.zero) ? 0 : 1
    }
    if found(scalar, in: WidthTables.wide) { return 2 }
    return found(scalar, in: WidthTables.zero) ? 0 : 1
  }

  static func found(_ scalar: UInt32, in ranges: [(first: UInt32, last: UInt32)]) -> Bool {
    var low = 0
    var high = ranges.count - 1
    while low <= high {
      let middle = (low + high) / 2
      if scalar < ranges[middle].first {
        high = middle - 1
      } else if scalar > ranges[middle].last {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}

extension StringProtocol {
  /// The longest beginning that fits into `columns`, with an ellipsis (`…` or `...`) where something was cut.
  public func truncated(to columns: Int, glyphs: GlyphTier = .unicode) -> String {
    guard TextWidth.of(self) > columns else { return String(self) }
    let ellipsis = glyphs == .unicode ? "…" : "..."
    let room = columns - TextWidth.of(ellipsis)
    guard room >= 0 else { return String(ellipsis.prefix(Swift.max(0, columns))) }
    var width = 0
    var text = ""
    for character in self {
      let next = TextWidth.of(String(character))
      if width + next > room { break }
      width += next
      text.append(character)
    }
    return text + ellipsis
  }

  /// The text with blanks up to `columns`; cut where it is longer.
  public func padded(to columns: Int, glyphs: GlyphTier = .unicode) -> String {
    let text = truncated(to: columns, glyphs: glyphs)
    return text + String(repeating: " ", count: Swift.max(0, columns - TextWidth.of(text)))
  }
}
