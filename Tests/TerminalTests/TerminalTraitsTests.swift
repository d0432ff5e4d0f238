import Testing

@testable import Terminal

struct TerminalTraitsTests {
  @Test(arguments: [
    ("15;0", TerminalTraits.Ground.dark), ("0;15", .light), ("7;8", .dark), ("0;default;7", .light), ("12;6", .dark),
  ])
  func `the last number of COLORFGBG is the background's`(text: String, ground: TerminalTraits.Ground) {
    #expect(TerminalTraits.Ground(foregroundAndBackground: text) == ground)
  }

  @Test(arguments: ["", ";", "15;default", "15;16", "15;-1", "x"])
  func `a COLORFGBG that names no colour says nothing`(text: String) {
    #expect(TerminalTraits.Ground(foregroundAndBackground: text) == nil)
  }

  @Test(arguments: [
    (0.0, 0.0, 0.0, TerminalTraits.Ground.dark), (1, 1, 1, .light), (0, 0.17, 0.21, .dark), (0.99, 0.96, 0.89, .light),
    (0.16, 0.17, 0.2, .dark),
  ])
  func `a background is dark where white text reads better on it`(
    red: Double, green: Double, blue: Double, ground: TerminalTraits.Ground
  ) {
    #expect(TerminalTraits.Ground(red: red, green: green, blue: blue) == ground)
  }

  @Test func `a slow terminal gets ten frames a second, another thirty`() {
    #expect(TerminalTraits(colors: .ansi256).framesPerSecond == 30)
    #expect(TerminalTraits(colors: .ansi256, isSlow: true).framesPerSecond == 10)
  }

  @Test func `where borders are double width drawings are ASCII`() {
    #expect(TerminalTraits(colors: .none).glyphs == .unicode)
    #expect(TerminalTraits(colors: .none, drawsAmbiguousWide: true).glyphs == .ascii)
  }
}
