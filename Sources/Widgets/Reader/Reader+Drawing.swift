import Terminal

extension Reader {
  /// Draws the rows from `top` on; `layOut` must have been called with the rectangle's size.
  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let margin = rect.width >= 20 ? 1 : 0
    let columns = Self.textWidth(rect.width)
    for row in 0..<rect.height where page.lines.indices.contains(top + row) {
      let line = page.lines[top + row].text
      line.draw(on: &surface, x: rect.x + margin, y: rect.y + row, columns: columns, clip: rect)
    }
    highlight(on: &surface, in: rect, margin: margin)
    if rect.width >= 20 {
      let track = rect.splitRight(1).right
      ScrollMark(top: top, visible: rect.height, total: page.lines.count).draw(on: &surface, in: track, theme: theme)
    }
  }

  private func highlight(on surface: inout Surface, in rect: Rect, margin: Int) {
    guard let search else { return }
    for (index, finding) in search.findings.enumerated() {
      for stretch in finding where (top..<(top + rect.height)).contains(stretch.line) {
        let area = Rect(
          x: rect.x + margin + stretch.columns.lowerBound, y: rect.y + stretch.line - top, width: stretch.columns.count,
          height: 1)
        // Underline and reverse: told apart without colour.
        surface.restyle(area.intersection(rect)) {
          $0.attributes.formUnion(index == search.current ? [.reverse, .bold] : [.underline, .bold])
        }
      }
    }
  }
}
