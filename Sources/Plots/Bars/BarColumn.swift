import Terminal

/// A column that fills a part of its height from below, in steps of an eighth of a cell (a half in ASCII).
struct BarColumn {
  /// From 0 to 1; clamped.
  let share: Double

  func draw(on surface: inout Surface, in area: Rect, style: Style, tier: GlyphTier) {
    let eighths = Int((max(0, min(1, share.isNaN ? 0 : share)) * Double(area.height * 8)).rounded())
    for row in 0..<area.height {
      let filled = min(8, eighths - (area.height - 1 - row) * 8)
      guard filled > 0, tier == .unicode || filled >= 4, let block = Unicode.Scalar(UInt32(0x2580 + filled)) else {
        continue
      }
      let line = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
      surface.fill(line, with: tier == .ascii ? "#" : block, style: style)
    }
  }
}
