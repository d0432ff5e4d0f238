import Plots
import Support
import Terminal
import Testing

@Suite struct ImageChartTests {
  private let chart = ImageChart([[0, 1, 0.5], [1, 1, .nan], [0.2]])

  @Test func `a picture shows two values a cell in colour`() {
    var surface = Surface(width: 4, height: 2)
    chart.draw(on: &surface, in: surface.bounds, theme: .standard(colors: .ansi256))
    #expect(surface.lines == ["▀ ▀", "▀"])
    let (low, high) = (ColorMap.sequential.color(0), ColorMap.sequential.color(1))
    #expect(surface[0, 0].style == Style(low, on: high))
    #expect(surface[1, 0].style.background == high)
  }

  @Test(arguments: [(GlyphTier.unicode, ["  ██▒▒", "████", "░░"]), (.ascii, ["  @@++", "@@@@", "::"])])
  func `without colour a value is two columns of a shade`(glyphs: GlyphTier, expected: [String]) {
    var surface = Surface(width: 6, height: 3)
    chart.draw(on: &surface, in: surface.bounds, theme: .standard(colors: .none, glyphs: glyphs))
    #expect(surface.lines == expected)
  }
}
