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
        if !cell.isContinuation { put(cell, x: x, y: y, in: size) }
      }
    }
  }

  /// A wide character that would cross the right edge becomes a blank, and two where ncurses would tear it.
  private func put(_ cell: Cell, x: Int, y: Int, in size: Size) {
    let isWide = TextWidth.of(cell.scalar) == 2
    let isCrossing = isWide && x + 1 == size.width
    let isTorn = isWide && x + 3 >= size.width && y + 1 == size.height && !fillsCorner
    guard isCrossing || isTorn else { return put(cell, x: x, y: y) }
    let blank = Cell(scalar: 0x20, style: cell.style)
    put(blank, x: x, y: y)
    if !isCrossing { put(blank, x: x + 1, y: y) }
  }
}
