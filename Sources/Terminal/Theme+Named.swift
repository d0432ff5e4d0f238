extension Theme {
  /// A built-in theme for a terminal of `colors`.
  ///
  /// - Parameter ground: what the terminal's own background is, for the themes that leave it alone; nil counts as dark,
  ///   as it mostly is.
  public static func named(
    _ name: ThemeName, colors: ColorTier, glyphs: GlyphTier = .unicode, ground: TerminalTraits.Ground? = nil
  ) -> Theme {
    if name == .mono || colors == .none { return monochrome(name, glyphs) }
    let set =
      colors >= .ansi256 ? ThemeColors.rich(name, isLight: ground == .light) : .basic(name, isLight: ground == .light)
    return coloured(name, set, colors, glyphs)
  }

  /// The automatic theme; it leaves foreground and background to the terminal, so it fits dark and light ones.
  public static func standard(colors: ColorTier, glyphs: GlyphTier = .unicode) -> Theme {
    named(.automatic, colors: colors, glyphs: glyphs)
  }

  private static func coloured(_ name: ThemeName, _ set: ThemeColors, _ tier: ColorTier, _ glyphs: GlyphTier) -> Theme {
    Theme(
      name: name, foreground: set.text, background: set.background,
      dim: set.quiet(set.dim), heading: Style(set.accent, on: .standard, .bold), code: Style(set.code),
      math: Style(set.math), link: Style(set.accent, on: .standard, .underline),
      selection: Style(.standard, on: .standard, .reverse), border: set.quiet(set.border),
      focusedBorder: Style(set.accent, on: .standard, set.border == .standard ? .bold : []),
      accent: Style(set.accent, on: .standard, .bold), good: Style(set.good, on: .standard, .bold),
      bad: Style(set.bad, on: .standard, .bold), warning: Style(set.warning, on: .standard, .bold),
      statusLine: set.quiet(set.dim), key: Style(set.accent, on: .standard, .bold),
      series: set.series.map { Style(.indexed($0)) }, colors: tier, glyphs: glyphs)
  }

  private static func monochrome(_ name: ThemeName, _ glyphs: GlyphTier) -> Theme {
    let bold = Style(.standard, on: .standard, .bold)
    let plain = Style.plain
    return Theme(
      name: name, foreground: .standard, background: .standard,
      dim: plain, heading: bold.adding(.underline), code: plain, math: plain, link: plain.adding(.underline),
      selection: plain.adding(.reverse), border: plain, focusedBorder: bold, accent: bold, good: bold, bad: bold,
      warning: bold, statusLine: plain, key: bold,
      series: [plain, bold], colors: .none, glyphs: glyphs)
  }
}
