import Terminal

/// A tree as a list: each answer indented below its question.
struct TreeLines {
  private struct Line {
    let branch: String
    let answer: String
    let text: String
    let counts: String
    let look: Int?
  }

  private var lines: [Line] = []

  init(_ tree: TreeChart, _ root: TreeChart.Node, theme: Theme) {
    add(root, tree, branch: "", below: "", answer: "", theme.glyphs)
  }

  var count: Int { lines.count }

  private mutating func add(
    _ node: TreeChart.Node, _ tree: TreeChart, branch: String, below: String, answer: String, _ tier: GlyphTier
  ) {
    switch node {
    case .leaf(let name, let counts, let look):
      let text = "\(Marker.glyph(look, tier)) \(name)"
      let counted = counts.map(String.init).joined(separator: "/")
      lines.append(Line(branch: branch, answer: answer, text: text, counts: counted, look: look))
    case .question(let text, let yes, let no):
      lines.append(Line(branch: branch, answer: answer, text: text, counts: "", look: nil))
      let (more, last, bar) = tier == .ascii ? ("|-", "`-", "| ") : ("├ ", "└ ", "│ ")
      add(yes, tree, branch: below + more, below: below + bar, answer: tree.yes, tier)
      add(no, tree, branch: below + last, below: below + "  ", answer: tree.no, tier)
    }
  }

  /// From the top; where rows are missing the last one says how many are left out.
  func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    let isCut = lines.count > area.height
    for (row, line) in lines.prefix(isCut ? area.height - 1 : area.height).enumerated() {
      let y = area.y + row
      var x = area.x
      x += surface.write(line.branch, x: x, y: y, style: theme.border, clip: area)
      if !line.answer.isEmpty { x += surface.write(line.answer + " ", x: x, y: y, style: theme.dim, clip: area) }
      let room = area.maxX - x
      guard room > 0 else { continue }
      let text = line.text.truncated(to: room, glyphs: theme.glyphs)
      x += surface.write(text, x: x, y: y, style: line.look.map { theme.series($0) } ?? theme.strong, clip: area)
      if x + 1 + TextWidth.of(line.counts) <= area.maxX {
        surface.write(line.counts, x: x + 1, y: y, style: theme.dim, clip: area)
      }
    }
    guard isCut else { return }
    let more = (theme.glyphs == .ascii ? "...+" : "…+") + "\(lines.count - area.height + 1)"
    surface.write(more, x: area.x, y: area.maxY - 1, style: theme.dim, clip: area)
  }
}
