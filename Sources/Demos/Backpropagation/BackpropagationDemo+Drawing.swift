import MiniML
import Plots
import Terminal
import Wording

extension BackpropagationDemo {
  public func draw(on surface: inout Surface, context: DrawContext) {
    let layout = areas(surface.size)
    drawHeading(on: &surface, in: layout.heading, context)
    chart(context.theme.glyphs).draw(on: &surface, in: layout.graph, theme: context.theme)
    drawComparison(on: &surface, in: layout.comparison, context)
  }

  /// The node of the picture under a cell.
  func node(at point: Point, in size: Size) -> Int? { chart(.unicode).node(at: point, in: areas(size).graph) }

  private func areas(_ size: Size) -> (heading: Rect, graph: Rect, comparison: Rect) {
    let (heading, rest) = Rect(size).splitTop(size.height >= 8 ? 1 : 0)
    let rows = graph.variables.count + 2
    if size.width >= 120 {
      let (graph, side) = rest.splitRight(40)
      return (heading, graph, side.inset(x: 1))
    }
    let (graph, below) = rest.splitBottom(rest.height >= 20 + rows ? rows : 0)
    return (heading, graph, below)
  }

  private func chart(_ glyphs: GlyphTier) -> GraphChart {
    let nodes = graph.scalars.nodes.indices.map { index in
      let node = graph.scalars.nodes[index]
      let mark = glyphs == .unicode ? "∂ " : "g "
      return GraphChart.Node(
        graph.labels[index],
        value: node.value.isNaN && !isComputed(index) ? "" : "= " + NumberText.short(node.value, digits: 3),
        gradient: hasGradient(index) ? mark + NumberText.short(node.gradient, digits: 3) : "", inputs: node.inputs,
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

  /// Each variable's gradient beside its central difference.
  private func drawComparison(on surface: inout Surface, in rect: Rect, _ context: DrawContext) {
    guard rect.height >= 3, rect.width >= 30 else { return }
    let theme = context.theme
    let titles = context.language == .en ? ["", "gradient", "central diff."] : ["", "梯度", "中心差分"]
    write(titles, row: 0, on: &surface, in: rect, style: theme.heading, theme)
    for (row, variable) in graph.variables.enumerated() where row + 1 < rect.height {
      let gradient = graph.scalars.nodes[variable.leaf].gradient
      let shown = hasGradient(variable.leaf) ? NumberText.fixed(gradient, decimals: 6) : "-"
      let isEqual = abs(gradient - differences[row]) <= 1e-4
      let mark = isEqual ? (theme.glyphs == .unicode ? "✓" : "=") : " "
      let cells = [variable.name, shown, NumberText.fixed(differences[row], decimals: 6), mark]
      write(
        cells, row: row + 1, on: &surface, in: rect, style: variable.leaf == selected ? theme.strong : theme.text, theme
      )
    }
  }

  private func write(
    _ cells: [String], row: Int, on surface: inout Surface, in rect: Rect, style: Style, _ theme: Theme
  ) {
    let column = max(8, (rect.width - 4) / 3)
    for (index, cell) in cells.enumerated() {
      let text = cell.truncated(to: column - 1, glyphs: theme.glyphs)
      surface.write(text, x: rect.x + index * column, y: rect.y + row, style: style, clip: rect)
    }
  }
}
