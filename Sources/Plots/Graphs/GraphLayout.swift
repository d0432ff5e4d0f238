import Terminal

/// Where the boxes and lines of a graph stand: layers from left to right, each node as near to its neighbours' rows as
/// the others of its layer allow.
///
/// Source: the layered drawing of Sugiyama, Tagawa and Toda (1981), with one sweep each way for order and place.
struct GraphLayout {
  struct Route {
    /// The corners of a line, from the right of a box to the cell before another.
    let points: [Point]
    /// Whether it ends at a box, not at a layer that it only passes.
    let hasArrow: Bool
  }

  let form: GraphBox.Form
  let boxes: [Rect]
  let routes: [Route]
  let size: Size

  init(_ graph: GraphChart, in size: Size) {
    let layers = GraphLayers(graph.nodes)
    var plan = Self.plan(graph, layers, .flat, size)
    for form in GraphBox.Form.allCases {
      plan = Self.plan(graph, layers, form, size)
      if plan.size.width <= size.width && plan.size.height <= size.height { break }
    }
    self = plan
  }

  private init(form: GraphBox.Form, boxes: [Rect], routes: [Route], size: Size) {
    self.form = form
    self.boxes = boxes
    self.routes = routes
    self.size = size
  }

  /// What to add to places of the layout: centred where it fits, else panned to the focused node.
  func offset(in area: Rect, focus: Int?) -> Point {
    let target = focus.flatMap { boxes.indices.contains($0) ? boxes[$0] : nil } ?? boxes.last ?? Rect(size)
    let along = { (start: Int, room: Int, length: Int, middle: Int) -> Int in
      length <= room ? start + (room - length) / 2 : start - max(0, min(length - room, middle - room / 2))
    }
    return Point(
      x: along(area.x, area.width, size.width, target.x + target.width / 2),
      y: along(area.y, area.height, size.height, target.y + target.height / 2))
  }

  private static func plan(_ graph: GraphChart, _ layers: GraphLayers, _ form: GraphBox.Form, _ size: Size)
    -> GraphLayout
  {
    let rows = GraphRows(layers, rowsPerNode: form.rows, room: size.height)
    let widths = layers.columns.map { column in
      column.compactMap { layers.node($0) }.map { GraphBox(node: graph.nodes[$0], form: form).width }.max() ?? 1
    }
    // Between two layers: a column for each node that lines lead to, and room for the arrow.
    let gaps = layers.columns.indices.dropFirst().map { index in
      let targets = layers.columns[index].filter { !layers.inputs[$0].isEmpty }.count
      return max(1, targets) + 2
    }
    let spare = size.width - widths.reduce(0, +) - gaps.reduce(0, +)
    let stretch = gaps.isEmpty ? 0 : max(0, min(6, spare / gaps.count))
    var starts: [Int] = []
    var x = 0
    for index in layers.columns.indices {
      starts.append(x)
      x += widths[index] + (index < gaps.count ? gaps[index] + stretch : 0)
    }
    let boxes = graph.nodes.indices.map { node in
      let column = layers.column[node]
      return Rect(x: starts[column], y: rows.tops[node], width: widths[column], height: form.rows)
    }
    let routes = routes(layers, rows, starts: starts, widths: widths, rowsPerNode: form.rows)
    return GraphLayout(form: form, boxes: boxes, routes: routes, size: Size(width: x, height: rows.height))
  }

  /// Every edge from right of its source, through the gap columns of its target, to left of its target.
  private static func routes(
    _ layers: GraphLayers, _ rows: GraphRows, starts: [Int], widths: [Int], rowsPerNode: Int
  ) -> [Route] {
    var routes: [Route] = []
    for column in layers.columns.indices.dropFirst() {
      let targets = layers.columns[column].filter { !layers.inputs[$0].isEmpty }
      for (channel, target) in targets.enumerated() {
        let bend = starts[column] - 2 - channel
        let isPassing = layers.node(target) == nil
        let end = Point(x: starts[column] - 1, y: rows.middle(target))
        for source in layers.inputs[target] {
          let right = layers.node(source) == nil ? starts[column - 1] - 1 : starts[column - 1] + widths[column - 1]
          let start = Point(x: right, y: rows.middle(source))
          var corners = [start, Point(x: bend, y: start.y), Point(x: bend, y: end.y), end]
          // A line that only passes this layer goes on through it without an arrow.
          if isPassing { corners.append(Point(x: starts[column] + widths[column], y: end.y)) }
          routes.append(Route(points: corners, hasArrow: !isPassing))
        }
      }
    }
    return routes
  }
}
