import Terminal

/// One node of a graph as a box.
struct GraphBox {
  /// How much room a box takes.
  enum Form: CaseIterable {
    /// Label in the border, value and gradient below each other: four rows.
    case tall
    /// Label in the upper border, value, gradient in the lower border: three rows.
    case medium
    /// All in one row between brackets.
    case flat

    var rows: Int {
      switch self {
      case .tall: 4
      case .medium: 3
      case .flat: 1
      }
    }
  }

  let node: GraphChart.Node
  let form: Form

  /// The columns that the box would like; at least 10 where values stand in rows of their own, so that boxes stand
  /// still while values come in; never more than 24.
  var width: Int {
    let label = TextWidth.of(node.label)
    guard form != .flat else { return min(24, label + 2 + (oneLine.isEmpty ? 0 : TextWidth.of(oneLine) + 1)) }
    return min(24, max(8, label, TextWidth.of(node.value), TextWidth.of(node.gradient)) + 2)
  }

  private var oneLine: String { [node.value, node.gradient].filter { !$0.isEmpty }.joined(separator: " ") }

  func draw(on surface: inout Surface, in box: Rect, clip: Rect, theme: Theme) {
    let text = node.emphasis == .waiting ? theme.dim : theme.text
    let label = labelStyle(theme)
    guard form != .flat else {
      let brackets = node.emphasis == .active ? ("<", ">") : ("[", "]")
      let room = box.width - 2
      var x = box.x + surface.write(brackets.0, x: box.x, y: box.y, style: label, clip: clip)
      x += surface.write(node.label, x: x, y: box.y, style: label, columns: room, clip: clip)
      if !oneLine.isEmpty {
        surface.write(" " + oneLine, x: x, y: box.y, style: text, columns: box.maxX - 1 - x, clip: clip)
      }
      surface.write(brackets.1, x: box.maxX - 1, y: box.y, style: label, clip: clip)
      return
    }
    drawBorder(on: &surface, in: box, clip: clip, theme: theme)
    surface.write(
      node.label.truncated(to: box.width - 2, glyphs: theme.glyphs), x: box.x + 1, y: box.y, style: label, clip: clip)
    let value = node.value.padded(to: box.width - 2, glyphs: theme.glyphs)
    surface.write(value, x: box.x + 1, y: box.y + 1, style: text, clip: clip)
    let gradient = node.gradient.truncated(to: box.width - 2, glyphs: theme.glyphs)
    surface.write(
      form == .tall ? gradient.padded(to: box.width - 2) : gradient, x: box.x + 1, y: box.y + 2, style: text, clip: clip
    )
  }

  private func labelStyle(_ theme: Theme) -> Style {
    switch node.emphasis {
    case .plain: theme.strong
    case .waiting: theme.dim
    case .active: theme.accent
    case .selected: theme.selection
    }
  }

  private func drawBorder(on surface: inout Surface, in box: Rect, clip: Rect, theme: Theme) {
    let glyphs = BorderGlyphs(isDouble: node.emphasis == .active, theme.glyphs)
    let style = node.emphasis == .active ? theme.accent : theme.border
    let side = String(repeating: glyphs.horizontal, count: max(0, box.width - 2))
    surface.write(glyphs.corners[0] + side + glyphs.corners[1], x: box.x, y: box.y, style: style, clip: clip)
    surface.write(glyphs.corners[2] + side + glyphs.corners[3], x: box.x, y: box.maxY - 1, style: style, clip: clip)
    for row in box.y + 1..<max(box.y + 1, box.maxY - 1) {
      surface.write(glyphs.vertical, x: box.x, y: row, style: style, clip: clip)
      surface.write(glyphs.vertical, x: box.maxX - 1, y: row, style: style, clip: clip)
    }
  }
}

/// The characters of a box.
private struct BorderGlyphs {
  let horizontal: String
  let vertical: String
  /// Top left, top right, bottom left, bottom right.
  let corners: [String]

  init(isDouble: Bool, _ tier: GlyphTier) {
    switch (tier, isDouble) {
    case (.unicode, false): (horizontal, vertical, corners) = ("─", "│", ["┌", "┐", "└", "┘"])
    case (.unicode, true): (horizontal, vertical, corners) = ("═", "║", ["╔", "╗", "╚", "╝"])
    case (.ascii, false): (horizontal, vertical, corners) = ("-", "|", ["+", "+", "+", "+"])
    case (.ascii, true): (horizontal, vertical, corners) = ("=", "#", ["#", "#", "#", "#"])
    }
  }
}
