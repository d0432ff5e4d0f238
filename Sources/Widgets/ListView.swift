import Terminal

/// One row of a list.
public struct ListRow: Hashable, Sendable {
  /// A sign before the text: done, due; also told apart by its shape.
  public var mark: StyledText
  public var text: StyledText
  /// At the right edge; the first thing to go when room is short.
  public var detail: StyledText

  public init(_ text: StyledText, mark: StyledText = StyledText(), detail: StyledText = StyledText()) {
    self.text = text
    self.mark = mark
    self.detail = detail
  }

  public init(_ text: String) { self.init(StyledText(text)) }
}

/// Rows of which one is selected; it stays on the screen.
public struct ListView: Hashable, Sendable {
  public var rows: [ListRow] {
    didSet { selected = clamped(selected) }
  }
  /// Index of the selected row; 0 where there is none.
  public private(set) var selected: Int
  /// Long texts take several rows instead of being cut.
  public var wraps: Bool
  /// Rows that PgUp and PgDn move by.
  private static let page = 10

  public init(_ rows: [ListRow], selected: Int = 0, wraps: Bool = false) {
    self.rows = rows
    self.selected = 0
    self.wraps = wraps
    self.selected = clamped(selected)
  }

  public mutating func select(_ index: Int) { selected = clamped(index) }

  /// Moves the selection; false where the key is none of the list's.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up, .character("k"): select(selected - 1)
    case .down, .character("j"): select(selected + 1)
    case .pageUp: select(selected - Self.page)
    case .pageDown: select(selected + Self.page)
    case .home, .character("g"): select(0)
    case .end, .character("G"): select(rows.count - 1)
    default: return false
    }
    return true
  }

  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    for (offset, line) in visibleLines(rect, theme).enumerated() {
      let y = rect.y + offset
      let isSelected = line.row == selected
      let end = rect.maxX - (showsScrollMark(rect) ? 2 : 0)
      let room = end - rect.x - line.lead.width
      line.lead.draw(on: &surface, x: rect.x, y: y, columns: rect.width, clip: rect)
      let used = line.text.draw(on: &surface, x: rect.x + line.lead.width, y: y, columns: room, clip: rect)
      let detail = line.detail
      if !detail.isEmpty, used + detail.width + 1 <= room {
        detail.draw(on: &surface, x: end - detail.width, y: y, clip: rect)
      }
      if isSelected {
        // One colour for the whole row: reversed, several foregrounds would make a patchwork.
        surface.restyle(Rect(x: rect.x, y: y, width: end - rect.x, height: 1)) {
          let selection = theme.selection
          $0 = Style(
            selection.foreground, on: selection.background, $0.attributes.subtracting(.dim).union(selection.attributes))
        }
      }
    }
    drawScrollMark(on: &surface, in: rect, theme)
  }

  /// The row under a point of the rectangle that the list is drawn in.
  public func index(at point: Point, in rect: Rect, theme: Theme) -> Int? {
    guard rect.contains(point) else { return nil }
    let lines = visibleLines(rect, theme)
    return lines.indices.contains(point.y - rect.y) ? lines[point.y - rect.y].row : nil
  }

  // MARK: Rows on the screen

  private struct Line {
    let row: Int
    let lead: StyledText
    let text: StyledText
    let detail: StyledText
  }

  private func visibleLines(_ rect: Rect, _ theme: Theme) -> [Line] {
    let lines = rows.indices.flatMap { self.lines($0, rect.width, theme) }
    let first = lines.firstIndex { $0.row == selected } ?? 0
    let top = max(0, min(first - rect.height / 2, lines.count - rect.height))
    return Array(lines.dropFirst(top).prefix(rect.height))
  }

  private func lines(_ index: Int, _ width: Int, _ theme: Theme) -> [Line] {
    let row = rows[index]
    let pointer = theme.glyphs == .ascii ? "> " : "❯ "
    var lead = StyledText(index == selected ? pointer : "  ", theme.accent)
    lead.append(row.mark)
    if !row.mark.isEmpty { lead.append(" ") }
    let room = max(1, width - lead.width - 1)
    let texts = wraps ? row.text.wrapped(to: room) : [row.text.truncated(to: room, glyphs: theme.glyphs)]
    let blank = StyledText(String(repeating: " ", count: lead.width))
    return texts.enumerated().map { offset, text in
      Line(row: index, lead: offset == 0 ? lead : blank, text: text, detail: offset == 0 ? row.detail : StyledText())
    }
  }

  private func drawScrollMark(on surface: inout Surface, in rect: Rect, _ theme: Theme) {
    guard showsScrollMark(rect) else { return }
    let top = max(0, min(selected - rect.height / 2, rows.count - rect.height))
    ScrollMark(top: top, visible: rect.height, total: rows.count)
      .draw(on: &surface, in: rect.splitRight(1).right, theme: theme)
  }

  private func showsScrollMark(_ rect: Rect) -> Bool { rect.width >= 20 && rows.count > rect.height }

  private func clamped(_ index: Int) -> Int { max(0, min(index, rows.count - 1)) }
}
