import Plots
import Support
import Terminal
import Testing

/// What every chart must stand: any size, any numbers, any terminal.
@Suite struct ChartDrawingTests {
  typealias Drawing = @Sendable (inout Surface, Rect, Theme) -> Void

  private static let rows: [[Double]] = [
    [], [1], [2, 2, 2], [.nan, .infinity, -.infinity], [1, -5, .nan, 1e300, -1e300, 0],
    (0..<500).map { Double($0 * $0) },
  ]

  private static func charts(_ values: [Double]) -> [Drawing] {
    let points = values.enumerated().map { PlotPoint(x: Double($0.offset), y: $0.element) }
    let words = ["the", "她的", "\u{1B}[31mred", "a very long label indeed"]
    return [
      {
        LineChart(
          [Series("a", values, look: 0), Series("b", values.reversed(), look: 9, isGhost: true)], yKind: .log10
        )
        .draw(on: &$0, in: $1, theme: $2)
      },
      {
        LineChart([Series("动量", values, look: 1), Series("", values, look: 2)], xTitle: "步", yTitle: "loss")
          .draw(on: &$0, in: $1, theme: $2)
      },
      {
        ScatterChart(
          [.init("a", points, look: 0)], lines: [Series("l", values, look: 1)],
          segments: zip(points, points.reversed()).map { .init($0, $1) }
        ).draw(on: &$0, in: $1, theme: $2)
      },
      {
        Heatmap(
          values.isEmpty ? [] : [values, values.reversed()], rowLabels: words, columnLabels: words,
          selection: (1, 0), title: "t"
        ).draw(on: &$0, in: $1, theme: $2)
      },
      { Heatmap(values.map { [$0, -$0] }, map: .diverging, showsValues: true).draw(on: &$0, in: $1, theme: $2) },
      { ImageChart([values, values]).draw(on: &$0, in: $1, theme: $2) },
      { BarChart(values.map { .init("权重", $0, isHighlighted: $0 > 0) }).draw(on: &$0, in: $1, theme: $2) },
      { BarChart(values.map { .init("w", $0) }, .vertical).draw(on: &$0, in: $1, theme: $2) },
      {
        ContourChart(
          x: Axis(Scale(from: -2, to: 2), title: "x"), y: Axis(Scale(from: -1, to: 3)), levels: [0.1, 1, 10],
          paths: [.init(points, look: 0), .init(points, look: 1, isGhost: true)]
        ) { x, y in
          values.isEmpty ? .nan : x * x / y
        }.draw(on: &$0, in: $1, theme: $2)
      },
      {
        GraphChart(
          values.prefix(30).enumerated().map { i, v in
            .init(
              "n\(i)", value: "\(v)", gradient: "g", inputs: i == 0 ? [] : [i - 1, i / 2],
              emphasis: i == 3 ? .active : i == 4 ? .selected : .waiting)
          }, focus: 4
        ).draw(on: &$0, in: $1, theme: $2)
      },
    ]
  }

  @Test(arguments: testSizes + [Size(width: 3, height: 60), Size(width: 200, height: 2), Size(width: 0, height: 0)])
  func `every chart stands every size, number and terminal`(size: Size) {
    for tier in GlyphTier.allCases {
      for colors in ColorTier.allCases {
        for values in Self.rows {
          for draw in Self.charts(values) {
            var surface = Surface(size)
            draw(&surface, surface.bounds, .standard(colors: colors, glyphs: tier))
            // Somewhere not at the corner, and partly outside.
            draw(
              &surface, Rect(x: 5, y: 3, width: size.width, height: size.height),
              .standard(colors: colors, glyphs: tier))
          }
        }
      }
    }
  }

  @Test func `a chart stays inside its rectangle`() {
    let area = Rect(x: 10, y: 5, width: 50, height: 14)
    for tier in GlyphTier.allCases {
      for values in Self.rows {
        for (index, draw) in Self.charts(values).enumerated() {
          var surface = Surface(width: 80, height: 30)
          draw(&surface, area, .standard(colors: .ansi256, glyphs: tier))
          let spilled = (0..<30).flatMap { y in (0..<80).map { Point(x: $0, y: y) } }
            .filter { !area.contains($0) && surface[$0.x, $0.y] != .blank }
          #expect(spilled.isEmpty, "chart \(index)")
        }
      }
    }
  }

  @Test func `the ASCII tier uses no character of its own above 0x7E`() {
    for values in Self.rows {
      for draw in Self.charts(values) {
        var surface = Surface(width: 80, height: 24)
        draw(&surface, surface.bounds, .standard(colors: .none, glyphs: .ascii))
        let foreign = surface.text.unicodeScalars.filter { $0.value > 0x7E && !"她的动量权重步".unicodeScalars.contains($0) }
        #expect(foreign.isEmpty, "\(String(String.UnicodeScalarView(foreign)))")
      }
    }
  }

  @Test func `without colours nothing but attributes is styled`() {
    for draw in Self.charts([1, -2, .nan, 4]) {
      var surface = Surface(width: 80, height: 24)
      draw(&surface, surface.bounds, .standard(colors: .none))
      #expect(surface.cells.allSatisfy { $0.style.foreground == .standard && $0.style.background == .standard })
    }
  }
}
