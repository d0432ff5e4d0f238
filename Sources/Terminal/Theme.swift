/// Styles by what they mean. Few colours, each with one meaning; every one is told apart without colour too.
public struct Theme: Hashable, Sendable {
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
  /// Chart series, told apart by glyph as well. Okabe and Ito (2008), safe for colour-blind eyes.
  public var series: [Style]
  public var colors: ColorTier
  public var glyphs: GlyphTier

  /// The style of chart series `index`; wraps around.
  public func series(_ index: Int) -> Style { series[index % series.count] }
}

/// Which characters a drawing may use.
public enum GlyphTier: String, Sendable, CaseIterable, Codable {
  /// Box drawing, braille and half blocks.
  case unicode
  /// Nothing above 0x7E but the text itself: for fonts and terminals where such characters are missing or double width.
  case ascii
}

extension Theme {
  /// The built-in theme; it leaves foreground and background to the terminal, so it fits dark and light ones.
  public static func standard(colors: ColorTier, glyphs: GlyphTier = .unicode) -> Theme {
    colors == .none ? monochrome(glyphs: glyphs) : coloured(colors, glyphs: glyphs)
  }

  private static func coloured(_ tier: ColorTier, glyphs: GlyphTier) -> Theme {
    let rich = tier >= .ansi256
    let blue: Color = rich ? .indexed(75) : .indexed(6)
    let grey: Color = rich ? .indexed(245) : .standard
    return Theme(
      dim: Style(grey, on: .standard, rich ? [] : .dim),
      heading: Style(blue, on: .standard, .bold),
      code: Style(rich ? .indexed(180) : .indexed(3)),
      math: Style(rich ? .indexed(152) : .indexed(6)),
      link: Style(blue, on: .standard, .underline),
      selection: Style(.standard, on: .standard, [.reverse]),
      border: Style(rich ? .indexed(240) : .standard, on: .standard, rich ? [] : .dim),
      focusedBorder: Style(blue, on: .standard, rich ? [] : .bold),
      accent: Style(blue, on: .standard, .bold),
      good: Style(rich ? .indexed(78) : .indexed(2), on: .standard, .bold),
      bad: Style(rich ? .indexed(203) : .indexed(1), on: .standard, .bold),
      warning: Style(rich ? .indexed(214) : .indexed(3), on: .standard, .bold),
      statusLine: Style(grey),
      key: Style(blue, on: .standard, .bold),
      series: (rich ? [74, 214, 78, 203, 177, 228, 39, 250] : [6, 3, 2, 1, 5, 11, 4, 7]).map { Style(.indexed($0)) },
      colors: tier, glyphs: glyphs)
  }

  private static func monochrome(glyphs: GlyphTier) -> Theme {
    let bold = Style(.standard, on: .standard, .bold)
    let plain = Style.plain
    return Theme(
      dim: plain, heading: bold.adding(.underline), code: plain, math: plain, link: plain.adding(.underline),
      selection: plain.adding(.reverse), border: plain, focusedBorder: bold, accent: bold, good: bold, bad: bold,
      warning: bold, statusLine: plain, key: bold,
      series: [plain, bold], colors: .none, glyphs: glyphs)
  }
}
