import Terminal

/// A bar that shows how much is done, with a text after it.
public struct Gauge: Hashable, Sendable {
  /// 0 to 1; clamped, not-a-number counts as 0.
  public var fraction: Double
  /// After the bar: `3 / 7`, `42 %`.
  public var text: String

  public init(_ fraction: Double, text: String = "") {
    self.fraction = fraction
    self.text = text
  }

  /// Draws into the first row; the text goes first where room is short.
  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let label = text.isEmpty ? "" : " " + text
    let fits = rect.width - TextWidth.of(label) >= 4
    let bar = fits ? rect.width - TextWidth.of(label) : rect.width
    let used = drawBar(on: &surface, x: rect.x, y: rect.y, columns: bar, theme)
    if fits { surface.write(label, x: rect.x + used, y: rect.y, style: theme.text, clip: rect) }
  }

  private func drawBar(on surface: inout Surface, x: Int, y: Int, columns: Int, _ theme: Theme) -> Int {
    let isASCII = theme.glyphs == .ascii
    let cells = isASCII && columns >= 3 ? columns - 2 : columns
    let filled = Int((known * Double(cells)).rounded(.down))
    let edge = isASCII && columns >= 3 ? 1 : 0
    if edge == 1 {
      surface.put("[", x: x, y: y, style: theme.border)
      surface.put("]", x: x + columns - 1, y: y, style: theme.border)
    }
    for cell in 0..<cells {
      let scalar: Unicode.Scalar = cell < filled ? (isASCII ? "#" : "━") : (isASCII ? "." : "╌")
      surface.put(scalar, x: x + edge + cell, y: y, style: cell < filled ? theme.accent : theme.border)
    }
    return columns
  }

  private var known: Double { fraction.isNaN ? 0 : min(1, max(0, fraction)) }
}
