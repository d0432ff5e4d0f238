import Plots
import Support
import Terminal
import Testing

@Suite struct GraphChartTests {
  private let graph = GraphChart([
    .init("w", value: "2", gradient: "g 3"), .init("x", value: "3"),
    .init("*", value: "6", inputs: [0, 1], emphasis: .active), .init("relu", inputs: [2], emphasis: .waiting),
  ])

  @Test(arguments: [
    (
      44, 9,
      [
        "┌w───────┐",
        "│2       │",
        "│g 3     │─────┐",
        "└────────┘     │ ╔*═══════╗       ┌relu────┐",
        "               │ ║6       ║       │        │",
        "┌x───────┐     ├▸║        ║──────▸│        │",
        "│3       │     │ ╚════════╝       └────────┘",
        "│        │─────┘",
        "└────────┘",
      ]
    ),
    (
      44, 7,
      [
        "┌w───────┐",
        "│2       │─────┐",
        "└g 3─────┘     │ ╔*═══════╗       ┌relu────┐",
        "               ├▸║6       ║──────▸│        │",
        "┌x───────┐     │ ╚════════╝       └────────┘",
        "│3       │─────┘",
        "└────────┘",
      ]
    ),
    (30, 2, ["[w 2 g 3]───┐", "[x 3    ]───┴▸<* 6>────▸[relu]"]),
  ])
  func `a graph takes the largest form that fits`(width: Int, height: Int, expected: [String]) {
    var surface = Surface(width: width, height: height)
    graph.draw(on: &surface, in: surface.bounds, theme: .standard(colors: .none))
    #expect(surface.lines == expected)
  }

  /// `tanh(w1*x1 + w2*x2 + b)` and a loss: twelve nodes.
  private static let neuron = GraphChart([
    .init("w1", value: "0.6", gradient: "-0.89"), .init("x1", value: "-1", gradient: "0.53"),
    .init("*", value: "-0.6", gradient: "0.89", inputs: [0, 1]), .init("w2", value: "0.1", gradient: "0.53"),
    .init("x2", value: "0.6", gradient: "0.08"), .init("*", value: "0.06", gradient: "0.89", inputs: [3, 4]),
    .init("+", value: "-0.54", gradient: "0.89", inputs: [2, 5]), .init("b", value: "0.2", gradient: "0.89"),
    .init("+", value: "-0.34", gradient: "0.89", inputs: [6, 7]),
    .init("tanh", value: "-0.3275", gradient: "1", inputs: [8]), .init("y", value: "1"),
    .init("-", value: "-1.3275", gradient: "1", inputs: [9, 10]),
  ])

  @Test(arguments: [Size(width: 80, height: 20), Size(width: 120, height: 40), Size(width: 78, height: 14)])
  func `twelve nodes fit, each found again under the cells of its box`(size: Size) {
    var surface = Surface(size)
    Self.neuron.draw(on: &surface, in: surface.bounds, theme: .standard(colors: .none))
    for (index, node) in Self.neuron.nodes.enumerated() {
      let cells = surface.bounds.points.filter { Self.neuron.node(at: $0, in: surface.bounds) == index }
      let text = cells.map { surface[$0.x, $0.y].text }.joined()
      let parts = [node.label, node.value, node.gradient].filter { !$0.isEmpty }
      #expect(parts.allSatisfy { text.contains($0) })
    }
  }

  @Test func `where not all fits the focused node is in sight`() {
    for index in Self.neuron.nodes.indices {
      var chart = Self.neuron
      chart.focus = index
      let area = Rect(x: 0, y: 0, width: 24, height: 3)
      #expect(area.points.contains { chart.node(at: $0, in: area) == index })
    }
  }

  @Test func `an input that comes later traps`() async {
    await #expect(processExitsWith: .failure) { _ = GraphChart([.init("a", inputs: [1]), .init("b")]) }
  }
}
