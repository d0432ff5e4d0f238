import Terminal

extension Reader {
  /// Draws the rows from `top` on; `layOut` must have been called with the rectangle's size.
  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let margin = Self.margin(rect.width)
    let columns = Self.textWidth(rect.width)
    for row in 0..<rect.height where page.lines.indices.contains(top + row) {
      let line = page.lines[top + row].text
      line.draw(on: &surface, x: rect.x + margin, y: rect.y + row, columns: columns, clip: rect)
    }
    highlight(on: &surface, in: rect)
    markChosen(on: &surface, in: rect)
    if margin > 0 { drawMargin(on: &surface, in: rect, columns: columns, theme) }
    if rect.width >= 20 {
      let track = rect.splitRight(1).right
      ScrollMark(top: top, visible: rect.height, total: page.lines.count).draw(on: &surface, in: track, theme: theme)
    }
  }

  private func highlight(on surface: inout Surface, in rect: Rect) {
    guard let search else { return }
    for (index, finding) in search.findings.enumerated() {
      // Underline and reverse: told apart without colour.
      restyle(
        finding, on: &surface, in: rect, adding: index == search.current ? [.reverse, .bold] : [.underline, .bold])
    }
  }

  private func markChosen(on surface: inout Surface, in rect: Rect) {
    guard let mark = activeMark else { return }
    restyle(mark.stretches, on: &surface, in: rect, adding: .reverse)
  }

  private func restyle(
    _ stretches: [ReaderSearch.Stretch], on surface: inout Surface, in rect: Rect, adding attributes: Attributes
  ) {
    for stretch in stretches where (top..<(top + rect.height)).contains(stretch.line) {
      let area = Rect(
        x: rect.x + Self.margin(rect.width) + stretch.columns.lowerBound, y: rect.y + stretch.line - top,
        width: stretch.columns.count, height: 1)
      surface.restyle(area.intersection(rect)) { $0.attributes.formUnion(attributes) }
    }
  }

  // MARK: The margin

  /// Signs for bookmarks and notes; the notes' words where a row leaves room for them.
  private func drawMargin(on surface: inout Surface, in rect: Rect, columns: Int, _ theme: Theme) {
    for annotation in annotations {
      let line = page.line(of: annotation.position)
      guard (top..<(top + rect.height)).contains(line), page.lines.indices.contains(line) else { continue }
      let y = rect.y + line - top
      surface.write(
        annotation.sign(theme.glyphs), x: rect.x, y: y, style: theme.warning, clip: rect)
      drawNote(annotation.note, beside: line, y: y, on: &surface, in: rect, columns: columns, theme)
    }
    guard let pointer, (top..<(top + rect.height)).contains(pointer) else { return }
    let sign = theme.glyphs == .unicode ? "❯" : ">"
    surface.write(sign, x: rect.x, y: rect.y + pointer - top, style: theme.accent, clip: rect)
  }

  private func drawNote(
    _ note: String, beside line: Int, y: Int, on surface: inout Surface, in rect: Rect, columns: Int, _ theme: Theme
  ) {
    let free = min(rect.width - 2, columns + 24) - page.lines[line].text.width - 3
    guard !note.isEmpty, free >= 8 else { return }
    let words = note.truncated(to: free, glyphs: theme.glyphs)
    let x = rect.x + Self.margin(rect.width) + page.lines[line].text.width + 2
    surface.write(words, x: x, y: y, style: theme.dim.adding(.italic), columns: free, clip: rect)
  }
}

extension ReaderAnnotation {
  /// One column: a flag, or a pencil for a note.
  public func sign(_ glyphs: GlyphTier) -> String {
    switch (glyphs, note.isEmpty) {
    case (.unicode, true): "⚑"
    case (.unicode, false): "✎"
    case (.ascii, true): "#"
    case (.ascii, false): "*"
    }
  }
}
