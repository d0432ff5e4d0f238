import Terminal

/// The glyphs that tell series and classes apart where colour does not.
public enum Marker {
  private static let unicode: [Unicode.Scalar] = ["●", "◆", "▲", "■", "○", "◇", "△", "□"]
  private static let ascii: [Unicode.Scalar] = ["o", "+", "x", "#", "*", "@", "%", "&"]

  /// The glyph of series `index`; wraps around after eight.
  public static func glyph(_ index: Int, _ tier: GlyphTier) -> Unicode.Scalar {
    let glyphs = tier == .unicode ? unicode : ascii
    return glyphs[index % glyphs.count]
  }
}
