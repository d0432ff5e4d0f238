import MiniML
import Plots
import Terminal
import Wording

extension BackpropagationDemo {
  public func draw(on surface: inout Surface, context: DrawContext) {
    let layout = areas(surface.size)
    drawHeading(on: &surface, in: layout.heading, context)
    chart(context.theme.glyphs).draw(on: &surface, in: layout.graph, theme: context.theme)
    drawPanel(on: &surface, in: layout.panel, context)
  }

  /// The node of the picture under a cell.
  func node(at point: Point, in size: Size) -> Int? { chart(.unicode).node(at: point, in: areas(size).graph) }

  private func areas(_ size: Size) -> (heading: Rect, graph: Rect, panel: Rect) {
    let (heading, rest) = Rect(size).splitTop(size.height >= 8 ? 1 : 0)
    let rows = max(graph.variables.count + 2, updates > 0 ? 8 : 0)
    if size.width >= 120 {
      let (graph, side) = rest.splitRight(40)
      return (heading, graph, side.inset(x: 1))
    }
    let (graph, below) = rest.splitBottom(rest.height >= 20 + rows ? rows : 0)
    return (heading, graph, below)
  }

  func chart(_ glyphs: GlyphTier) -> GraphChart {
    let nodes = graph.scalars.nodes.indices.map { index in
      let node = graph.scalars.nodes[index]
      let mark = glyphs == .unicode ? "∂ " : "g "
      return GraphChart.Node(
        graph.labels[index],
        value: node.value.isNaN && !isComputed(index) ? "" : "= " + NumberText.short(node.value, digits: 3),
        gradient: hasGradient(index) && !isConstant(index) ? mark + NumberText.short(node.gradient, digits: 3) : "",
        inputs: node.inputs,
        emphasis: emphasis(index))
    }
    return GraphChart(nodes, focus: isBrowsing ? selected : activeNode)
  }

  private func emphasis(_ index: Int) -> GraphChart.Emphasis {
    if isBrowsing && index == selected { return .selected }
    if index == activeNode { return .active }
    if index == selected { return .selected }
    return isComputed(index) ? .plain : .waiting
  }

  /// The node on which the last step worked.
  private var activeNode: Int? {
    switch lastStage {
    case .forward(let node), .backward(let node): node
    case .seed, .check: graph.scalars.output
    case nil: nil
    }
  }

  private func isComputed(_ index: Int) -> Bool {
    graph.scalars.nodes[index].rule == .leaf || stages[..<position].contains(.forward(index))
  }

  private func drawHeading(on surface: inout Surface, in rect: Rect, _ context: DrawContext) {
    guard !rect.isEmpty else { return }
    let theme = context.theme
    let text = "L = \(formula)".truncated(to: rect.width, glyphs: theme.glyphs)
    let taken = surface.write(text, x: rect.x, y: rect.y, style: theme.math, clip: rect)
    let key = theme.glyphs == .unicode ? "∂ = ∂L/∂#" : "g = dL/d#"
    let legend = Bilingual(en: "= value  \(key) gradient", zh: "= 值  \(key) 梯度")[context.language]
    let width = TextWidth.of(legend)
    guard taken + 2 + width <= rect.width else { return }
    surface.write(legend, x: rect.maxX - width, y: rect.y, style: theme.dim, clip: rect)
  }
}
