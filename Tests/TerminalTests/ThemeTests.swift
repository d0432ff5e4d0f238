import Testing

@testable import Terminal

struct ThemeTests {
  /// A theme and a background that it may stand on: its own, or the terminals' usual ones.
  struct Case: CustomTestStringConvertible {
    let theme: Theme
    let background: Color
    var testDescription: String { "\(theme.name.rawValue) on \(background), \(theme.colors.rawValue)" }

    static func all(_ colors: ColorTier) -> [Case] {
      ThemeName.allCases.flatMap { name -> [Case] in
        let theme = Theme.named(name, colors: colors)
        if theme.background != .standard { return [Case(theme: theme, background: theme.background)] }
        let light = Theme.named(name, colors: colors, ground: .light)
        // Black and the dark grey of many terminals; white.
        let dark: [Color] = colors == .ansi256 ? [.indexed(16), .indexed(235)] : [.indexed(0)]
        return dark.map { Case(theme: theme, background: $0) } + [Case(theme: light, background: .indexed(15))]
      }
    }
  }

  private func components(_ color: Color) -> (Double, Double, Double)? {
    guard case .indexed(let index) = color else { return nil }
    let (r, g, b) = Palette.components(index)
    return (Double(r) / 255, Double(g) / 255, Double(b) / 255)
  }

  private func luminance(_ color: Color) -> Double? {
    components(color).map { Luminance.relative(red: $0.0, green: $0.1, blue: $0.2) }
  }

  private func textStyles(_ theme: Theme) -> [(String, Style)] {
    [
      ("text", theme.text), ("dim", theme.dim), ("heading", theme.heading), ("emphasis", theme.emphasis),
      ("strong", theme.strong), ("code", theme.code), ("math", theme.math), ("link", theme.link),
      ("accent", theme.accent), ("good", theme.good), ("bad", theme.bad), ("warning", theme.warning),
      ("statusLine", theme.statusLine), ("key", theme.key),
    ] + theme.series.enumerated().map { ("series \($0)", $1) }
  }

  private func expectContrast(_ theme: Theme, on background: Color, atLeast least: Double) throws {
    let ground = try #require(luminance(background))
    for (name, style) in textStyles(theme) {
      let color = style.foreground == .standard ? theme.foreground : style.foreground
      guard let light = luminance(color) else { continue }
      let contrast = Luminance.contrast(light, ground)
      #expect(contrast >= least, "\(theme.name.rawValue): \(name) has \(contrast) on \(background)")
    }
  }

  @Test(arguments: Case.all(.ansi256))
  func `every text contrasts with its background by 4.5, in the high-contrast theme by 7`(_ sample: Case) throws {
    let least = sample.theme.name == .highContrast ? 7 : 4.5
    try expectContrast(sample.theme, on: sample.background, atLeast: least)
  }

  @Test(arguments: Case.all(.ansi16).filter { $0.theme.background != .standard })
  func `painted with sixteen colours every text keeps a contrast of 4.5`(_ sample: Case) throws {
    try expectContrast(sample.theme, on: sample.background, atLeast: 4.5)
  }

  @Test func `black and white contrast by 21, and a grey of the guidelines by 4.54`() {
    #expect(Luminance.contrast(1, 0) == 21)
    let grey = Luminance.relative(red: 118.0 / 255, green: 118.0 / 255, blue: 118.0 / 255)
    #expect(abs(Luminance.contrast(grey, 1) - 4.54) < 0.005)
  }

  private func indices(_ styles: [Style]) -> [UInt8] {
    styles.compactMap { if case .indexed(let index) = $0.foreground { index } else { nil } }
  }

  @Test(arguments: Case.all(.ansi256), ColourVision.allCases)
  func `no two series look alike to any eye, the first four least of all`(_ sample: Case, eye: ColourVision) {
    let series = indices(sample.theme.series)
    guard series.count > 1 else { return }
    #expect(series.count == 8)
    #expect(eye.leastDistance(Array(series.prefix(4))) > 22)
    #expect(eye.leastDistance(series) > 14)
  }

  @Test(arguments: Case.all(.ansi256), ColourVision.allCases)
  func `good, bad and warning stay apart, most in the colour-blind theme`(_ sample: Case, eye: ColourVision) {
    let theme = sample.theme
    let colors = indices([theme.good, theme.bad, theme.warning])
    guard colors.count == 3 else { return }
    #expect(eye.leastDistance(colors) > (theme.name == .colourBlind ? 30 : 10))
  }

  @Test func `red and green of the traffic light are one colour to a deuteranope`() {
    #expect(ColourVision.full.distance(160, 64) > 80)
    #expect(ColourVision.deuteranopia.distance(160, 64) < ColourVision.full.distance(160, 64) / 3)
  }

  @Test(arguments: ThemeName.allCases, ColorTier.allCases)
  func `a theme keeps to its tier and marks the selection`(name: ThemeName, colors: ColorTier) {
    for ground in [TerminalTraits.Ground.dark, .light] {
      let theme = Theme.named(name, colors: colors, ground: ground)
      let tier = name == .mono ? ColorTier.none : colors
      #expect(theme.colors == tier)
      for (_, style) in textStyles(theme) where tier < .truecolor {
        #expect(style.foreground.reduced(to: tier) == style.foreground)
        #expect(style.background == .standard)
      }
      #expect(theme.selection != theme.text)
      #expect(theme.series.count > 1)
    }
  }

  @Test func `only dark, light and high contrast paint their own background`() {
    let painted = ThemeName.allCases.filter { Theme.named($0, colors: .ansi256).background != .standard }
    #expect(painted == [.dark, .light, .highContrast])
  }

  @Test func `themes are chosen by kebab-case ids`() {
    let ids = ThemeName.allCases.map(\.rawValue)
    #expect(ids == ["automatic", "dark", "light", "high-contrast", "colour-blind", "mono"])
  }

  @Test func `paint fills in what a picture left open and nothing else`() {
    let theme = Theme.named(.dark, colors: .ansi256)
    var surface = Surface(width: 4, height: 1)
    surface.write("ab", x: 0, y: 0, style: Style(.indexed(9), on: .standard, .bold))
    surface.write("c", x: 2, y: 0, style: Style(.standard, on: .indexed(30)))
    surface.paint(theme)
    #expect(surface[0, 0].style == Style(.indexed(9), on: theme.background, .bold))
    #expect(surface[2, 0].style == Style(theme.foreground, on: .indexed(30)))
    #expect(surface[3, 0].style == Style(theme.foreground, on: theme.background))
    #expect(surface.lines == ["abc"])
  }

  @Test(arguments: [ThemeName.automatic, .colourBlind, .mono])
  func `a theme without a background of its own leaves a picture alone`(name: ThemeName) {
    var surface = Surface(width: 3, height: 2)
    surface.write("x", x: 0, y: 0)
    let before = surface
    surface.paint(.named(name, colors: .ansi256))
    #expect(surface == before)
  }
}
