import Terminal

/// Wrapped text that fills a rectangle from the top; what does not fit is left out.
public struct Paragraph: Hashable, Sendable {
  public var text: StyledText

  public init(_ text: StyledText) { self.text = text }

  public init(_ text: String, _ style: Style = .plain) { self.text = StyledText(text, style) }

  /// Rows needed at a width.
  public func height(width: Int) -> Int { text.wrapped(to: width).count }

  /// Returns the rows taken.
  @discardableResult
  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) -> Int {
    guard !rect.isEmpty else { return 0 }
    let lines = text.wrapped(to: rect.width).prefix(rect.height)
    for (row, line) in lines.enumerated() {
      line.draw(on: &surface, x: rect.x, y: rect.y + row, columns: rect.width, clip: rect)
    }
    return lines.count
  }
}
