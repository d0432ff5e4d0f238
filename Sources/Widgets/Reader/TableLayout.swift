import Markup
import Terminal

/// Fits a table into a width: wide columns give up room first, and their cells wrap.
struct TableLayout {
  private let header: [StyledText]
  private let body: [[StyledText]]
  private let alignments: [Table.Alignment]
  private let theme: Theme
  private let widths: [Int]
  private static let gap = 3

  init(_ table: Table, layout: DocumentLayout, width: Int) {
    theme = layout.theme
    let theme = layout.theme
    header = table.header.map { layout.text($0, theme.strong) }
    body = table.rows.map { row in row.map { layout.text($0) } }
    alignments = table.alignments
    let rows = [header] + body
    let natural = header.indices.map { column in
      rows.map { $0.indices.contains(column) ? $0[column].width : 0 }.max() ?? 0
    }
    widths = ColumnWidths.fitted(natural, room: width - Self.gap * max(0, natural.count - 1))
  }

  var rows: [StyledLine] {
    let line = theme.glyphs == .ascii ? ("-", "-+-") : ("─", "─┼─")
    let rule = widths.map { String(repeating: line.0, count: $0) }.joined(separator: line.1)
    return wrapped(header) + [StyledText(rule, theme.border)] + body.flatMap(wrapped)
  }

  private func wrapped(_ cells: [StyledText]) -> [StyledLine] {
    let columns = widths.indices.map { cells.indices.contains($0) ? cells[$0].wrapped(to: widths[$0]) : [StyledText()] }
    let height = columns.map(\.count).max() ?? 1
    let bar = StyledText(theme.glyphs == .ascii ? " | " : " │ ", theme.border)
    return (0..<height).map { row in
      var line = StyledText()
      for (column, lines) in columns.enumerated() {
        if column > 0 { line.append(bar) }
        line.append(aligned(row < lines.count ? lines[row] : StyledText(), column))
      }
      return line
    }
  }

  private func aligned(_ cell: StyledText, _ column: Int) -> StyledText {
    let room = max(0, widths[column] - cell.width)
    let left: Int
    switch alignments.indices.contains(column) ? alignments[column] : .left {
    case .left: left = 0
    case .centre: left = room / 2
    case .right: left = room
    }
    let blank: (Int) -> StyledText = { StyledText(String(repeating: " ", count: $0)) }
    return blank(left) + cell + blank(room - left)
  }
}
