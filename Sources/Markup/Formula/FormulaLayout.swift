import Terminal

/// Sets a formula in two dimensions.
struct FormulaLayout {
  let glyphs: GlyphTier

  private var linear: LinearFormula { LinearFormula(glyphs: glyphs) }

  /// - Parameter isTight: in a script: operators stand close, fractions in one row.
  func box(_ node: FormulaNode, isTight: Bool = false) -> MathBox {
    switch node {
    case .row(let nodes): row(nodes, isTight)
    case .symbol, .text, .space: MathBox(linear.text(node, isTight: isTight))
    case .fraction(let over, let under):
      isTight ? MathBox(linear.text(node, isTight: true)) : fraction(over, under)
    case .root(let radicand, let index): root(radicand, index, isTight)
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup, isTight)
    case .accent(let accent, let base): self.accent(accent, base, isTight)
    case .delimited(let left, let body, let right): delimited(left, box(body, isTight: isTight), right)
    case .grid(let grid): self.grid(grid)
    case .brace(let isOver, let body, let label): brace(isOver, body, label)
    case .stacked(let base, let isOver, let mark):
      isOver
        ? .stack([box(mark, isTight: true), box(base)], main: 1)
        : .stack([box(base), box(mark, isTight: true)], main: 0)
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
    let isBeside = (left.isFraction && roles[index] != .closing) || (right.isFraction && roles[index - 1] != .opening)
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
      return body.isOneRow ? one : .beside([MathBox("sqrt"), delimited("(", body, ")")])
    }
    let degree = index.map { linear.text($0, isTight: true) }.map { ScriptCharacters.raised($0) ?? $0 } ?? ""
    let indent = String(repeating: " ", count: TextWidth.of(degree))
    var lines = [indent + " ┌" + String(repeating: "─", count: body.width + 1)]
    for (row, line) in body.lines.enumerated() {
      lines.append((row == body.height - 1 ? degree + "√│ " : indent + " │ ") + line)
    }
    return MathBox(lines, baseline: body.baseline + 1)
  }

  // MARK: Scripts

  private func scripts(_ base: FormulaNode, _ sub: FormulaNode?, _ sup: FormulaNode?, _ isTight: Bool) -> MathBox {
    if !isTight, base.role == .large || base.role == .limitFunction { return limits(base, sub, sup) }
    let body = bracketed(base, isTight)
    let lower = sub.map { script($0, "_", small: ScriptCharacters.lowered) }
    let upper = sup.map { script($0, "^", small: ScriptCharacters.raised) }
    return attach(body, lower, upper)
  }

  private func bracketed(_ base: FormulaNode, _ isTight: Bool) -> MathBox {
    let body = box(base, isTight: isTight)
    return base.isSingleAtom || base.isEmpty ? body : delimited("(", body, ")")
  }

  private typealias Script = (box: MathBox, isSmall: Bool)

  /// In ASCII, which has no small characters, scripts stand in the row: rows of them are hard to read.
  private func script(_ node: FormulaNode, _ mark: String, small: (String) -> String?) -> Script {
    let text = linear.text(node, isTight: true)
    if glyphs == .ascii { return (MathBox(linear.script(text, mark, small)), true) }
    if let text = small(text) { return (MathBox(text), true) }
    return (box(node, isTight: true), false)
  }

  private func limits(_ base: FormulaNode, _ sub: FormulaNode?, _ sup: FormulaNode?) -> MathBox {
    var boxes = [box(base)]
    if let sup { boxes.insert(box(sup, isTight: true), at: 0) }
    if let sub { boxes.append(box(sub, isTight: true)) }
    return .stack(boxes, main: sup == nil ? 0 : 1)
  }

  /// Puts scripts at the right of a body: small ones on its first and last row, others above and below.
  private func attach(_ body: MathBox, _ lower: Script?, _ upper: Script?) -> MathBox {
    if body.isOneRow { return attachToRow(body, lower, upper) }
    var column = Array(repeating: "", count: body.height)
    if let lower, lower.box.isOneRow { column[body.height - 1] = lower.box.lines[0] }
    if let upper, upper.box.isOneRow { column[0] = upper.box.lines[0] }
    var result = MathBox.beside([body, MathBox(column, baseline: body.baseline)])
    if let lower, !lower.box.isOneRow { result = place(lower.box, rightOf: result, below: true) }
    if let upper, !upper.box.isOneRow { result = place(upper.box, rightOf: result, below: false) }
    return result
  }

  private func attachToRow(_ body: MathBox, _ lower: Script?, _ upper: Script?) -> MathBox {
    var row = body
    if let lower, lower.isSmall { row = .beside([row, lower.box]) }
    if let upper, upper.isSmall { row = .beside([row, upper.box]) }
    switch (lower, upper) {
    case (let lower?, let upper?) where !lower.isSmall && !upper.isSmall:
      let column = MathBox.stack([upper.box, .blank(width: 0), lower.box], main: 1, alignment: .left)
      return .beside([row, column])
    case (let lower?, _) where !lower.isSmall: return place(lower.box, rightOf: row, below: true)
    case (_, let upper?) where !upper.isSmall: return place(upper.box, rightOf: row, below: false)
    default: return row
    }
  }

  private func place(_ box: MathBox, rightOf body: MathBox, below: Bool) -> MathBox {
    let baseline = below ? body.baseline - body.height : body.baseline + box.height
    return .beside([body, MathBox(box.lines, baseline: baseline)])
  }

  // MARK: Accents, delimiters, braces

  private func accent(_ accent: FormulaNode.Accent, _ base: FormulaNode, _ isTight: Bool) -> MathBox {
    let body = box(base, isTight: isTight)
    if body.isOneRow && body.lines[0].count == 1 || isTight {
      return MathBox(linear.text(.accent(accent, base), isTight: isTight))
    }
    return .stack([MathBox(mark(accent, width: body.width)), body], main: 1)
  }

  private func mark(_ accent: FormulaNode.Accent, width: Int) -> String {
    switch accent {
    case .bar: String(repeating: glyphs == .unicode ? "─" : "-", count: max(1, width))
    case .hat: "^"
    case .tilde: "~"
    case .vec: glyphs == .unicode ? "→" : "->"
    case .dot: "."
    case .ddot: ".."
    }
  }

  private func delimited(_ left: String, _ body: MathBox, _ right: String) -> MathBox {
    func side(_ delimiter: String) -> MathBox {
      MathBox(Delimiters.column(delimiter, height: body.height, glyphs: glyphs), baseline: body.baseline)
    }
    return .beside([side(left), body, side(right)])
  }

  private func brace(_ isOver: Bool, _ body: FormulaNode, _ label: FormulaNode?) -> MathBox {
    let inner = box(body)
    let line = MathBox(Self.brace(width: max(3, inner.width), isOver: isOver, glyphs))
    let marks = [label.map { box($0, isTight: true) }, line].compactMap { $0 }
    return isOver ? .stack(marks + [inner], main: marks.count) : .stack([inner] + marks.reversed(), main: 0)
  }

  private static func brace(width: Int, isOver: Bool, _ glyphs: GlyphTier) -> String {
    let left = (width - 3) / 2
    let line: (Int) -> String = { String(repeating: glyphs == .unicode ? "─" : "-", count: $0) }
    let (start, middle, end): (String, String, String)
    switch (glyphs, isOver) {
    case (.unicode, true): (start, middle, end) = ("╭", "┴", "╮")
    case (.unicode, false): (start, middle, end) = ("╰", "┬", "╯")
    case (.ascii, true): (start, middle, end) = ("/", "+", "\\")
    case (.ascii, false): (start, middle, end) = ("\\", "+", "/")
    }
    return start + line(left) + middle + line(width - 3 - left) + end
  }

  private func grid(_ grid: FormulaNode.Grid) -> MathBox {
    let body = GridLayout(grid, layout: self).box
    return delimited(
      grid.left, grid.left.isEmpty ? body : .beside([.blank(width: 1), body, .blank(width: 1)]), grid.right)
  }
}

extension FormulaNode {
  var isFraction: Bool { if case .fraction = unwrapped { true } else { false } }
}
