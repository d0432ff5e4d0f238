import Foundation
import Plots
import Support
import Terminal
import Testing

/// The contract of every chart: any size, any numbers, any terminal. Found from one list, which a new chart must join.
@Suite struct ChartDrawingTests {
  @Test func `every chart of the library is in the list of samples`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Plots")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var types: Set<String> = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /public struct (\w+)(?:<[^>]*>)?: [^{\n]*\bChart\b/) {
        types.insert(String(match.1))
      }
    }
    #expect(types.count >= 20)
    #expect(types.subtracting(ChartSample.all.map(\.type)) == [])
  }

  @Test(arguments: testSizes + [Size(width: 3, height: 60), Size(width: 200, height: 2), Size(width: 0, height: 0)])
  func `every chart stands every size, number and terminal`(size: Size) {
    for tier in GlyphTier.allCases {
      for colors in ColorTier.allCases {
        let theme = Theme.standard(colors: colors, glyphs: tier)
        for chart in Self.charts {
          var surface = Surface(size)
          chart.draw(on: &surface, in: surface.bounds, theme: theme)
          // Somewhere not at the corner, and partly outside.
          chart.draw(on: &surface, in: Rect(x: 5, y: 3, width: size.width, height: size.height), theme: theme)
        }
      }
    }
  }

  @Test func `every width and height from nothing to a window is stood`() {
    let theme = Theme.standard(colors: .ansi256)
    for sample in ChartSample.all {
      let charts = [ChartSample.rows[4], ChartSample.rows[6]].map(sample.make)
      for width in stride(from: 0, through: 60, by: 1) {
        for height in [1, 2, 3, 4, 5, 6, 7, 8, 12] {
          for chart in charts { _ = chart.picture(Size(width: width, height: height), theme: theme) }
        }
      }
    }
  }

  private static let charts = ChartSample.all.flatMap { sample in ChartSample.rows.map(sample.make) }

  @Test(arguments: ChartSample.all)
  func `a chart stays inside its rectangle`(sample: ChartSample) {
    for area in [Rect(x: 10, y: 5, width: 50, height: 14), Rect(x: 4, y: 2, width: 9, height: 3)] {
      for tier in GlyphTier.allCases {
        for values in ChartSample.rows {
          var surface = Surface(width: 80, height: 30)
          sample.make(values).draw(on: &surface, in: area, theme: .standard(colors: .ansi256, glyphs: tier))
          let spilled = (0..<30).flatMap { y in (0..<80).map { Point(x: $0, y: y) } }
            .filter { !area.contains($0) && surface[$0.x, $0.y] != .blank }
          #expect(spilled.isEmpty, "\(values.prefix(6)) \(area)")
        }
      }
    }
  }

  @Test(arguments: ChartSample.all)
  func `the ASCII tier uses no character of its own above 0x7E`(sample: ChartSample) {
    for values in ChartSample.rows {
      let picture = sample.make(values).picture(
        Size(width: 80, height: 24), theme: .standard(colors: .none, glyphs: .ascii))
      let own = picture.text.unicodeScalars.filter {
        $0.value > 0x7E && !ChartSample.foreign.unicodeScalars.contains($0)
      }
      #expect(own.isEmpty, "\(String(String.UnicodeScalarView(own)))")
    }
  }

  @Test(arguments: ChartSample.all)
  func `without colours nothing but attributes is styled`(sample: ChartSample) {
    for values in ChartSample.rows {
      let picture = sample.make(values).picture(Size(width: 80, height: 24), theme: .standard(colors: .none))
      #expect(picture.cells.allSatisfy { $0.style.foreground == .standard && $0.style.background == .standard })
    }
  }

  @Test(arguments: ChartSample.all)
  func `the table has rows as long as its headings`(sample: ChartSample) {
    for values in ChartSample.rows {
      let table = sample.make(values).table
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(values.prefix(6)): \(table.columns)")
    }
  }

  @Test(arguments: ChartSample.all)
  func `there is always something to say, and of nothing that it is nothing`(sample: ChartSample) {
    for values in ChartSample.rows { #expect(!sample.make(values).facts.isEmpty) }
    #expect(!sample.make([0.2, 0.5, 0.1, 0.9, 0.4, 0.7]).facts.contains(.empty))
  }

  @Test(arguments: ChartSample.all)
  func `the same chart gives the same picture`(sample: ChartSample) {
    let pictures = (0..<2).map { _ in
      sample.make([0.2, 0.5, 0.1, 0.9]).picture(Size(width: 60, height: 20), theme: .standard(colors: .ansi256))
    }
    #expect(pictures[0] == pictures[1])
  }
}
