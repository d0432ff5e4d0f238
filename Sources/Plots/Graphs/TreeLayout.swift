import Terminal

/// Where the nodes of a tree stand, from the root down: each question over the middle of its answers.
///
/// After Wetherell and Shannon (1979): leaves side by side, parents centred. Two rows a level, a leaf's second row holds
/// its counts.
struct TreeLayout {
  struct Placed {
    /// One below the other.
    let lines: [String]
    /// The class of a leaf; nil for a question and for what is left out.
    let look: Int?
    let level: Int
    /// The column of its middle.
    var middle: Int
    /// The middles of its answers.
    var children: [Int]
  }

  private(set) var nodes: [Placed] = []
  private(set) var size = Size(width: 0, height: 0)
  /// How many levels of branches.
  private(set) var levels = 0
  private let tier: GlyphTier
  private let limit: Int

  /// - Parameter depth: below it only the number of leaves is said.
  init(_ root: TreeChart.Node, downTo depth: Int = .max, tier: GlyphTier) {
    self.tier = tier
    limit = depth
    let (width, _) = place(root, level: 0, x: 0)
    levels = nodes.map(\.level).max() ?? 0
    let height = nodes.map { $0.level * 2 + $0.lines.count }.max() ?? 0
    size = Size(width: width, height: height)
  }

  func fits(_ room: Size) -> Bool { size.width <= room.width && size.height <= room.height }

  /// Returns the width of the subtree and the column of its middle.
  private mutating func place(_ node: TreeChart.Node, level: Int, x: Int) -> (width: Int, middle: Int) {
    switch node {
    case .leaf(let name, let counts, let look):
      let lines = ["\(Marker.glyph(look, tier)) \(name)", counts.map(String.init).joined(separator: "/")]
      return place(lines.filter { !$0.isEmpty }, look: look, level: level, x: x)
    case .question where level >= limit:
      return place([(tier == .ascii ? "...+" : "…+") + "\(node.leaves.count)"], look: nil, level: level, x: x)
    case .question(let text, let yes, let no): return place(text, yes, no, level: level, x: x)
    }
  }

  private mutating func place(_ lines: [String], look: Int?, level: Int, x: Int) -> (width: Int, middle: Int) {
    let width = lines.map { TextWidth.of($0) }.max() ?? 0
    nodes.append(Placed(lines: lines, look: look, level: level, middle: x + width / 2, children: []))
    return (width, x + width / 2)
  }

  private mutating func place(
    _ text: String, _ yes: TreeChart.Node, _ no: TreeChart.Node, level: Int, x: Int
  ) -> (width: Int, middle: Int) {
    let own = TextWidth.of(text)
    let first = nodes.count
    let left = place(yes, level: level + 1, x: x)
    let right = place(no, level: level + 1, x: x + left.width + 2)
    var span = left.width + 2 + right.width
    var children = [left.middle, right.middle]
    if span < own {
      let shift = (own - span) / 2
      for index in first..<nodes.count {
        nodes[index].middle += shift
        nodes[index].children = nodes[index].children.map { $0 + shift }
      }
      children = children.map { $0 + shift }
      span = own
    }
    let middle = max(x + own / 2, (children[0] + children[1]) / 2)
    nodes.append(Placed(lines: [text], look: nil, level: level, middle: middle, children: children))
    return (max(span, middle - own / 2 + own - x), middle)
  }
}
