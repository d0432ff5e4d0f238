import Terminal
import Testing

struct ColorTests {
  @Test(arguments: [
    (Color.rgb(0, 0, 0), UInt8(16)), (.rgb(255, 255, 255), 231), (.rgb(255, 0, 0), 196), (.rgb(95, 135, 175), 67),
    (.rgb(8, 8, 8), 232), (.rgb(128, 128, 128), 244), (.rgb(238, 238, 238), 255),
  ])
  func `an exact palette colour is found again`(color: Color, index: UInt8) {
    #expect(color.reduced(to: .ansi256) == .indexed(index))
  }

  @Test(arguments: [
    (Color.rgb(250, 10, 10), UInt8(9)), (.rgb(0, 0, 0), 0), (.indexed(196), 9), (.indexed(231), 15), (.indexed(12), 12),
  ])
  func `sixteen colours take the nearest`(color: Color, index: UInt8) {
    #expect(color.reduced(to: .ansi16) == .indexed(index))
  }

  @Test(arguments: [Color.standard, .indexed(3), .indexed(200), .rgb(1, 2, 3)])
  func `no colour means the terminal's own`(color: Color) {
    #expect(color.reduced(to: .none) == .standard)
    #expect(color.reduced(to: .truecolor) == color)
  }

  @Test func `the nearest palette colour is never far`() {
    for r in stride(from: 0, through: 255, by: 15) {
      for g in stride(from: 0, through: 255, by: 15) {
        for b in stride(from: 0, through: 255, by: 15) {
          let color = Color.rgb(UInt8(r), UInt8(g), UInt8(b))
          guard case .indexed(let index) = color.reduced(to: .ansi256) else {
            Issue.record("\(color) was not reduced")
            return
          }
          #expect(index >= 16)
          #expect(color.reduced(to: .ansi256).reduced(to: .ansi256) == .indexed(index))
        }
      }
    }
  }

  @Test func `tiers are ordered by how much they show`() {
    #expect(ColorTier.allCases.sorted() == [.none, .ansi16, .ansi256, .truecolor])
  }

  @Test(arguments: ColorTier.allCases, GlyphTier.allCases)
  func `the standard theme keeps to its tier`(colors: ColorTier, glyphs: GlyphTier) {
    let theme = Theme.standard(colors: colors, glyphs: glyphs)
    let styles = [theme.dim, theme.heading, theme.good, theme.bad, theme.accent, theme.selection] + theme.series
    for style in styles where colors < .truecolor {
      #expect(style.foreground.reduced(to: colors) == style.foreground)
    }
    #expect(theme.selection != theme.text)
  }
}
