import Terminal

/// The names of series or classes behind their glyphs, in one row.
public struct Legend: Sendable {
  let entries: [(name: String, look: Int)]

  /// Names with their looks, as in `Series`.
  public init(_ entries: [(String, Int)]) { self.entries = entries }

  public var isEmpty: Bool { entries.isEmpty }

  /// Draws what fits; a name that does not is cut, entries after it are left out.
  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard area.height > 0 else { return }
    var x = area.x
    for entry in entries {
      let room = area.maxX - x - 2
      guard room >= 3 else { return }
      surface.put(Marker.glyph(entry.look, theme.glyphs), x: x, y: area.y, style: theme.series(entry.look))
      let name = entry.name.truncated(to: room, glyphs: theme.glyphs)
      x += 2 + surface.write(name, x: x + 2, y: area.y, style: theme.text, clip: area) + 2
    }
  }
}
