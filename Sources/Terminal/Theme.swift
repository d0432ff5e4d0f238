/// Styles by what they mean. Few colours, each with one meaning; every one is told apart without colour too.
public struct Theme: Hashable, Sendable {
  public var name: ThemeName
  /// What the whole screen is painted with where a style leaves it open; `.standard` is the terminal's own.
  public var foreground: Color
  public var background: Color

  public var text = Style.plain
  /// Secondary text: captions, hints, units.
  public var dim: Style
  public var heading: Style
  public var emphasis = Style(.standard, on: .standard, .italic)
  public var strong = Style(.standard, on: .standard, .bold)
  public var code: Style
  public var math: Style
  public var link: Style
  /// The thing that the keys act on.
  public var selection: Style
  public var border: Style
  public var focusedBorder: Style
  /// The one accent: what is current, what moves.
  public var accent: Style
  public var good: Style
  public var bad: Style
  public var warning: Style
  /// The status line and its key names.
  public var statusLine: Style
  public var key: Style
  /// Chart series, told apart by glyph as well, and by colour-blind eyes in every theme.
  public var series: [Style]
  public var colors: ColorTier
  public var glyphs: GlyphTier

  /// The style of chart series `index`; wraps around.
  public func series(_ index: Int) -> Style { series[index % series.count] }
}

extension Surface {
  /// Gives every cell that leaves its colours open those of the theme: the last thing done to a picture.
  public mutating func paint(_ theme: Theme) {
    guard theme.foreground != .standard || theme.background != .standard else { return }
    restyle(bounds) { style in
      if style.foreground == .standard { style.foreground = theme.foreground }
      if style.background == .standard { style.background = theme.background }
    }
  }
}
