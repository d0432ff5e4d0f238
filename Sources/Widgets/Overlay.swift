import Terminal

/// A box in the middle of the screen over what is there; it scrolls where its text is longer than the screen.
///
/// Call `layOut` before `handle` and `draw`.
public struct Overlay: Hashable, Sendable {
  public var title: String
  public var text: [StyledLine]
  /// In the lower edge: how to leave.
  public var footer: String
  /// Columns of text at most.
  public var maximumWidth: Int

  private var lines: [StyledLine] = []
  private var top = 0
  private var size = Size(width: 0, height: 0)

  public init(title: String, text: [StyledLine], footer: String = "", maximumWidth: Int = 72) {
    self.title = title
    self.text = text
    self.footer = footer
    self.maximumWidth = maximumWidth
  }

  /// Fits the box into a screen of this size; it keeps the place scrolled to.
  public mutating func layOut(in screen: Size) {
    let room = max(1, min(maximumWidth, screen.width - 6))
    lines = text.flatMap { $0.wrapped(to: room) }
    let widest = max(lines.map(\.width).max() ?? 0, TextWidth.of(title) + 4, TextWidth.of(footer) + 4)
    size = Size(width: min(screen.width, min(widest, room) + 4), height: min(screen.height, lines.count + 2))
    top = min(top, lastTop)
  }

  private var visible: Int { max(0, size.height - 2) }
  private var lastTop: Int { max(0, lines.count - visible) }

  /// Scrolls; false for other keys, or where everything is on the screen.
  public mutating func handle(_ key: Key) -> Bool {
    guard lastTop > 0 else { return false }
    switch key {
    case .up, .character("k"): scroll(by: -1)
    case .down, .character("j"): scroll(by: 1)
    case .pageUp: scroll(by: -max(1, visible - 1))
    case .pageDown, .character(" "): scroll(by: max(1, visible - 1))
    case .home, .character("g"): scroll(by: -lines.count)
    case .end, .character("G"): scroll(by: lines.count)
    default: return false
    }
    return true
  }

  public mutating func scroll(by rows: Int) { top = min(max(0, top + rows), lastTop) }

  /// The rectangle that the box takes.
  public func area(in rect: Rect) -> Rect { rect.centred(size) }

  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let box = area(in: rect)
    guard !box.isEmpty else { return }
    surface.fill(box, style: theme.text)
    let inside = Frame(title: title, footer: footer, isFocused: true).draw(on: &surface, in: box, theme: theme)
    let area = inside.width >= 4 ? inside.inset(x: 1) : inside
    for (row, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
      line.draw(on: &surface, x: area.x, y: area.y + row, columns: area.width, clip: area)
    }
    if lastTop > 0, inside.width >= 4 {
      ScrollMark(top: top, visible: visible, total: lines.count)
        .draw(on: &surface, in: inside.splitRight(1).right, theme: theme)
    }
  }
}
