import Terminal

extension CursesScreen {
  /// Hands over the cells that differ from those shown, all of them where nothing of that size was; what the surface does
  /// not cover of `size` is blank.
  func draw(_ surface: Surface, over shown: Surface?, in size: Size) {
    let before = shown.flatMap { $0.size == surface.size ? $0 : nil }
    if before == nil { forget() }
    for y in 0..<min(size.height, surface.height) {
      for x in 0..<min(size.width, surface.width) {
        let cell = surface[x, y]
        if let before, before[x, y] == cell { continue }
        if !cell.isContinuation { put(fitting(cell, x: x, in: size), x: x, y: y) }
      }
    }
  }

  /// A wide character that would cross the right edge becomes a blank.
  private func fitting(_ cell: Cell, x: Int, in size: Size) -> Cell {
    x + 1 == size.width && TextWidth.of(cell.scalar) == 2 ? Cell(scalar: 0x20, style: cell.style) : cell
  }
}
