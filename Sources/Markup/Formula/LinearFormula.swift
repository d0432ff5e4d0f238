import Terminal

/// Sets a formula in one row.
struct LinearFormula {
  let glyphs: GlyphTier

  func text(_ node: FormulaNode, isTight: Bool = false) -> String {
    switch node {
    case .row(let nodes): row(nodes, isTight)
    case .symbol(let symbol): glyphs == .unicode ? symbol.unicode : symbol.ascii
    case .text(let words): words
    case .space(let count): isTight ? "" : String(repeating: " ", count: count)
    case .fraction(let over, let under): fraction(over, under)
    case .root(let radicand, let index): root(radicand, index)
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup)
    case .accent(let accent, let base): self.accent(accent, base, isTight)
    case .delimited("⌊", let body, "⌉") where glyphs == .ascii: "round(" + text(body, isTight: isTight) + ")"
    case .delimited(let left, let body, let right):
      delimiter(left) + text(body, isTight: isTight) + delimiter(right)
    case .grid(let grid): self.grid(grid)
    case .brace(_, let body, let label):
      text(body) + (label.map { " [" + text($0) + "]" } ?? "")
    case .stacked(let base, let isOver, let mark): scripts(base, isOver ? nil : mark, isOver ? mark : nil)
    case .middle(let delimiter): self.delimiter(delimiter)
    case .arrow(let arrow, let above, let below): self.arrow(arrow, above, below)
    case .boxed(let body): "[" + text(body) + "]"
    }
  }

  private func delimiter(_ text: String) -> String { glyphs == .unicode ? text : Delimiters.ascii(text) }

  // MARK: Rows

  private func row(_ nodes: [FormulaNode], _ isTight: Bool) -> String {
    let roles = FormulaSpacing.roles(nodes)
    var line = ""
    var last = ""
    for index in nodes.indices {
      let next = piece(nodes, roles, index, isTight)
      if index > 0 && !nodes[index].isSpace && !nodes[index - 1].isSpace {
        let gap = FormulaSpacing.gap(roles[index - 1], roles[index], isTight: isTight)
        let joins = gap == 0 && FormulaSpacing.wouldJoin(last, next)
        line += String(repeating: " ", count: joins ? 1 : gap)
      }
      line += next
      last = next
    }
    return line
  }

  /// A fraction that touches a neighbour gets brackets, or `1/2 x` would read as 1/(2x).
  private func piece(_ nodes: [FormulaNode], _ roles: [MathSymbol.Role], _ index: Int, _ isTight: Bool) -> String {
    let text = text(nodes[index], isTight: isTight)
    guard case .fraction = nodes[index] else { return text }
    let before = index > 0 ? roles[index - 1] : .relation
    let after = index + 1 < nodes.count ? roles[index + 1] : .relation
    let touches =
      [.ordinary, .closing, .inner, .bracketed, .function].contains(before)
      || [.ordinary, .opening, .inner, .bracketed, .function, .large, .integral].contains(after)
    return touches ? "(" + text + ")" : text
  }

  // MARK: Fractions and roots

  private func fraction(_ over: FormulaNode, _ under: FormulaNode) -> String {
    let left = isSum(over) ? "(" + text(over) + ")" : text(over)
    let right = isSum(under) || isProduct(under) ? "(" + text(under) + ")" : text(under)
    return left + "/" + right
  }

  /// Whether a numerator must stand in brackets.
  private func isSum(_ node: FormulaNode) -> Bool {
    switch node.unwrapped {
    case .fraction: return true
    case .row(let nodes):
      let loose: [MathSymbol.Role] = [.binary, .relation, .punctuation, .function, .limitFunction, .large, .integral]
      return nodes.isEmpty || !isCall(nodes) && FormulaSpacing.roles(nodes).contains { loose.contains($0) }
        || nodes.contains(where: \.isSpace)
    default: return false
    }
  }

  /// Whether a denominator must stand in brackets: several factors, but `∂w` is one thing.
  private func isProduct(_ node: FormulaNode) -> Bool {
    guard case .row(let nodes) = node.unwrapped else { return false }
    let isDerivative = nodes.count == 2 && ["∂", "d"].contains(LinearFormula(glyphs: .unicode).text(nodes[0]))
    let isNumber = nodes.allSatisfy { text($0).allSatisfy { $0.isNumber || $0 == "." } }
    return nodes.count > 1 && !isDerivative && !isNumber && !isApplication(nodes)
  }

  /// `exp(x + 1)`: a function and its brackets, nothing else.
  private func isCall(_ nodes: [FormulaNode]) -> Bool {
    guard let first = nodes.first?.role, first == .function || first == .ordinary, nodes.count > 1 else { return false }
    if nodes.count == 2 { return nodes[1].role == .bracketed }
    let closing = nodes.firstIndex { $0.role == .closing }
    return nodes[1].role == .opening && closing == nodes.count - 1
      && nodes.dropFirst(2).allSatisfy { $0.role != .opening }
  }

  /// `q(x)`: one symbol and the brackets after it.
  private func isApplication(_ nodes: [FormulaNode]) -> Bool {
    let roles = nodes.map(\.role)
    if roles.count == 2, roles[0] == .ordinary, roles[1] == .bracketed { return true }
    let firstClosing = roles.firstIndex(of: .closing)
    return roles.count > 2 && roles[0] == .ordinary && roles[1] == .opening && firstClosing == roles.indices.last
  }

  private func root(_ radicand: FormulaNode, _ index: FormulaNode?) -> String {
    let body = text(radicand)
    let degree = index.map { text($0, isTight: true) }
    guard glyphs == .unicode else { return degree.map { "root(\($0), \(body))" } ?? "sqrt(\(body))" }
    let sign = degree.map { (ScriptCharacters.raised($0) ?? $0) + "√" } ?? "√"
    return radicand.isSingleAtom ? sign + body : sign + "(" + body + ")"
  }

  // MARK: Scripts and accents

  private func scripts(_ base: FormulaNode, _ sub: FormulaNode?, _ sup: FormulaNode?) -> String {
    var line = base.isSingleAtom || base.isEmpty ? text(base) : "(" + text(base) + ")"
    if let sub { line += script(text(sub, isTight: true), "_", ScriptCharacters.lowered) }
    if let sup { line += script(text(sup, isTight: true), "^", ScriptCharacters.raised) }
    return line
  }

  func script(_ text: String, _ mark: String, _ small: (String) -> String?) -> String {
    if text.isEmpty { return "" }
    if text.allSatisfy({ $0 == "'" }) { return text }
    if glyphs == .unicode, let text = small(text) { return text }
    let isBracketed = text.hasPrefix("(") && text.firstIndex(of: ")") == text.indices.last
    let isOneThing = text.count == 1 || isBracketed || text.allSatisfy { $0.isLetter || $0.isNumber }
    return mark + (isOneThing ? text : "(" + text + ")")
  }

  /// What stands above and below stands in brackets inside: `─[f]→`.
  private func arrow(_ arrow: FormulaNode.Arrow, _ above: FormulaNode?, _ below: FormulaNode?) -> String {
    let marks = [above, below].compactMap { $0 }.map { text($0, isTight: true) }.filter { !$0.isEmpty }
    let body = marks.isEmpty ? "" : "[" + marks.joined(separator: "; ") + "]"
    let shape = arrow.shape(glyphs)
    return shape.start + body + shape.line + shape.end
  }

  private func accent(_ accent: FormulaNode.Accent, _ base: FormulaNode, _ isTight: Bool) -> String {
    let words = text(base, isTight: isTight)
    guard glyphs == .unicode ? words.count == 1 : base.isSymbol else { return "\(accent.rawValue)(\(words))" }
    return glyphs == .unicode ? words + accent.combining : "\(words)_\(accent.rawValue)"
  }

  // MARK: Grids

  private func grid(_ grid: FormulaNode.Grid) -> String {
    let between = grid.style == .matrix ? ", " : " "
    let rows = grid.rows.map { cells in
      cells.map { text($0) }.filter { !$0.isEmpty }.joined(separator: between)
    }
    if grid.style == .binomial { return "C(" + rows.joined(separator: ", ") + ")" }
    let body = rows.joined(separator: "; ")
    return grid.style == .cases ? "{ \(body) }" : delimiter(grid.left) + body + delimiter(grid.right)
  }
}

extension FormulaNode {
  var isSpace: Bool { if case .space = self { true } else { false } }

  var isSymbol: Bool { if case .symbol = unwrapped { true } else { false } }

  /// Needs no brackets under a root or before an exponent.
  var isSingleAtom: Bool {
    switch unwrapped {
    case .symbol, .text, .accent, .delimited, .root, .scripts, .grid, .brace, .stacked, .space, .middle, .arrow, .boxed:
      true
    case .row(let nodes):
      !nodes.isEmpty
        && nodes.allSatisfy {
          if case .symbol(let s) = $0 { s.unicode.allSatisfy { $0.isNumber || $0 == "." } } else { false }
        }
    case .fraction: false
    }
  }
}
