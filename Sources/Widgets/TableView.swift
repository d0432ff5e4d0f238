import Terminal

/// A table of texts under fixed headings; rows scroll.
public struct TableView: Hashable, Sendable {
  public var columns: [String]
  public var rows: [[String]]
  public private(set) var top = 0
  /// Rows that PgUp and PgDn move by.
  private static let page = 10

  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Scrolls; false for other keys.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up, .character("k"): scroll(by: -1)
    case .down, .character("j"): scroll(by: 1)
    case .pageUp: scroll(by: -Self.page)
    case .pageDown: scroll(by: Self.page)
    case .home, .character("g"): scroll(by: -rows.count)
    case .end, .character("G"): scroll(by: rows.count)
    default: return false
    }
    return true
  }

  private mutating func scroll(by count: Int) { top = min(max(0, top + count), max(0, rows.count - 1)) }

  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty, !columns.isEmpty else { return }
    let room = max(0, rect.width - 2 * (columns.count - 1) - 1)
    let widths = ColumnWidths.fitted(natural, room: room)
    drawRow(columns, widths, y: rect.y, theme.strong, on: &surface, rect, theme)
    guard rect.height > 2 else { return }
    let line: Unicode.Scalar = theme.glyphs == .ascii ? "-" : "─"
    let length = min(rect.width, widths.reduce(0, +) + 2 * (columns.count - 1))
    surface.fill(Rect(x: rect.x, y: rect.y + 1, width: length, height: 1), with: line, style: theme.border)
    let body = rect.splitTop(2).rest
    let first = min(top, max(0, rows.count - body.height))
    for (offset, row) in rows.dropFirst(first).prefix(body.height).enumerated() {
      drawRow(row, widths, y: body.y + offset, theme.text, on: &surface, body, theme)
    }
    if rect.width >= 20 {
      ScrollMark(top: first, visible: body.height, total: rows.count)
        .draw(on: &surface, in: body.splitRight(1).right, theme: theme)
    }
  }

  private func drawRow(
    _ cells: [String], _ widths: [Int], y: Int, _ style: Style, on surface: inout Surface, _ rect: Rect, _ theme: Theme
  ) {
    var x = rect.x
    for (column, width) in widths.enumerated() {
      let text = (column < cells.count ? cells[column] : "").truncated(to: width, glyphs: theme.glyphs)
      let indent = isNumeric(column) ? width - TextWidth.of(text) : 0
      surface.write(text, x: x + indent, y: y, style: style, clip: rect)
      x += width + 2
    }
  }

  private var natural: [Int] {
    columns.indices.map { column in
      ([columns] + rows).map { column < $0.count ? TextWidth.of($0[column]) : 0 }.max() ?? 0
    }
  }

  /// Numbers stand at the right of their column.
  private func isNumeric(_ column: Int) -> Bool {
    let cells = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
    return !cells.isEmpty && cells.allSatisfy { Double($0) != nil }
  }
}
