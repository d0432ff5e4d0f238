import Terminal
import Widgets
import Wording

/// Lines of source, coloured and broken to a width once, since they stay as they are while the figures beside them change.
struct CodeText: Sendable {
  let theme: Theme
  /// Columns for the code, the numbers of its lines and the marks.
  let width: Int
  /// The rows of each line.
  let lines: [[StyledLine]]

  /// Columns of the mark and the number before each line.
  let margin: Int
  private let firstNumber: Int

  init(_ lines: [String], firstNumber: Int, language: String, width: Int, theme: Theme) {
    self.theme = theme
    self.width = width
    self.firstNumber = firstNumber
    margin = 3 + String(firstNumber + max(0, lines.count - 1)).count
    let room = max(8, width - margin)
    self.lines = lines.map { CodeHighlighter.rows($0 + "\n", language: language, width: room, theme: theme) }
  }

  /// What a line is to the run.
  enum Mark {
    case none, active, next
  }

  /// The rows of a line, with the mark and its number before the first, and figures behind the last where they fit, else
  /// below it.
  func rows(_ index: Int, mark: Mark, figures: StyledText) -> [StyledLine] {
    var rows = lines[index]
    for row in rows.indices { rows[row] = start(index, mark, isFirst: row == 0) + rows[row] }
    guard !figures.isEmpty else { return rows }
    if rows[rows.count - 1].width + 2 + figures.width <= width {
      rows[rows.count - 1] = rows[rows.count - 1] + StyledText("  ") + figures
      return rows
    }
    let indent = min(lines[index].first?.plain.prefix { $0 == " " }.count ?? 0, 8) + 2
    let below = figures.wrapped(to: max(8, width - margin - indent))
    return rows
      + below.map { start(index, mark, isFirst: false) + StyledText(String(repeating: " ", count: indent)) + $0 }
  }

  private func start(_ index: Int, _ mark: Mark, isFirst: Bool) -> StyledLine {
    let isPlain = theme.glyphs == .ascii
    let sign =
      switch mark {
      case .none: " "
      case .active: isPlain ? "|" : "┃"
      case .next: isFirst ? (isPlain ? ">" : "▶") : isPlain ? "|" : "┃"
      }
    let number = isFirst ? String(firstNumber + index) : ""
    let blanks = String(repeating: " ", count: margin - 2 - number.count)
    return StyledText(sign, theme.accent)
      + StyledText(blanks + number + " ", mark == .next ? theme.accent : theme.dim)
  }
}
