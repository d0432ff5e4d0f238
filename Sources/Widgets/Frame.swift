import Terminal

/// A border with a title in its upper edge.
public struct Frame: Hashable, Sendable {
  public var title: String
  /// At the right of the lower edge: how to leave, how much is below.
  public var footer: String
  public var isFocused: Bool

  public init(title: String = "", footer: String = "", isFocused: Bool = false) {
    self.title = title
    self.footer = footer
    self.isFocused = isFocused
  }

  /// What is left inside the border.
  public static func interior(of rect: Rect) -> Rect {
    rect.width < 2 || rect.height < 2 ? Rect(x: rect.x, y: rect.y, width: 0, height: 0) : rect.inset(x: 1, y: 1)
  }

  /// Draws the border and leaves the inside alone; returns the inside. Less than 2x2 is left empty.
  @discardableResult
  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) -> Rect {
    let inside = Self.interior(of: rect)
    guard rect.width >= 2, rect.height >= 2 else { return inside }
    let glyphs = BorderGlyphs(theme.glyphs, isFocused: isFocused)
    let style = isFocused ? theme.focusedBorder : theme.border
    surface.fill(Rect(x: rect.x + 1, y: rect.y, width: inside.width, height: 1), with: glyphs.horizontal, style: style)
    surface.fill(
      Rect(x: rect.x + 1, y: rect.maxY - 1, width: inside.width, height: 1), with: glyphs.horizontal, style: style)
    surface.fill(Rect(x: rect.x, y: rect.y + 1, width: 1, height: inside.height), with: glyphs.vertical, style: style)
    surface.fill(
      Rect(x: rect.maxX - 1, y: rect.y + 1, width: 1, height: inside.height), with: glyphs.vertical, style: style)
    for (scalar, x, y) in glyphs.corners(of: rect) { surface.put(scalar, x: x, y: y, style: style) }
    label(title, at: .left, y: rect.y, on: &surface, in: rect, theme)
    label(footer, at: .right, y: rect.maxY - 1, on: &surface, in: rect, theme)
    return inside
  }

  private enum Side {
    case left, right
  }

  private func label(_ text: String, at side: Side, y: Int, on surface: inout Surface, in rect: Rect, _ theme: Theme) {
    let room = rect.width - 6
    guard !text.isEmpty, room > 0 else { return }
    let words = " " + text.truncated(to: room, glyphs: theme.glyphs) + " "
    let x = side == .left ? rect.x + 2 : rect.maxX - 2 - TextWidth.of(words)
    let style = side == .right ? theme.dim : isFocused ? theme.accent : theme.strong
    surface.write(words, x: x, y: y, style: style, clip: rect)
  }
}

/// The characters of a border.
struct BorderGlyphs {
  let horizontal: Unicode.Scalar
  let vertical: Unicode.Scalar
  private let corners: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)

  /// A focused border is heavier: told apart without colour.
  init(_ tier: GlyphTier, isFocused: Bool) {
    switch (tier, isFocused) {
    case (.unicode, false): (horizontal, vertical, corners) = ("─", "│", ("╭", "╮", "╰", "╯"))
    case (.unicode, true): (horizontal, vertical, corners) = ("━", "┃", ("┏", "┓", "┗", "┛"))
    case (.ascii, false): (horizontal, vertical, corners) = ("-", "|", ("+", "+", "+", "+"))
    case (.ascii, true): (horizontal, vertical, corners) = ("=", "|", ("+", "+", "+", "+"))
    }
  }

  func corners(of rect: Rect) -> [(Unicode.Scalar, x: Int, y: Int)] {
    [
      (corners.0, rect.x, rect.y), (corners.1, rect.maxX - 1, rect.y), (corners.2, rect.x, rect.maxY - 1),
      (corners.3, rect.maxX - 1, rect.maxY - 1),
    ]
  }
}
