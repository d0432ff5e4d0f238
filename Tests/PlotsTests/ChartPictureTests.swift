import Plots
import Support
import Terminal
import Testing

/// Pictures compared as text.
@Suite struct ChartPictureTests {
  private let mono = Theme.standard(colors: .none)
  private let ascii = Theme.standard(colors: .none, glyphs: .ascii)

  private func picture(_ width: Int, _ height: Int, _ draw: (inout Surface) -> Void) -> [String] {
    var surface = Surface(width: width, height: height)
    draw(&surface)
    return surface.lines
  }

  @Test func `a line chart has ticks, a legend and titles`() {
    let chart = LineChart([Series("loss", [4, 3, 2, 1, 0], look: 0)], xTitle: "step", yTitle: "f")
    let expected = [
      "● loss",
      "f",
      "4┤⠉⠒⠢⠤⣀⡀",
      " │     ⠈⠉⠒⠢⠤⣀⡀",
      "2┤           ⠈⠉⠒⠢⠤⣀⣀",
      " │                  ⠉⠉⠒⠒⠤⢄⣀",
      "0┤                         ⠉⠑⠒⠤⢄●",
      " └┴──────────────┴──────────────┴───────",
      "  0              2              4   step",
    ]
    #expect(picture(40, 9) { chart.draw(on: &$0, in: $0.bounds, theme: mono) } == expected)
  }

  @Test func `a value without a place leaves a gap`() {
    let (x, y) = (Scale(from: 0, to: 4), Scale(from: 0, to: 2))
    let gap = LineChart([Series("", [1, 1, .nan, 1, 1], look: 0)], xScale: x, yScale: y)
    let whole = LineChart([Series("", [1, 1, 1, 1, 1], look: 0)], xScale: x, yScale: y)
    // Too few rows for axes: only the line.
    #expect(picture(17, 1) { gap.draw(on: &$0, in: $0.bounds, theme: ascii) } == [".....       ....o"])
    #expect(picture(17, 1) { whole.draw(on: &$0, in: $0.bounds, theme: ascii) } == ["................o"])
  }

  @Test func `a logarithmic chart stands still while its labels grow longer`() {
    let frames = [1e-2, 1e-3, 1e-6].map { least in
      picture(40, 12) {
        LineChart([Series("", [1, least], look: 0)], yKind: .log10).draw(on: &$0, in: $0.bounds, theme: mono)
      }
    }
    let corners = frames.map { $0.first { $0.contains("└") }?.prefix { $0 != "└" }.count }
    #expect(Set(corners).count == 1, "\(corners)")
  }

  @Test func `a growing line chart moves its axes rarely`() {
    var moves = 0
    var last: [String] = []
    for n in 2...400 {
      let chart = LineChart([Series("", (0..<n).map { 1 / Double($0 + 1) }, look: 0)])
      let axis = Array(picture(60, 12) { chart.draw(on: &$0, in: $0.bounds, theme: mono) }.suffix(2))
      if axis != last { moves += 1 }
      last = axis
    }
    #expect(moves <= 9)
  }

  @Test func `both colour maps have few levels and keep to them`() {
    for map in [ColorMap.sequential, .diverging] {
      #expect(Set((0...1000).map { map.color(Double($0) / 1000) }).count == map.levels && map.levels <= 24)
      #expect(map.color(-3) == map.color(0) && map.color(7) == map.color(1) && map.color(.nan) == map.color(0))
    }
    #expect(ColorMap.diverging.color(0.5) == .indexed(255))
  }

