import Terminal
import Widgets

/// One finding of the palette: what kind of thing it is, its title with the matched characters marked, and its key.
struct PaletteRow {
  let finding: PaletteQuery.Finding
  let isSelected: Bool
  let context: TutorContext

  private var theme: Theme { context.theme }

  func draw(on surface: inout Surface, in line: Rect) {
    let (kindArea, rest) = line.splitLeft(line.width >= 40 ? kindWidth + 3 : 2)
    let pointer = isSelected ? (theme.glyphs == .ascii ? "> " : "❯ ") : "  "
    var lead = StyledText(pointer, theme.accent)
    lead.append(kind, theme.dim)
    lead.draw(on: &surface, x: kindArea.x, y: line.y, columns: kindArea.width, clip: kindArea)
    let detail = StyledText(finding.entry.detail, theme.key)
    let room = rest.width - 2 - (detail.isEmpty ? 0 : detail.width + 2)
    let fits = room >= 12
    title.truncated(to: fits ? room : rest.width - 1, glyphs: theme.glyphs)
      .draw(on: &surface, x: rest.x, y: line.y, columns: rest.width, clip: rest)
    if fits { detail.draw(on: &surface, x: rest.maxX - 2 - detail.width, y: line.y, clip: rest) }
    if isSelected { surface.select(Rect(x: line.x, y: line.y, width: line.width - 1, height: 1), theme) }
  }

  private var kind: String { context.words("palette.kind.\(finding.entry.kind.rawValue)") }

  /// Columns of the widest kind.
  private var kindWidth: Int {
    PaletteEntry.Kind.allCases.map { TextWidth.of(context.words("palette.kind.\($0.rawValue)")) }.max() ?? 0
  }

  /// The title; matched characters are bold and underlined. Where another name was found, it follows.
  private var title: StyledText {
    let matched = Set(finding.positions)
    var text = StyledText()
    for (index, character) in finding.entry.title.characters.enumerated() {
      let style = matched.contains(index) ? theme.accent.adding([.bold, .underline]) : theme.text
      text.append(String(character), style)
    }
    if let name = finding.otherName { text.append("  " + name, theme.dim) }
    return text
  }
}

extension Surface {
  /// Shows a row as selected: one colour for the whole, since several, reversed, would make a patchwork.
  mutating func select(_ rect: Rect, _ theme: Theme) {
    restyle(rect) {
      let selection = theme.selection
      $0 = Style(
        selection.foreground, on: selection.background, $0.attributes.subtracting(.dim).union(selection.attributes))
    }
  }
}
