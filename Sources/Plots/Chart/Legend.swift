import Terminal

/// The names of series or classes behind their glyphs, in one row.
public struct Legend: Sendable {
  private let entries: [(name: String, look: Int)]

  /// Names with their looks, as in `Series`.
  public init(_ entries: [(String, Int)]) { self.entries = entries }

  public var isEmpty: Bool { entries.isEmpty }

  /// The columns that it takes with a blank between entries.
  public var width: Int { entries.map { TextWidth.of($0.name) + 3 }.reduce(-1, +) }

  /// Draws what fits, two blanks apart where there is room; a name that does not fit is cut, entries after it are left
  /// out.
  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard area.height > 0 else { return }
    let gap = width + entries.count - 1 <= area.width ? 2 : 1
    var x = area.x
    for entry in entries {
      let room = area.maxX - x - 2
      guard room >= 3 else { return }
      surface.put(Marker.glyph(entry.look, theme.glyphs), x: x, y: area.y, style: theme.series(entry.look))
      let name = entry.name.truncated(to: room, glyphs: theme.glyphs)
      x += 2 + surface.write(name, x: x + 2, y: area.y, style: theme.text, clip: area) + gap
    }
  }
}
