import Terminal

/// What stands above and below the line: scripts and limits.
extension FormulaLayout {
  func scripts(_ base: FormulaNode, _ sub: FormulaNode?, _ sup: FormulaNode?, _ isTight: Bool) -> MathBox {
    if !isTight, base.role == .large || base.role == .limitFunction { return limits(base, sub, sup) }
    if !isTight, base.isSingleIntegral { return integral(sub, sup) }
    let body = operand(base, isTight)
    let lower = sub.map { script($0, "_", small: ScriptCharacters.lowered) }
    let upper = sup.map { script($0, "^", small: ScriptCharacters.raised) }
    return body.isOneRow ? attachToRow(body, lower, upper) : attach(body, lower, upper)
  }

  private func operand(_ base: FormulaNode, _ isTight: Bool) -> MathBox {
    let body = box(base, isTight: isTight)
    return base.isSingleAtom || base.isEmpty ? body : bracketed("(", body, ")")
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

  /// Three rows tall, its limits at the ends.
  private func integral(_ sub: FormulaNode?, _ sup: FormulaNode?) -> MathBox {
    let (low, high) = (sub.map { linear.text($0, isTight: true) }, sup.map { linear.text($0, isTight: true) })
    return glyphs == .unicode
      ? MathBox(["⌠" + (high ?? ""), "⎮", "⌡" + (low ?? "")], baseline: 1)
      : MathBox(["/ " + (high ?? ""), "|", "/ " + (low ?? "")], baseline: 1)
  }

  /// Puts scripts at the right of a tall body: on its first and last row, where they take one; else above and below.
  private func attach(_ body: MathBox, _ lower: Script?, _ upper: Script?) -> MathBox {
    var column = Array(repeating: "", count: body.height)
    if let lower, lower.box.isOneRow { column[body.height - 1] = lower.box.lines[0] }
    if let upper, upper.box.isOneRow { column[0] = upper.box.lines[0] }
    var lines = column
    var baseline = body.baseline
    if let upper, !upper.box.isOneRow {
      lines = upper.box.lines + lines
      baseline += upper.box.height
    }
    if let lower, !lower.box.isOneRow { lines += lower.box.lines }
    return .beside([body, MathBox(lines, baseline: baseline)])
  }

  /// Small scripts in the row, one behind the other; where one is not small, it stands above or below, and the other
  /// over or under it.
  private func attachToRow(_ body: MathBox, _ lower: Script?, _ upper: Script?) -> MathBox {
    if lower?.isSmall != false && upper?.isSmall != false {
      return .beside([body] + [lower, upper].compactMap { $0?.box })
    }
    let above = upper.map { $0.isSmall ? [] : $0.box.lines } ?? []
    let below = lower.map { $0.isSmall ? [] : $0.box.lines } ?? []
    let beside = [lower, upper].compactMap { $0 }.first { $0.isSmall }.map { $0.box.lines[0] } ?? ""
    return .beside([body, MathBox(above + [beside] + below, baseline: above.count)])
  }
}

extension FormulaNode {
  fileprivate var isSingleIntegral: Bool {
    if case .symbol(let symbol) = unwrapped { symbol.unicode == "∫" } else { false }
  }
}
