import Terminal

/// Accents, braces, arrows and frames.
extension FormulaLayout {
  func accent(_ accent: FormulaNode.Accent, _ base: FormulaNode, _ isTight: Bool) -> MathBox {
    let body = box(base, isTight: isTight)
    if body.isOneRow && body.lines[0].count == 1 || glyphs == .ascii && base.isSymbol || isTight {
      return MathBox(linear.text(.accent(accent, base), isTight: isTight))
    }
    let mark = MathBox(accent.row(width: body.width, glyphs: glyphs))
    return accent == .under ? .stack([body, mark], main: 0) : .stack([mark, body], main: 1)
  }

  func brace(_ isOver: Bool, _ body: FormulaNode, _ label: FormulaNode?) -> MathBox {
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

  func arrow(
    _ arrow: FormulaNode.Arrow, _ above: FormulaNode?, _ below: FormulaNode?, _ isTight: Bool
  ) -> MathBox {
    if isTight { return MathBox(linear.text(.arrow(arrow, above: above, below: below), isTight: true)) }
    let (over, under) = (above.map { box($0, isTight: true) }, below.map { box($0, isTight: true) })
    let line = MathBox(arrow.row(width: max(over?.width ?? 0, under?.width ?? 0) + 2, glyphs: glyphs))
    return .stack([over, line, under].compactMap { $0 }, main: over == nil ? 0 : 1)
  }

  func frame(_ body: MathBox) -> MathBox {
    let isUnicode = glyphs == .unicode
    let edge = String(repeating: isUnicode ? "─" : "-", count: body.width + 2)
    let bar = isUnicode ? "│" : "|"
    let corners = isUnicode ? ["┌", "┐", "└", "┘"] : ["+", "+", "+", "+"]
    let rows = body.lines.map { "\(bar) \($0) \(bar)" }
    return MathBox(
      [corners[0] + edge + corners[1]] + rows + [corners[2] + edge + corners[3]], baseline: body.baseline + 1)
  }
}
