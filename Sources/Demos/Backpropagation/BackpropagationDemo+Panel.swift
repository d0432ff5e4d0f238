import Plots
import Terminal
import Wording

extension BackpropagationDemo {
  /// Beside or below the graph, where there is room: each variable's gradient with its central difference, and once
  /// there was a gradient step, the output pass by pass.
  func drawPanel(on surface: inout Surface, in area: Rect, _ context: DrawContext) {
    guard area.height >= 3, area.width >= 30 else { return }
    guard updates > 0 else { return drawComparison(on: &surface, in: area, context) }
    let rows = graph.variables.count + 2
    let isTall = area.height >= rows + 6
    let (table, rest) = isTall ? area.splitTop(rows) : area.splitLeft(min(44, area.width / 2))
    drawComparison(on: &surface, in: table, context)
    drawOutputs(on: &surface, in: rest, context)
  }

  private func drawComparison(on surface: inout Surface, in area: Rect, _ context: DrawContext) {
    let theme = context.theme
    let titles = context.language == .en ? ["", "gradient", "central diff."] : ["", "梯度", "中心差分"]
    write(titles, row: 0, on: &surface, in: area, style: theme.heading, theme)
    for (row, variable) in graph.variables.enumerated() where row + 1 < area.height {
      let gradient = graph.scalars.nodes[variable.leaf].gradient
      let shown = hasGradient(variable.leaf) ? NumberText.fixed(gradient, decimals: 6) : "-"
      let isEqual = isChecked && abs(gradient - differences[row]) <= 1e-4
      let mark = isEqual ? (theme.glyphs == .unicode ? "✓" : "=") : " "
      let difference = isChecked ? NumberText.fixed(differences[row], decimals: 6) : "-"
      let cells = [variable.name, shown, difference, mark]
      let style = variable.leaf == selected ? theme.strong : theme.text
      write(cells, row: row + 1, on: &surface, in: area, style: style, theme)
    }
  }

  private func drawOutputs(on surface: inout Surface, in area: Rect, _ context: DrawContext) {
    let first = Double(updates - outputs.count + 1)
    var series = [Series("L", outputs, start: first, look: 0)]
    if let ghost = context.ghost as? BackpropagationDemo, ghost.updates > 0 {
      let start = Double(ghost.updates - ghost.outputs.count + 1)
      series.insert(Series("", ghost.outputs, start: start, look: 1, isGhost: true), at: 0)
    }
    let title = Bilingual(en: "gradient steps", zh: "梯度下降次数")[context.language]
    LineChart(series, xTitle: title).draw(on: &surface, in: area, theme: context.theme)
  }

  private func write(
    _ cells: [String], row: Int, on surface: inout Surface, in area: Rect, style: Style, _ theme: Theme
  ) {
    let column = max(8, min(16, (area.width - 11) / 2))
    let starts = [0, 9, 9 + column, 9 + 2 * column]
    let widths = [8, column - 1, column - 1, 1]
    for (index, cell) in cells.enumerated() {
      let text = cell.truncated(to: widths[index], glyphs: theme.glyphs)
      surface.write(text, x: area.x + starts[index], y: area.y + row, style: style, clip: area)
    }
  }
}
