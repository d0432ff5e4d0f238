import Terminal

/// A decision tree: questions, and leaves with their class and the counts of all classes.
///
/// From the root down where it fits; else as an indented list; else down to the depth that fits, with the number of
/// leaves left out (`…+5`); else the beginning of the list. The left branch is always yes.
public struct TreeChart: Chart {
  public indirect enum Node: Hashable, Sendable {
    case question(String, yes: Node, no: Node)
    /// A class by name and look, with how many examples of each class came here.
    case leaf(String, counts: [Int], look: Int)

    /// 0 for a leaf.
    public var depth: Int {
      switch self {
      case .question(_, let yes, let no): max(yes.depth, no.depth) + 1
      case .leaf: 0
      }
    }

    /// From left to right.
    public var leaves: [(name: String, counts: [Int], look: Int)] {
      switch self {
      case .question(_, let yes, let no): yes.leaves + no.leaves
      case .leaf(let name, let counts, let look): [(name, counts, look)]
      }
    }
  }

  /// Nil: an empty tree.
  public var root: Node?
  /// The answers' names.
  public var yes: String
  public var no: String

  public init(_ root: Node?, yes: String = "yes", no: String = "no") {
    self.root = root
    self.yes = yes
    self.no = no
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard let root, !area.isEmpty else { return }
    let whole = TreeLayout(root, tier: theme.glyphs)
    if whole.fits(area.size) { return draw(whole, in: area, on: &surface, theme: theme) }
    let list = TreeLines(self, root, theme: theme)
    if list.count <= area.height, area.width >= 24 { return list.draw(on: &surface, in: area, theme: theme) }
    for depth in stride(from: root.depth - 1, through: 2, by: -1) {
      let part = TreeLayout(root, downTo: depth, tier: theme.glyphs)
      if part.fits(area.size) { return draw(part, in: area, on: &surface, theme: theme) }
    }
    list.draw(on: &surface, in: area, theme: theme)
  }

  private func draw(_ layout: TreeLayout, in area: Rect, on surface: inout Surface, theme: Theme) {
    let left = area.x + (area.width - layout.size.width) / 2
    // The branches take the rows that are to spare, up to two each.
    let stretch = layout.levels > 0 ? max(0, min(2, (area.height - layout.size.height) / layout.levels)) : 0
    var lines = BoxLines(Size(width: layout.size.width, height: area.height))
    for node in layout.nodes {
      let y = node.level * (2 + stretch)
      for child in node.children {
        let bend = Point(x: child, y: y + 1)
        // From under the question to the answer: what the texts cover is drawn over.
        lines.add([
          Point(x: node.middle, y: y), Point(x: node.middle, y: bend.y), bend,
          Point(x: child, y: bend.y + stretch + 1),
        ])
      }
    }
    lines.draw(
      on: &surface, offset: Point(x: left, y: area.y), clip: area, style: theme.border, tier: theme.glyphs)
    for node in layout.nodes {
      let place = Point(x: left, y: area.y + node.level * (2 + stretch))
      draw(node, at: place, on: &surface, in: area, theme: theme)
    }
  }

  private func draw(_ node: TreeLayout.Placed, at origin: Point, on surface: inout Surface, in area: Rect, theme: Theme)
  {
    for (row, text) in node.lines.enumerated() {
      let style = node.look.map { row == 0 ? theme.series($0) : theme.text } ?? theme.strong
      let x = origin.x + node.middle - TextWidth.of(text) / 2
      surface.write(text, x: max(origin.x, x), y: origin.y + row, style: style, clip: area)
    }
    guard let first = node.children.first, let last = node.children.last, first < last else { return }
    // The answers stand on the branch, where it is long enough to show them and the line.
    guard max(TextWidth.of(yes), TextWidth.of(no)) + 3 <= (last - first) / 2 else { return }
    for (text, x) in [(yes, first + 1), (no, last - TextWidth.of(no))] {
      surface.write(text, x: origin.x + x, y: origin.y + 1, style: theme.dim, clip: area)
    }
  }
}

extension TreeChart {
  public var facts: [ChartFact] {
    guard let root else { return [.empty] }
    let leaves = root.leaves
    var facts: [ChartFact] = [.tree(questions: leaves.count - 1, leaves: leaves.count, depth: root.depth)]
    if case .question(let text, _, _) = root { facts.append(.firstQuestion(text)) }
    let sizes = leaves.map { ($0.name, $0.counts.reduce(0, +)) }
    if let largest = sizes.max(by: { $0.1 < $1.1 }) { facts.append(.largestLeaf(name: largest.0, count: largest.1)) }
    let (right, all) = leaves.reduce((0, 0)) { ($0.0 + ($1.counts.max() ?? 0), $0.1 + $1.counts.reduce(0, +)) }
    return facts + (all > 0 ? [.accuracy(right: right, of: all)] : [])
  }

  /// A row a node, from the root down along each yes first.
  public var table: ChartTable {
    var rows: [[String]] = []
    func add(_ node: Node, _ depth: Int, _ answer: String) {
      switch node {
      case .question(let text, let yes, let no):
        rows.append(["\(depth)", answer, text, ""])
        add(yes, depth + 1, self.yes)
        add(no, depth + 1, self.no)
      case .leaf(let name, let counts, _):
        rows.append(["\(depth)", answer, name, counts.map(String.init).joined(separator: " / ")])
      }
    }
    if let root { add(root, 0, "") }
    return ChartTable(columns: [.notion(.depth), .notion(.answer), .notion(.question), .notion(.count)], rows: rows)
  }
}
