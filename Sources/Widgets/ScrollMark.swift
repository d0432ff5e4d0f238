import Terminal

/// A mark in one column that shows which part of something long is on the screen; nothing where all of it is.
public struct ScrollMark: Hashable, Sendable {
  public var top: Int
  public var visible: Int
  public var total: Int

  public init(top: Int, visible: Int, total: Int) {
    self.top = top
    self.visible = visible
    self.total = total
  }

  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard total > visible, visible > 0, !rect.isEmpty else { return }
    let length = max(1, rect.height * visible / total)
    let room = rect.height - length
    let start = min(room, (max(0, top) * room + (total - visible) / 2) / (total - visible))
    let (track, mark): (Unicode.Scalar, Unicode.Scalar) = theme.glyphs == .ascii ? (".", "#") : ("│", "┃")
    for row in 0..<rect.height {
      let isMark = (start..<(start + length)).contains(row)
      surface.put(isMark ? mark : track, x: rect.x, y: rect.y + row, style: isMark ? theme.accent : theme.border)
    }
  }
}
