import Terminal

/// One node of a tree: a stage, a module, a lesson.
public struct TreeNode: Hashable, Sendable {
  /// Unique in the tree.
  public let id: String
  public var row: ListRow
  public var children: [TreeNode]

  public init(id: String, row: ListRow, children: [TreeNode] = []) {
    self.id = id
    self.row = row
    self.children = children
  }
}

/// A tree whose branches open and close; one node is selected.
public struct TreeView: Hashable, Sendable {
  public var roots: [TreeNode] {
    didSet { keepSelection() }
  }
  /// Ids of the nodes whose children are shown.
  public private(set) var expanded: Set<String>
  /// Id of the selected node; nil in an empty tree.
  public private(set) var selected: String?

  public init(_ roots: [TreeNode], expanded: Set<String> = [], selected: String? = nil) {
    self.roots = roots
    self.expanded = expanded
    self.selected = selected ?? roots.first?.id
    if let selected { select(selected) }
    keepSelection()
  }

  /// Selects a node and opens the branches above it; nothing where there is none of that id.
  public mutating func select(_ id: String) {
    guard let path = Self.path(to: id, in: roots) else { return }
    expanded.formUnion(path.dropLast())
    selected = id
  }

  public mutating func setExpanded(_ id: String, _ isExpanded: Bool) {
    if isExpanded { expanded.insert(id) } else { expanded.remove(id) }
    keepSelection()
  }

  /// Moves, opens and closes; Enter and Space on a leaf are the caller's, so false.
  public mutating func handle(_ key: Key) -> Bool {
    let rows = visibleRows
    guard let index = rows.firstIndex(where: { $0.node.id == selected }) else { return false }
    switch key {
    case .right, .character("l"): return open(rows, index)
    case .left, .character("h"): return close(rows, index)
    case .enter, .character(" "): return toggle(rows[index].node)
    default:
      var list = ListView(rows.map(\.node.row), selected: index)
      guard list.handle(key) else { return false }
      selected = rows[list.selected].node.id
      return true
    }
  }

  private mutating func toggle(_ node: TreeNode) -> Bool {
    guard !node.children.isEmpty else { return false }
    setExpanded(node.id, !expanded.contains(node.id))
    return true
  }

  private mutating func open(_ rows: [VisibleRow], _ index: Int) -> Bool {
    let node = rows[index].node
    guard let first = node.children.first else { return false }
    if expanded.contains(node.id) { selected = first.id } else { expanded.insert(node.id) }
    return true
  }

  private mutating func close(_ rows: [VisibleRow], _ index: Int) -> Bool {
    let node = rows[index].node
    if expanded.contains(node.id), !node.children.isEmpty {
      expanded.remove(node.id)
      return true
    }
    guard let parent = rows[..<index].last(where: { $0.depth < rows[index].depth }) else { return false }
    selected = parent.node.id
    return true
  }

  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    list(theme).draw(on: &surface, in: rect, theme: theme)
  }

  /// The id of the node under a point of the rectangle that the tree is drawn in.
  public func id(at point: Point, in rect: Rect, theme: Theme) -> String? {
    list(theme).index(at: point, in: rect, theme: theme).map { visibleRows[$0].node.id }
  }

  // MARK: Rows on the screen

  struct VisibleRow {
    let node: TreeNode
    let depth: Int
  }

  var visibleRows: [VisibleRow] { Self.rows(roots, expanded, depth: 0) }

  private static func rows(_ nodes: [TreeNode], _ expanded: Set<String>, depth: Int) -> [VisibleRow] {
    nodes.flatMap { node in
      let below = expanded.contains(node.id) ? rows(node.children, expanded, depth: depth + 1) : []
      return [VisibleRow(node: node, depth: depth)] + below
    }
  }

  private func list(_ theme: Theme) -> ListView {
    let rows = visibleRows
    let index = rows.firstIndex { $0.node.id == selected } ?? 0
    return ListView(rows.map { listRow($0, theme) }, selected: index)
  }

  private func listRow(_ row: VisibleRow, _ theme: Theme) -> ListRow {
    let (open, closed) = theme.glyphs == .ascii ? ("v", ">") : ("▾", "▸")
    let sign = row.node.children.isEmpty ? "" : expanded.contains(row.node.id) ? open : closed
    var mark = StyledText(String(repeating: "  ", count: row.depth) + sign, theme.dim)
    if !row.node.row.mark.isEmpty {
      if !sign.isEmpty { mark.append(" ") }
      mark.append(row.node.row.mark)
    }
    return ListRow(row.node.row.text, mark: mark, detail: row.node.row.detail)
  }

  private static func path(to id: String, in nodes: [TreeNode]) -> [String]? {
    for node in nodes {
      if node.id == id { return [id] }
      if let below = path(to: id, in: node.children) { return [node.id] + below }
    }
    return nil
  }

  /// A selection that has gone moves to the nearest branch above it that is shown.
  private mutating func keepSelection() {
    let shown = Set(visibleRows.map(\.node.id))
    guard let current = selected, !shown.contains(current) else {
      if selected == nil { selected = roots.first?.id }
      return
    }
    let path = Self.path(to: current, in: roots) ?? []
    selected = path.last { shown.contains($0) } ?? roots.first?.id
  }
}
