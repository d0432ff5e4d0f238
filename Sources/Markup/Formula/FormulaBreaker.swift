import Terminal

/// Fits a formula into a width.
struct FormulaBreaker {
  let width: Int
  let glyphs: GlyphTier

  private var layout: FormulaLayout { FormulaLayout(glyphs: glyphs) }

  /// Rows of at most `width` columns; where it cannot be set so, one row of text is cut.
  func lines(_ root: FormulaNode) -> [String] { set(root) ?? cut(root) }

  /// Rows in two dimensions; nil where a part that cannot be broken is too wide.
  func set(_ root: FormulaNode) -> [String]? {
    let whole = layout.box(root)
    if whole.width <= width { return trimmed(whole.lines) }
    if case .grid(let grid) = root.unwrapped, grid.style == .aligned { return alignedLines(grid) }
    guard case .row(let nodes) = root.unwrapped else { return nil }
    let places = BreakPlaces(nodes)
    for kind in BreakPlaces.Kind.allCases {
      if let rows = broken(nodes, at: places.upTo(kind)) { return rows }
    }
    // Brackets that grow can't be parted; as plain ones they can.
    let plain = nodes.flatMap(\.withPlainBrackets)
    return plain == nodes ? nil : broken(plain, at: BreakPlaces(plain).upTo(.inside))
  }

  private func trimmed(_ lines: [String]) -> [String] {
    lines.map { line in
      var line = line[...]
      while line.last == " " { line = line.dropLast() }
      return String(line)
    }
  }

  private func alignedLines(_ grid: FormulaNode.Grid) -> [String]? {
    var rows: [[String]] = []
    for row in grid.rows {
      guard let lines = set(.row(row.flatMap(\.flattened))) else { return nil }
      rows.append(lines)
    }
    return Array(rows.joined(separator: [""]))
  }

  /// Chunks packed into rows; nil where one alone is too wide.
  private func broken(_ nodes: [FormulaNode], at breaks: [Int]) -> [String]? {
    let indent = width >= 20 ? 3 : 0
    var start = 0
    var rows: [MathBox] = []
    while start < nodes.count {
      let room = rows.isEmpty ? width : width - indent
      let ends = breaks.filter { $0 > start } + [nodes.count]
      // From the shortest on: from the longest, a formula of a thousand terms would be laid out whole a thousand times.
      guard let end = ends.prefix(while: { chunk(nodes, start..<$0).width <= room }).last else { return nil }
      rows.append(chunk(nodes, start..<end))
      start = end
    }
    let blank = String(repeating: " ", count: indent)
    return rows.enumerated().flatMap { index, box in trimmed(index == 0 ? box.lines : box.lines.map { blank + $0 }) }
  }

  /// A continuation begins with a blank and its operator: an empty operand stands before it, so that it is no sign. The
  /// blanks at which it was broken are left out.
  private func chunk(_ nodes: [FormulaNode], _ range: Range<Int>) -> MathBox {
    var part = nodes[range]
    while part.last?.isSpace == true { part = part.dropLast() }
    guard range.lowerBound > 0 else { return layout.row(Array(part)) }
    if part.first?.isSpace == true { return layout.row(Array(part.drop(while: \.isSpace))) }
    return layout.row([.row([])] + part)
  }

  private func cut(_ root: FormulaNode) -> [String] {
    HardWrap.lines(LinearFormula(glyphs: glyphs).text(root), width: width)
  }
}

/// Where a row of a formula may be broken.
struct BreakPlaces {
  /// The best first.
  enum Kind: Int, CaseIterable {
    /// Before `\quad` and wider.
    case space
    /// Before a relation outside brackets.
    case relation
    /// Before an operator outside brackets.
    case binary
    /// Anywhere between the two, inside brackets too, and after a comma.
    case inside
  }

  private let kinds: [Kind?]

  init(_ nodes: [FormulaNode]) {
    let roles = FormulaSpacing.roles(nodes)
    let depths = Self.depths(roles)
    kinds = nodes.indices.map { index in
      guard index > 0 else { return nil }
      if case .space(let count) = nodes[index], count > 1 { return .space }
      let isOperator = roles[index] == .relation || roles[index] == .binary
      if depths[index] > 0 || !isOperator { return isOperator || roles[index - 1] == .punctuation ? .inside : nil }
      return roles[index] == .relation ? .relation : .binary
    }
  }

  /// The places of a kind and of every better one, ascending.
  func upTo(_ kind: Kind) -> [Int] {
    kinds.indices.filter { index in kinds[index].map { $0.rawValue <= kind.rawValue } ?? false }
  }

  /// How many brackets are open before each node.
  private static func depths(_ roles: [MathSymbol.Role]) -> [Int] {
    var depth = 0
    return roles.map { role in
      defer { depth = max(0, depth + (role == .opening ? 1 : role == .closing ? -1 : 0)) }
      return depth
    }
  }
}

extension FormulaNode {
  /// Growing brackets as symbols of the row that holds them.
  fileprivate var withPlainBrackets: [FormulaNode] {
    switch self {
    case .delimited(let left, let body, let right):
      let sides = [(left, MathSymbol.Role.opening), (right, .closing)].map { text, role in
        text.isEmpty ? [] : [FormulaNode.symbol(MathSymbol(text, Delimiters.ascii(text), role))]
      }
      return sides[0] + body.flattened.flatMap(\.withPlainBrackets) + sides[1]
    case .scripts(let base, let sub, let sup) where base.isDelimited:
      var parts = base.unwrapped.withPlainBrackets
      if let last = parts.popLast() { parts.append(.scripts(last, sub: sub, sup: sup)) }
      return parts
    default: return [self]
    }
  }

  private var isDelimited: Bool { if case .delimited = unwrapped { true } else { false } }

  /// The nodes of a row, or the node alone.
  var flattened: [FormulaNode] {
    if case .row(let nodes) = self { nodes } else { [self] }
  }
}
