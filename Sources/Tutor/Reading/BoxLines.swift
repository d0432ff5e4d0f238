import Terminal
import Widgets

/// Rows in a border with a title, for boxes that scroll with the text.
enum BoxLines {
  static func around(_ rows: [StyledLine], title: String, width: Int, theme: Theme) -> [StyledLine] {
    guard width >= 12 else { return rows }
    let isASCII = theme.glyphs == .ascii
    let dash = isASCII ? "-" : "─"
    let corners = isASCII ? ["+", "+", "+", "+"] : ["╭", "╮", "╰", "╯"]
    let bar = StyledText(isASCII ? "|" : "│", theme.border)
    let title = " " + title.truncated(to: width - 6, glyphs: theme.glyphs) + " "
    let room = width - 3 - TextWidth.of(title)
    let top =
      StyledText(corners[0] + dash, theme.border) + StyledText(title, theme.strong)
      + StyledText(String(repeating: dash, count: max(0, room)) + corners[1], theme.border)
    let middle = rows.flatMap { $0.width > width - 4 ? $0.hardWrapped(to: width - 4) : [$0] }.map { row in
      bar + StyledText(" ") + row + StyledText(String(repeating: " ", count: max(0, width - 3 - row.width))) + bar
    }
    let bottom = StyledText(corners[2] + String(repeating: dash, count: width - 2) + corners[3], theme.border)
    return [top] + middle + [bottom]
  }
}
