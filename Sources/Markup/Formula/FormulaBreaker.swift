import Terminal

/// Fits a formula into a width.
struct FormulaBreaker {
  let width: Int
  let glyphs: GlyphTier

  private var layout: FormulaLayout { FormulaLayout(glyphs: glyphs) }

  /// Rows of at most `width` columns.
  func lines(_ root: FormulaNode) -> [String] {
    let whole = layout.box(root)
    if whole.width <= width { return trimmed(whole.lines) }
    if case .grid(let grid) = root.unwrapped, grid.style == .aligned { return alignedLines(grid) }
    guard case .row(let nodes) = root.unwrapped else { return cut(root) }
    return broken(nodes, at: .relation) ?? broken(nodes, at: .binary) ?? cut(root)
  }

  private func trimmed(_ lines: [String]) -> [String] {
    lines.map { line in
      var line = line[...]
      while line.last == " " { line = line.dropLast() }
      return String(line)
    }
  }

  private func alignedLines(_ grid: FormulaNode.Grid) -> [String] {
    Array(grid.rows.map { row in lines(.row(row.flatMap(\.flattened))) }.joined(separator: [""]))
  }

  /// Chunks that begin with a symbol of a role, packed into rows; nil where one alone is too wide.
  private func broken(_ nodes: [FormulaNode], at role: MathSymbol.Role) -> [String]? {
    let roles = FormulaSpacing.roles(nodes)
    let depths = depths(roles)
    let breaks = nodes.indices.filter { $0 > 0 && depths[$0] == 0 && (roles[$0] == role || roles[$0] == .relation) }
    let indent = width >= 20 ? 3 : 0
    var start = 0
    var rows: [MathBox] = []
    while start < nodes.count {
      let room = rows.isEmpty ? width : width - indent
      let ends = breaks.filter { $0 > start } + [nodes.count]
      guard let end = ends.last(where: { fits(nodes, start..<$0, room) }) else { return nil }
      rows.append(chunk(nodes, start..<end))
      start = end
    }
    let blank = String(repeating: " ", count: indent)
    return rows.enumerated().flatMap { index, box in trimmed(index == 0 ? box.lines : box.lines.map { blank + $0 }) }
  }

  /// How many brackets are open before each node: inside them nothing is broken.
  private func depths(_ roles: [MathSymbol.Role]) -> [Int] {
    var depth = 0
    return roles.map { role in
      defer { depth = max(0, depth + (role == .opening ? 1 : role == .closing ? -1 : 0)) }
      return depth
    }
  }

  private func fits(_ nodes: [FormulaNode], _ range: Range<Int>, _ room: Int) -> Bool {
    chunk(nodes, range).width <= room
  }

  /// A continuation begins with a blank and its operator: an empty operand stands before it, so that it is no sign.
  private func chunk(_ nodes: [FormulaNode], _ range: Range<Int>) -> MathBox {
    let isContinuation = range.lowerBound > 0
    let nodes = (isContinuation ? [.row([])] : []) + nodes[range]
    return layout.row(nodes)
  }

  private func cut(_ root: FormulaNode) -> [String] {
    HardWrap.lines(LinearFormula(glyphs: glyphs).text(root), width: width)
  }
}

extension FormulaNode {
  /// The nodes of a row, or the node alone.
  var flattened: [FormulaNode] {
    if case .row(let nodes) = self { nodes } else { [self] }
  }
}