  @Test func `horizontal bars grow from zero to both sides`() {
    let chart = BarChart([.init("a", -1), .init("权", 2), .init("c", .nan), .init("d", 1)])
    #expect(
      picture(20, 4) { chart.draw(on: &$0, in: $0.bounds, theme: ascii) } == [
        "a  ####          -1", "权     ######### 2", "c                nan", "d      #####     1",
      ])
    #expect(
      picture(20, 4) { chart.draw(on: &$0, in: $0.bounds, theme: mono) } == [
        "a  ████▍         -1", "权     ▍████████ 2", "c                nan", "d      ▍███▋     1",
      ])
  }

  @Test func `vertical bars stand beside each other over their labels`() {
    let chart = BarChart([.init("a", 1), .init("b", 2), .init("c", 0.25)], .vertical)
    #expect(
      picture(12, 5) { chart.draw(on: &$0, in: $0.bounds, theme: mono) } == [
        "    ███", "    ███", "███ ███", "███ ███ ▄▄▄", "a   b   c",
      ])
  }

  @Test func `a click on a map gives back the place of a mark`() {
    let area = Rect(x: 3, y: 2, width: 60, height: 20)
    for place in [PlotPoint(x: 0, y: 0), PlotPoint(x: -2, y: 1.9), PlotPoint(x: 1.7, y: -2)] {
      let chart = ContourChart(
        x: Axis(Scale(from: -2, to: 2), title: "x"), y: Axis(Scale(from: -2, to: 2), title: "y"), levels: [1],
        marks: [.init(place, glyph: "@", style: .plain)]
      ) { $0 * $0 + $1 * $1 }
      var surface = Surface(width: 70, height: 25)
      chart.draw(on: &surface, in: area, theme: mono)
      let cell = surface.bounds.points.first { surface[$0.x, $0.y].text == "@" }
      let found = cell.flatMap { chart.point(at: $0, in: area) }
      #expect(found.map { abs($0.x - place.x) <= 0.05 && abs($0.y - place.y) <= 0.15 } == true)
    }
  }

  @Test(arguments: [Size(width: 44, height: 14), Size(width: 60, height: 20), Size(width: 70, height: 50)])
  func `with equal units a circle is round at every size`(size: Size) {
    let (x, y) = (Axis(Scale(from: -5, to: 5)), Axis(Scale(from: -2, to: 2)))
    let chart = ContourChart(x: x, y: y, levels: [2.25], hasEqualUnits: true) { $0 * $0 + $1 * $1 }
    let lines = picture(size.width, size.height) {
      chart.draw(on: &$0, in: $0.bounds, theme: .standard(colors: .ansi256))
    }
    let isBraille = { (c: Character) in c.unicodeScalars.allSatisfy { (0x2801...0x28FF).contains($0.value) } }
    let rows = lines.filter { $0.contains(where: isBraille) }
    let columns = rows.flatMap { row in row.enumerated().filter { isBraille($0.element) }.map(\.offset) }
    let width = (columns.max() ?? 0) - (columns.min() ?? 0) + 1
    #expect(abs(width - 2 * rows.count) <= 2, "\(width) columns, \(rows.count) rows")
    #expect(chart.shows(PlotPoint(x: 5, y: 2), in: Rect(size)) && !chart.shows(PlotPoint(x: 5, y: 9), in: Rect(size)))
  }

  @Test func `a contour line is where the function passes the level`() {
    let (x, y) = (Axis(Scale(from: 0, to: 10)), Axis(Scale(from: 0, to: 10)))
    let chart = ContourChart(x: x, y: y, levels: [5]) { x, _ in x }
    let theme = Theme.standard(colors: .ansi256)
    #expect(picture(10, 2) { chart.draw(on: &$0, in: $0.bounds, theme: theme) } == ["    ⢸", "    ⢸"])
  }

  @Test func `classes of points have their own glyphs`() {
    let chart = ScatterChart([
      .init("cat", [PlotPoint(x: 1, y: 1)], look: 0), .init("dog", [PlotPoint(x: 4, y: 3)], look: 1),
    ])
    let text = picture(40, 12) { chart.draw(on: &$0, in: $0.bounds, theme: ascii) }
    #expect(text[0] == "o cat  + dog")
    #expect(text.dropFirst().joined().contains("o"))
  }
}
