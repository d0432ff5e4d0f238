/// The colours of a theme by their meaning, before they become styles.
///
/// Those of 256 are the fixed ones of xterm's cube and grey ramp, chosen so that text keeps a contrast of 4.5 (WCAG 2.1)
/// and neighbours stay apart to protanopic, deuteranopic and tritanopic eyes (Machado, Oliveira and Fernandes, 2009);
/// the tests compute both.
struct ThemeColors {
  /// What stands where a style leaves it open.
  var text = Color.standard
  var background = Color.standard
  /// Secondary text; `.standard` where only the dim attribute can say it.
  var dim: Color
  var border: Color
  var accent: Color
  var code: Color
  var math: Color
  var good: Color
  var bad: Color
  var warning: Color
  var series: [UInt8]

  /// A style that steps back: its own grey, or the dim attribute where there is none.
  func quiet(_ color: Color) -> Style { Style(color, on: .standard, color == .standard ? .dim : []) }

  /// The colours of a theme where the terminal has 256.
  static func rich(_ name: ThemeName, isLight: Bool) -> ThemeColors {
    switch name {
    case .automatic, .mono: isLight ? onLight : onDark
    case .dark: onDark.painted(.indexed(252), on: .indexed(234))
    case .light: onLight.painted(.indexed(235), on: .indexed(231))
    case .highContrast: stark
    case .colourBlind: isLight ? safeOnLight : safeOnDark
    }
  }

  /// The colours of a theme where the terminal has 16 or 8, whose exact values are the learner's.
  static func basic(_ name: ThemeName, isLight: Bool) -> ThemeColors {
    switch name {
    case .automatic, .mono: isLight ? basicOnLight : basicOnDark
    case .dark: basicOnDark.painted(.indexed(7), on: .indexed(0))
    case .light: basicOnLight.painted(.indexed(0), on: .indexed(15))
    case .highContrast: basicStark
    case .colourBlind: isLight ? basicSafeOnLight : basicSafeOnDark
    }
  }

  private func painted(_ text: Color, on background: Color) -> ThemeColors {
    var colors = self
    colors.text = text
    colors.background = background
    return colors
  }
}

// MARK: 256 colours

extension ThemeColors {
  private static let onDark = ThemeColors(
    dim: .indexed(247), border: .indexed(240), accent: .indexed(75), code: .indexed(180), math: .indexed(152),
    good: .indexed(114), bad: .indexed(204), warning: .indexed(220), series: [75, 214, 204, 48, 188, 107, 153, 119])

  private static let onLight = ThemeColors(
    dim: .indexed(241), border: .indexed(248), accent: .indexed(25), code: .indexed(94), math: .indexed(23),
    good: .indexed(22), bad: .indexed(161), warning: .indexed(130), series: [25, 130, 161, 93, 16, 88, 53, 18])

  private static let stark = ThemeColors(
    text: .indexed(231), background: .indexed(16), dim: .indexed(252), border: .indexed(250), accent: .indexed(117),
    code: .indexed(222), math: .indexed(195), good: .indexed(86), bad: .indexed(209), warning: .indexed(226),
    series: [117, 214, 203, 141, 230, 109, 222, 195])

  private static let safeOnDark = ThemeColors(
    dim: .indexed(247), border: .indexed(240), accent: .indexed(111), code: .indexed(180), math: .indexed(152),
    good: .indexed(86), bad: .indexed(208), warning: .indexed(228), series: [75, 214, 188, 48, 204, 153, 107, 119])

  private static let safeOnLight = ThemeColors(
    dim: .indexed(241), border: .indexed(248), accent: .indexed(55), code: .indexed(94), math: .indexed(23),
    good: .indexed(25), bad: .indexed(130), warning: .indexed(16), series: [25, 130, 16, 93, 161, 18, 53, 88])
}

// MARK: 16 colours

extension ThemeColors {
  private static let basicOnDark = ThemeColors(
    dim: .standard, border: .standard, accent: .indexed(6), code: .indexed(3), math: .indexed(6), good: .indexed(2),
    bad: .indexed(9), warning: .indexed(3), series: [6, 3, 2, 9, 13, 11, 14, 7])

  private static let basicOnLight = ThemeColors(
    dim: .standard, border: .standard, accent: .indexed(4), code: .indexed(5), math: .indexed(4), good: .indexed(4),
    bad: .indexed(1), warning: .indexed(5), series: [4, 1, 5, 0])

  private static let basicStark = ThemeColors(
    text: .indexed(15), background: .indexed(0), dim: .indexed(15), border: .indexed(15), accent: .indexed(14),
    code: .indexed(11), math: .indexed(15), good: .indexed(10), bad: .indexed(11), warning: .indexed(11),
    series: [14, 11, 15, 10])

  private static let basicSafeOnDark = ThemeColors(
    dim: .standard, border: .standard, accent: .indexed(6), code: .indexed(3), math: .indexed(6), good: .indexed(6),
    bad: .indexed(3), warning: .indexed(15), series: [6, 3, 15, 12])

  private static let basicSafeOnLight = ThemeColors(
    dim: .standard, border: .standard, accent: .indexed(4), code: .indexed(1), math: .indexed(4), good: .indexed(4),
    bad: .indexed(1), warning: .indexed(0), series: [4, 1, 0, 5])
}
