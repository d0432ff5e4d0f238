import Terminal

/// Where the units of a layered network stand in an area.
struct NetworkLayout {
  struct Box {
    let rect: Rect
    let text: String
    let style: Style

    func draw(on surface: inout Surface, clip: Rect, theme: Theme) {
      surface.fill(rect.intersection(clip))
      surface.write(text, x: rect.x, y: rect.y, style: style, clip: clip)
    }
  }

  struct Name {
    let text: String
    let place: Point
  }

  private(set) var boxes: [Box] = []
  private(set) var names: [Name] = []
  /// By layer and unit, the shown ones.
  private var rects: [[Rect]] = []
  private let area: Rect

  init(_ network: NetworkChart, in area: Rect, theme: Theme) {
    self.area = area
    let layers = network.layers
    let hasNames = area.height >= 6 && layers.contains { !$0.name.isEmpty }
    let room = area.splitBottom(hasNames ? 1 : 0).rest
    let width = Self.boxWidth(layers, in: room)
    let labelWidth = { (layer: NetworkChart.Layer?) -> Int in
      let widest = layer?.units.map { TextWidth.of($0.name) }.max() ?? 0
      return widest > 0 && area.width >= 30 ? min(widest, area.width / 5) + 1 : 0
    }
    let (left, right) = (labelWidth(layers.first), layers.count > 1 ? labelWidth(layers.last) : 0)
    let free = max(0, room.width - left - right - width)
    for (index, layer) in layers.enumerated() {
      let x = room.x + left + (layers.count > 1 ? free * index / (layers.count - 1) : 0)
      place(layer, x: x, width: width, in: room, theme: theme)
      nameUnits(layer, index == 0, index == layers.count - 1, leftWidth: left, rightWidth: right, theme: theme)
      guard hasNames else { continue }
      let pitch = layers.count > 1 ? free / (layers.count - 1) : room.width
      let name = layer.name.truncated(to: max(width, pitch - 1), glyphs: theme.glyphs)
      let start = max(area.x, min(area.maxX - TextWidth.of(name), x + (width - TextWidth.of(name)) / 2))
      names.append(Name(text: name, place: Point(x: start, y: area.maxY - 1)))
    }
  }

  /// `(-0.42)` where the columns leave room for lines of ten columns, else `o`.
  private static func boxWidth(_ layers: [NetworkChart.Layer], in area: Rect) -> Int {
    layers.count * 7 + (layers.count - 1) * 8 <= area.width ? 7 : 1
  }

  private mutating func place(_ layer: NetworkChart.Layer, x: Int, width: Int, in room: Rect, theme: Theme) {
    let count = layer.units.count
    // A row is kept for the number of those left out.
    let shown = count <= room.height ? count : max(0, room.height - 1)
    let slots = max(1, count <= room.height ? count : room.height)
    var column: [Rect] = []
    for unit in 0..<shown {
      let y = room.y + (2 * unit + 1) * room.height / (2 * slots)
      let rect = Rect(x: x, y: min(y, room.maxY - 1), width: width, height: 1)
      column.append(rect)
      boxes.append(Box(rect: rect, text: Self.text(layer.units[unit], width, theme), style: theme.strong))
    }
    if shown < count {
      let more = (theme.glyphs == .ascii ? "..." : "⋮") + (width > 1 ? "+\(count - shown)" : "")
      names.append(Name(text: more, place: Point(x: x, y: room.maxY - 1)))
    }
    rects.append(column)
  }

  private static func text(_ unit: NetworkChart.Unit, _ width: Int, _ theme: Theme) -> String {
    guard width > 1 else { return theme.glyphs == .ascii ? "o" : "●" }
    guard let activation = unit.activation else { return "(     )" }
    var number = NumberLabel.short(activation, digits: 2)
    if TextWidth.of(number) > 5 { number = NumberLabel.short(activation, digits: 1) }
    let text = number.truncated(to: 5, glyphs: theme.glyphs)
    let before = (5 - TextWidth.of(text)) / 2
    return "(" + String(repeating: " ", count: before) + text.padded(to: 5 - before) + ")"
  }

  /// The names of the first layer to its left, of the last to its right.
  private mutating func nameUnits(
    _ layer: NetworkChart.Layer, _ isFirst: Bool, _ isLast: Bool, leftWidth: Int, rightWidth: Int, theme: Theme
  ) {
    for (unit, rect) in zip(layer.units, rects[rects.count - 1]) where !unit.name.isEmpty {
      if isFirst, leftWidth > 1 {
        let text = unit.name.truncated(to: leftWidth - 1, glyphs: theme.glyphs)
        names.append(Name(text: text, place: Point(x: rect.x - 1 - TextWidth.of(text), y: rect.y)))
      } else if isLast, rightWidth > 1 {
        let text = unit.name.truncated(to: rightWidth - 1, glyphs: theme.glyphs)
        names.append(Name(text: text, place: Point(x: rect.maxX + 1, y: rect.y)))
      }
    }
  }

  private func rect(_ layer: Int, _ unit: Int) -> Rect? {
    rects.indices.contains(layer) && rects[layer].indices.contains(unit) ? rects[layer][unit] : nil
  }

  /// The ends of a weight's line in dots of a canvas over the area; nil where one of its units is not shown.
  func ends(_ edge: NetworkChart.Edge, _ dots: Size) -> (Point, Point)? {
    guard let from = rect(edge.layer, edge.from), let to = rect(edge.layer + 1, edge.to), area.width > 0,
      from.maxX < to.x
    else { return nil }
    let (across, down) = (dots.width / area.width, dots.height / max(1, area.height))
    let dot = { (x: Int, y: Int) in
      Point(x: (x - area.x) * across, y: (y - area.y) * down + down / 2)
    }
    return (dot(from.maxX, from.y), dot(to.x, to.y))
  }

  /// Where the sign of a weight stands: a third along its line; nil where the line is too short for it.
  func signPlace(_ edge: NetworkChart.Edge) -> Point? {
    guard let from = rect(edge.layer, edge.from), let to = rect(edge.layer + 1, edge.to), to.x - from.maxX >= 8 else {
      return nil
    }
    return Point(x: from.maxX + (to.x - from.maxX) / 3, y: from.y + (to.y - from.y) / 3)
  }
}
