/// Which characters a drawing may use.
public enum GlyphTier: String, Sendable, CaseIterable, Codable {
  /// Box drawing, braille and half blocks.
  case unicode
  /// Nothing above 0x7E but the text itself: for fonts and terminals where such characters are missing or double width.
  case ascii
}
