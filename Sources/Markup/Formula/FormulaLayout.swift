import Terminal

/// Sets a formula in two dimensions.
struct FormulaLayout {
  let glyphs: GlyphTier

  var linear: LinearFormula { LinearFormula(glyphs: glyphs) }

  /// - Parameter isTight: in a script: operators stand close, fractions in one row.
  func box(_ node: FormulaNode, isTight: Bool = false) -> MathBox {
    switch node {
    case .row(let nodes): row(nodes, isTight)
    case .symbol, .text, .space, .middle: MathBox(linear.text(node, isTight: isTight))
    case .fraction(let over, let under):
      isTight ? MathBox(linear.text(node, isTight: true)) : fraction(over, under)
    case .root(let radicand, let index): root(radicand, index, isTight)
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup, isTight)
    case .accent(let accent, let base): self.accent(accent, base, isTight)
    case .delimited(let left, let body, let right): delimited(left, body, right, isTight)
    case .grid(let grid): self.grid(grid)
    case .brace(let isOver, let body, let label): brace(isOver, body, label)
    case .stacked(let base, let isOver, let mark):
      isOver
        ? .stack([box(mark, isTight: true), box(base)], main: 1)
        : .stack([box(base), box(mark, isTight: true)], main: 0)
    case .arrow(let arrow, let above, let below): self.arrow(arrow, above, below, isTight)
    case .boxed(let body): isTight ? MathBox(linear.text(node, isTight: true)) : frame(box(body))
    }
  }

  // MARK: Rows

  func row(_ nodes: [FormulaNode], _ isTight: Bool = false) -> MathBox {
    let roles = FormulaSpacing.roles(nodes)
    var boxes: [MathBox] = []
    for index in nodes.indices {
      let next = box(nodes[index], isTight: isTight)
      if index > 0, let last = boxes.last {
        let gap = gap(nodes, roles, index, last, next, isTight)
        if gap > 0 { boxes.append(.blank(width: gap)) }
      }
      boxes.append(next)
    }
    return boxes.isEmpty ? MathBox("") : .beside(boxes)
  }

  private func gap(
    _ nodes: [FormulaNode], _ roles: [MathSymbol.Role], _ index: Int, _ last: MathBox, _ next: MathBox, _ isTight: Bool
  ) -> Int {
    let (left, right) = (nodes[index - 1], nodes[index])
    if left.isSpace || right.isSpace { return 0 }
    let gap = FormulaSpacing.gap(roles[index - 1], roles[index], isTight: isTight)
    if gap > 0 { return gap }
    let isBeside =
      !isTight && ((left.isFraction && roles[index] != .closing) || (right.isFraction && roles[index - 1] != .opening))
    if isBeside && roles[index] != .punctuation { return 1 }
    let joins = last.isOneRow && next.isOneRow && FormulaSpacing.wouldJoin(last.lines[0], next.lines[0])
    return joins ? 1 : 0
  }

  // MARK: Fractions and roots

  private func fraction(_ over: FormulaNode, _ under: FormulaNode) -> MathBox {
    let (top, bottom) = (box(over), box(under))
    let bar = String(repeating: glyphs == .unicode ? "─" : "-", count: max(1, top.width, bottom.width) + 2)
    return .stack([top, MathBox(bar), bottom], main: 1)
  }

  private func root(_ radicand: FormulaNode, _ index: FormulaNode?, _ isTight: Bool) -> MathBox {
    let body = box(radicand, isTight: isTight)
    let isSimple = body.isOneRow && radicand.isSingleAtom
    guard glyphs == .unicode, !isSimple, !isTight else {
      let one = MathBox(linear.text(.root(radicand, index: index), isTight: isTight))
      return body.isOneRow ? one : .beside([MathBox("sqrt"), bracketed("(", body, ")")])
    }
    let degree = index.map { linear.text($0, isTight: true) }.map { ScriptCharacters.raised($0) ?? $0 } ?? ""
    let indent = String(repeating: " ", count: TextWidth.of(degree))
    var lines = [indent + " ┌" + String(repeating: "─", count: body.width + 1)]
    for (row, line) in body.lines.enumerated() {
      lines.append((row == body.height - 1 ? degree + "√│ " : indent + " │ ") + line)
    }
    return MathBox(lines, baseline: body.baseline + 1)
  }

  // MARK: Delimiters and grids

  /// Brackets of a body's height.
  func bracketed(_ left: String, _ body: MathBox, _ right: String) -> MathBox {
    .beside([side(left, body), body, side(right, body)])
  }

  private func side(_ delimiter: String, _ body: MathBox) -> MathBox {
    MathBox(Delimiters.column(delimiter, height: body.height, glyphs: glyphs), baseline: body.baseline)
  }

  /// Delimiters in the middle are as tall as those at the ends.
  private func delimited(_ left: String, _ body: FormulaNode, _ right: String, _ isTight: Bool) -> MathBox {
    let parts = body.flattened.split(omittingEmptySubsequences: false) { $0.isMiddle }.map { row(Array($0), isTight) }
    let whole = MathBox.beside(parts)
    var boxes: [MathBox] = []
    for (part, middle) in zip(parts, body.flattened.compactMap(\.middleDelimiter) + [""]) {
      boxes.append(part)
      if !middle.isEmpty { boxes += [.blank(width: 1), side(middle, whole), .blank(width: 1)] }
    }
    return bracketed(left, .beside(boxes), right)
  }

  private func grid(_ grid: FormulaNode.Grid) -> MathBox {
    var body = GridLayout(grid, layout: self).box
    guard !grid.left.isEmpty || !grid.right.isEmpty else { return body }
    // A brace needs a row for its point.
    if body.height == 2, grid.left == "{" || grid.right == "}" {
      body = MathBox([body.lines[0], "", body.lines[1]], baseline: 1)
    }
    return bracketed(grid.left, .beside([.blank(width: 1), body, .blank(width: 1)]), grid.right)
  }
}

extension FormulaNode {
  var isFraction: Bool { if case .fraction = unwrapped { true } else { false } }

  fileprivate var isMiddle: Bool { middleDelimiter != nil }

  fileprivate var middleDelimiter: String? { if case .middle(let delimiter) = self { delimiter } else { nil } }
}
