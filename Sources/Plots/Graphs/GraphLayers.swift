/// The nodes of a graph in layers, with a passing point in every layer that an edge crosses.
///
/// Items 0..<nodes are the nodes; those after them are passing points with one input each.
struct GraphLayers {
  private let nodes: Int
  /// The items of each layer.
  private(set) var columns: [[Int]]
  /// The layer of each item.
  private(set) var column: [Int]
  /// The items of the layer before that lead to each item.
  private(set) var inputs: [[Int]]

  init(_ graph: [GraphChart.Node]) {
    nodes = graph.count
    column = Self.depths(graph)
    inputs = Array(repeating: [], count: graph.count)
    columns = Array(repeating: [], count: (column.max() ?? 0) + 1)
    for node in graph.indices { columns[column[node]].append(node) }
    for (node, entry) in graph.enumerated() {
      for input in entry.inputs.uniqued() { connect(input, node) }
    }
  }

  /// The node that an item is; nil for a passing point.
  func node(_ item: Int) -> Int? { item < nodes ? item : nil }

  private mutating func connect(_ source: Int, _ target: Int) {
    var last = source
    for layer in (column[source] + 1)..<max(column[source] + 1, column[target]) {
      let passing = column.count
      column.append(layer)
      inputs.append([last])
      columns[layer].append(passing)
      last = passing
    }
    inputs[target].append(last)
  }

  /// Longest path from a node without inputs; such a node stands just before the first that takes it in.
  private static func depths(_ graph: [GraphChart.Node]) -> [Int] {
    var depths = Array(repeating: 0, count: graph.count)
    for (node, entry) in graph.enumerated() {
      depths[node] = (entry.inputs.map { depths[$0] }.max() ?? -1) + 1
    }
    for (node, entry) in graph.enumerated() where entry.inputs.isEmpty {
      let users = graph.indices.filter { graph[$0].inputs.contains(node) }
      if let first = users.map({ depths[$0] }).min() { depths[node] = first - 1 }
    }
    return depths
  }

}

extension Array where Element: Hashable {
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
