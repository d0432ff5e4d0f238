import Terminal

/// Turns pictures into what a terminal must be sent to show one after another: only the cells that differ.
struct FrameWriter {
  private let tier: ColorTier
  private var shown: Surface?
  private var style = Style.plain
  /// Where the terminal's cursor is; nil where that is not certain.
  private var cursor: Point?

  init(tier: ColorTier) { self.tier = tier }

  /// What to send; empty where nothing changed. The first picture, and one of another size, clears the screen before it.
  mutating func frame(_ surface: Surface) -> String {
    var output = ""
    var before = shown.flatMap { $0.size == surface.size ? $0 : nil }
    if before == nil {
      output = "\u{1B}[0m\u{1B}[2J"
      (style, cursor) = (.plain, nil)
      before = Surface(surface.size)
    }
    for y in 0..<surface.height {
      for x in 0..<surface.width where isChanged(x, y, surface, before) { output += put(surface[x, y], x, y, surface) }
    }
    shown = surface
    return output
  }

  /// A wide character is sent again where either of its cells changed, and never from its right half.
  private func isChanged(_ x: Int, _ y: Int, _ surface: Surface, _ before: Surface?) -> Bool {
    guard let before, !surface[x, y].isContinuation else { return false }
    return surface[x, y] != before[x, y]
      || surface[x + 1, y].isContinuation && x + 1 < surface.width && surface[x + 1, y] != before[x + 1, y]
  }

  private mutating func put(_ cell: Cell, _ x: Int, _ y: Int, _ surface: Surface) -> String {
    let move = cursor == Point(x: x, y: y) ? "" : "\u{1B}[\(y + 1);\(x + 1)H"
    let next = cell.style.reduced(to: tier)
    let output = move + StyleSequence.change(from: style, to: next) + cell.text
    style = next
    let after = x + TextWidth.of(cell.scalar)
    // Behind the last column terminals differ about where the cursor is.
    cursor = after < surface.width ? Point(x: after, y: y) : nil
    return output
  }
}
