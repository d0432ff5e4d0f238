/// The rows of the items of each layer: as near to their neighbours as the others allow.
struct GraphRows {
  /// The first row of each item.
  private(set) var tops: [Int]
  private(set) var height = 0
  private let heights: [Int]

  init(_ layers: GraphLayers, rowsPerNode: Int, room: Int) {
    heights = layers.column.indices.map { layers.node($0) == nil ? 1 : rowsPerNode }
    tops = Array(repeating: 0, count: heights.count)
    let heights = heights
    // Gaps between boxes are given up where rows are scarce.
    let needed = layers.columns.map { column in column.map { heights[$0] }.reduce(0, +) }
    let gap = zip(needed, layers.columns).allSatisfy { $0 + $1.count - 1 <= room } && rowsPerNode > 1 ? 1 : 0
    let tallest = zip(needed, layers.columns).map { $0 + gap * ($1.count - 1) }.max() ?? 0
    let outputs = Self.outputs(layers)
    for column in layers.columns { stack(column, gap: gap, height: tallest) { _ in nil } }
    for column in layers.columns.dropFirst() { place(column, near: layers.inputs, gap: gap, height: tallest) }
    for column in layers.columns.dropLast().reversed() { place(column, near: outputs, gap: gap, height: tallest) }
    for column in layers.columns.dropFirst() { place(column, near: layers.inputs, gap: gap, height: tallest) }
    height = zip(tops, heights).map { $0 + $1 }.max() ?? 0
    let first = tops.min() ?? 0
    if first > 0 { (tops, height) = (tops.map { $0 - first }, height - first) }
  }

  /// The row of an item that lines meet.
  func middle(_ item: Int) -> Int { tops[item] + heights[item] / 2 }

  private mutating func place(_ column: [Int], near neighbours: [[Int]], gap: Int, height: Int) {
    let before = self
    let wish = { (item: Int) -> Double? in
      let rows = neighbours[item].map { Double(before.tops[$0]) + Double(before.heights[$0]) / 2 }
      return rows.isEmpty ? nil : rows.reduce(0, +) / Double(rows.count)
    }
    let places = column.enumerated().map { ($0.offset, $0.element, wish($0.element) ?? Double(middle($0.element))) }
    let ordered = places.sorted { ($0.2, $0.0) < ($1.2, $1.0) }.map(\.1)
    stack(ordered, gap: gap, height: height, wish: wish)
  }

  /// Puts items below each other at their wished middles, pushed down where they would overlap, then up from the end.
  private mutating func stack(_ items: [Int], gap: Int, height: Int, wish: (Int) -> Double?) {
    var next = 0
    for item in items {
      let wished = wish(item).map { Int(($0 - Double(heights[item]) / 2).rounded()) } ?? tops[item]
      tops[item] = max(next, wished)
      next = tops[item] + heights[item] + gap
    }
    var limit = height
    for item in items.reversed() {
      tops[item] = max(0, min(tops[item], limit - heights[item]))
      limit = tops[item] - gap
    }
  }

  private static func outputs(_ layers: GraphLayers) -> [[Int]] {
    var outputs = Array(repeating: [Int](), count: layers.inputs.count)
    for (item, inputs) in layers.inputs.enumerated() {
      for input in inputs { outputs[input].append(item) }
    }
    return outputs
  }
}
