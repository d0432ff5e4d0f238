import Terminal

/// What the letters of a stretch of text have in common.
struct Lettering: Hashable {
  private let ink: Ink
  private let style: Attributes
  /// Two columns a character.
  let isWide: Bool

  init(_ look: CellLook, isWide: Bool) {
    ink = look.ink
    style = look.attributes
    self.isWide = isWide
  }

  /// For the group that holds the text.
  var attributes: String {
    var text = "fill=\"\(ink.hexadecimal)\""
    if isWide { text += " font-size=\"15\"" }
    if style.contains(.bold) { text += " font-weight=\"700\"" }
    if style.contains(.italic) { text += " font-style=\"italic\"" }
    if style.contains(.underline) { text += " text-decoration=\"underline\"" }
    return text
  }
}
