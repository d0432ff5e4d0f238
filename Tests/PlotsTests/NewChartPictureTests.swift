import Plots
import Support
import Terminal
import Testing

/// Pictures of bars, trees, maps and times, compared as text.
@Suite struct NewChartPictureTests {
  private let mono = Theme.standard(colors: .none)
  private let ascii = Theme.standard(colors: .none, glyphs: .ascii)

  private func picture(_ chart: any Chart, _ width: Int, _ height: Int, _ theme: Theme) -> [String] {
    chart.picture(Size(width: width, height: height), theme: theme).lines
  }

  private let tree = TreeChart(
    .question(
      "x < 2", yes: .leaf("cat", counts: [5, 0], look: 0),
      no: .question("y < 1", yes: .leaf("cat", counts: [1, 0], look: 0), no: .leaf("dog", counts: [0, 4], look: 1))))

  @Test func `a tree stands from the root down where it fits`() {
    #expect(
      picture(tree, 30, 6, ascii) == [
        "          x < 2", "       +----+----+", "     o cat     y < 1", "      5/0     +--+---+",
        "            o cat  + dog",
        "             1/0    0/4",
      ])
  }

  @Test func `a tree that does not fit becomes a list, and then its beginning`() {
    #expect(
      picture(tree, 24, 5, mono) == [
        "x < 2", "├ yes ● cat 5/0", "└ no y < 1", "  ├ yes ● cat 1/0", "  └ no ◆ dog 0/4",
      ])
    #expect(picture(tree, 24, 3, mono) == ["x < 2", "├ yes ● cat 5/0", "…+3"])
  }

  @Test func `a box plot has box, whiskers, median and what lies beyond`() {
    let chart = BoxChart([.init("a", [1, 2, 3, 4, 10])], scale: Scale(from: 0, to: 10))
    let row = picture(chart, 23, 1, ascii)[0]
    #expect(row.contains("#") && row.hasSuffix("o") && row.hasPrefix("a ") && row.contains("="))
  }

  @Test func `progress tells steps, share and time left`() {
    let chart = ProgressChart("step", done: 340, total: 1000, secondsLeft: 26.4, leftTitle: "left")
    let row = picture(chart, 60, 1, ascii)[0]
    #expect(row.hasPrefix("step 340/1000 ") && row.contains("34 %") && row.hasSuffix("left 0:27"))
    let bar = row.filter { $0 == "#" || $0 == "." }
    #expect(bar.filter { $0 == "#" }.count == Int(Double(bar.count) * 0.34))
  }

  @Test func `the bar of a progress stands still while its numbers grow`() {
    let starts = [7, 70, 700].map { done -> Int in
      let row = picture(ProgressChart("step", done: done, total: 1000, secondsLeft: 5), 60, 1, ascii)[0]
      return row.prefix { $0 != "#" && $0 != "." }.count
    }
    #expect(Set(starts).count == 1)
  }

  @Test func `a sparkline goes from its lowest to its highest block`() {
    let chart = SparklineChart([Series("a", [0, 1, 2, 3, 4, 5, 6, 7], look: 0)])
    #expect(picture(chart, 30, 1, mono) == ["a ▁▂▃▄▅▆▇█                   7"])
  }

  @Test func `regions without colour have signs and a border`() {
    let scale = Scale(from: 0, to: 1)
    let field = ProbabilityField(
      x: scale, y: scale, columns: 2, rows: 2, classes: 2, values: [1, 0, 0, 1, 1, 0, 0, 1])
    let chart = DecisionMapChart(field, [.init("", [], look: 0), .init("", [], look: 1)])
    #expect(picture(chart, 10, 1, ascii) == ["    :....."])
  }

  @Test func `charts side by side stand on one scale`() {
    let panels = SmallMultiples([
      ("low", LineChart([Series("", [0, 1], look: 0)])), ("high", LineChart([Series("", [0, 100], look: 0)])),
    ])
    let scales = panels.panels.map(\.chart.yScale)
    #expect(scales[0] == scales[1] && scales[0]?.upper == 100)
  }

  @Test func `counts of a confusion matrix stand in their cells, with the share of each row that is right`() {
    let chart = ConfusionMatrixChart(actual: [0, 0, 0, 1], predicted: [0, 0, 1, 1], names: ["a", "b"])
    #expect(chart.counts == [[2, 1], [0, 1]] && chart.recall(0) == 2.0 / 3)
    let text = picture(chart, 40, 8, mono).joined()
    #expect(text.contains("67 %") && text.contains("100 %"))
  }

  @Test func `a positive weight is a full line and a negative one broken`() {
    let network = { (weight: Double) in
      NetworkChart([.init("", [.init()]), .init("", [.init()])], weights: [[[weight]]])
    }
    let (full, broken) = (picture(network(1), 40, 1, mono)[0], picture(network(-1), 40, 1, mono)[0])
    #expect(full.filter { $0 == "⠤" || $0 == "⠒" }.count > broken.filter { $0 == "⠤" || $0 == "⠒" }.count)
    #expect(full.contains("+") && broken.contains("-"))
  }
}
