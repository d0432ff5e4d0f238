import Plots
import Support
import Terminal
import Testing

@Suite struct HeatmapTests {
  private let map = Heatmap([[0, 1, 2], [3, 4, .nan]], rowLabels: ["a", "行"], columnLabels: ["x", "y", "z"])

  @Test(arguments: [(ColorTier.none, GlyphTier.unicode), (.ansi16, .ascii)])
  func `without colours values are shades from blank to full, and no number a question mark`(
    colors: ColorTier, glyphs: GlyphTier
  ) {
    var surface = Surface(width: 22, height: 6)
    map.draw(on: &surface, in: surface.bounds, theme: .standard(colors: colors, glyphs: glyphs))
    let unicode = [
      "        x     y     z",
      " a       ░░░░░░▒▒▒▒▒▒",
      "         ░░░░░░▒▒▒▒▒▒",
      "行 ▓▓▓▓▓▓██████??????",
      "   ▓▓▓▓▓▓██████??????",
      "0   ░░▒▒▓▓██ 4",
    ]
    let ascii = [
      "        x     y     z",
      " a       ::::::++++++",
      "         ::::::++++++",
      "行 ######@@@@@@??????",
      "   ######@@@@@@??????",
      "0  .:-=+*#%@ 4",
    ]
    #expect(surface.lines == (glyphs == .unicode ? unicode : ascii))
  }

  @Test(arguments: [
    (GlyphTier.unicode, ["≡≡≡---      ▒▒▒███", "-4 ≡=-- ░▒▓█ 4"]),
    (.ascii, ["%%%---      ***@@@", "-4 %=-- +*#@ 4"]),
  ])
  func `without colours zero is blank, and below it are strokes, not blocks`(glyphs: GlyphTier, expected: [String]) {
    let signed = Heatmap([[-4, -1, 0.1, 0, 2, 4]], map: .diverging)
    var surface = Surface(width: 18, height: 5)
    signed.draw(on: &surface, in: surface.bounds, theme: .standard(colors: .none, glyphs: glyphs))
    #expect([surface.lines[0], surface.lines[4]] == expected)
  }

  @Test(arguments: [(20, 8), (40, 12), (80, 24), (9, 4)])
  func `the cell under a point is the one drawn there`(width: Int, height: Int) {
    let values = (0..<5).map { r in (0..<6).map { Double(r * 6 + $0) } }
    let area = Rect(x: 2, y: 1, width: width, height: height)
    for row in 0..<5 {
      for column in 0..<6 {
        let map = Heatmap(values, rowLabels: ["a", "b", "c", "d", "e"], selection: (row, column))
        var surface = Surface(width: width + 4, height: height + 2)
        map.draw(on: &surface, in: area, theme: .standard(colors: .ansi256))
        let marks = surface.bounds.points.filter { ["[", "◆"].contains(surface[$0.x, $0.y].text) }
        #expect(marks.count == 1)
        let found = marks.first.flatMap { map.cell(at: $0, in: area) }
        #expect(found?.row == row && found?.column == column)
      }
    }
  }

  @Test(arguments: [false, true])
  func `a heatmap of noise costs at most eight bytes a cell`(showsValues: Bool) {
    var state: UInt64 = 7
    let values = (0..<22).map { _ in
      (0..<(showsValues ? 15 : 39)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / Double(1 << 31)
      }
    }
    var surface = Surface(width: 80, height: 24)
    Heatmap(values, showsValues: showsValues)
      .draw(on: &surface, in: surface.bounds, theme: .standard(colors: .ansi256))
    // `ESC[48;5;123m` for a change of background, as long for one of the foreground, a byte for a character.
    var bytes = 0
    var last = Style.plain
    for cell in surface.cells {
      bytes += cell.style.background == last.background ? 0 : 11
      bytes += cell.style.foreground == last.foreground ? 0 : 11
      bytes += 1
      last = cell.style
    }
    #expect(bytes <= 8 * surface.cells.count)
  }

  @Test func `a matrix too large is shown around the selected cell`() {
    let values = (0..<100).map { r in (0..<100).map { Double(r * $0) } }
    let map = Heatmap(values, rowLabels: (0..<100).map { "r\($0)" }, selection: (90, 50))
    var surface = Surface(width: 60, height: 12)
    map.draw(on: &surface, in: surface.bounds, theme: .standard(colors: .none))
    #expect(surface.lines.contains { $0.hasPrefix("r90") })
  }

  @Test(arguments: [
    (0.0, "0.00"), (-0.123, "-.12"), (1, "1.00"), (12.34, "12.3"), (-123456, "-1e5"), (.nan, "?"), (.infinity, "inf"),
  ])
  func `a number in a cell keeps to four columns`(value: Double, text: String) {
    var surface = Surface(width: 5, height: 1)
    Heatmap([[value]], range: -1e9...1e9, showsValues: true)
      .draw(on: &surface, in: surface.bounds, theme: .standard(colors: .ansi256))
    #expect(surface.lines == [String(repeating: " ", count: 5 - text.count) + text])
  }
}
