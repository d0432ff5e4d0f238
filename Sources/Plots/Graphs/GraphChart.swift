import Terminal

/// A computation graph: boxes in layers from left to right, joined by lines.
///
/// Boxes take the largest form that fits the area: value and gradient in rows of their own; the gradient in the lower
/// border; everything in one row. What still does not fit is panned so that the focused node is seen.
public struct GraphChart: Chart {
  /// How a node stands out; told apart without colour by its border.
  public enum Emphasis: Hashable, Sendable {
    case plain
    /// Not computed yet: faint.
    case waiting
    /// Being computed now: a double border.
    case active
    /// Chosen by the learner: its label reversed.
    case selected
  }

  public struct Node: Hashable, Sendable {
    /// What it is: `w1`, `tanh`, `*`.
    public var label: String
    /// Its value as text; may be empty.
    public var value: String
    /// Its gradient as text; may be empty.
    public var gradient: String
    /// Indices of the nodes that it takes in; each smaller than its own.
    public var inputs: [Int]
    public var emphasis: Emphasis

    public init(
      _ label: String, value: String = "", gradient: String = "", inputs: [Int] = [], emphasis: Emphasis = .plain
    ) {
      self.label = label
      self.value = value
      self.gradient = gradient
      self.inputs = inputs
      self.emphasis = emphasis
    }
  }

  public var nodes: [Node]
  /// The node that is kept in sight where not all fit.
  public var focus: Int?

  /// Nodes in an order in which each comes after its inputs. Traps where an input comes later.
  public init(_ nodes: [Node], focus: Int? = nil) {
    for (index, node) in nodes.enumerated() {
      precondition(
        node.inputs.allSatisfy { 0 <= $0 && $0 < index }, "GraphChart: node \(index) takes in \(node.inputs)")
    }
    self.nodes = nodes
    self.focus = focus
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !nodes.isEmpty, !area.isEmpty else { return }
    let layout = GraphLayout(self, in: area.size)
    let offset = layout.offset(in: area, focus: focus)
    drawEdges(layout, offset, on: &surface, in: area, theme: theme)
    for index in nodes.indices {
      let box = layout.boxes[index]
      let moved = Rect(x: box.x + offset.x, y: box.y + offset.y, width: box.width, height: box.height)
      GraphBox(node: nodes[index], form: layout.form).draw(on: &surface, in: moved, clip: area, theme: theme)
    }
  }

  /// The node under a cell of the screen, when drawn in `area`.
  public func node(at point: Point, in area: Rect) -> Int? {
    guard !nodes.isEmpty, area.contains(point) else { return nil }
    let layout = GraphLayout(self, in: area.size)
    let offset = layout.offset(in: area, focus: focus)
    return layout.boxes.firstIndex { $0.contains(Point(x: point.x - offset.x, y: point.y - offset.y)) }
  }

  public var facts: [ChartFact] {
    guard let end = nodes.last else { return [.empty] }
    let waiting = nodes.count { $0.emphasis == .waiting }
    let size = ChartFact.graph(nodes: nodes.count, edges: nodes.reduce(0) { $0 + $1.inputs.count }, waiting: waiting)
    return [size] + (end.value.isEmpty ? [] : [.graphEnd(name: end.label, value: end.value)])
  }

  public var table: ChartTable {
    ChartTable(
      columns: [.notion(.number), .notion(.name), .notion(.value), .notion(.gradient), .notion(.inputs)],
      rows: nodes.enumerated().map { index, node in
        ["\(index + 1)", node.label, node.value, node.gradient, node.inputs.map { "\($0 + 1)" }.joined(separator: " ")]
      })
  }

  private func drawEdges(
    _ layout: GraphLayout, _ offset: Point, on surface: inout Surface, in area: Rect, theme: Theme
  ) {
    var lines = BoxLines(layout.size)
    for route in layout.routes { lines.add(route.points) }
    lines.draw(on: &surface, offset: offset, clip: area, style: theme.border, tier: theme.glyphs)
    for route in layout.routes where route.hasArrow {
      guard let end = route.points.last else { continue }
      let arrow = theme.glyphs == .ascii ? ">" : "▸"
      surface.write(arrow, x: end.x + offset.x, y: end.y + offset.y, style: theme.border, clip: area)
    }
  }
}
