import Terminal

/// A key and what it does here.
public struct KeyHint: Hashable, Sendable {
  public let key: String
  public let title: String

  public init(_ key: String, _ title: String) {
    self.key = key
    self.title = title
  }
}

/// The last row of a screen: a message at the left, the keys of the moment at the right.
public struct StatusLine: Hashable, Sendable {
  public var message: StyledText
  /// The most important first; they are dropped from the end where room is short.
  public var hints: [KeyHint]

  public init(message: StyledText = StyledText(), hints: [KeyHint] = []) {
    self.message = message
    self.hints = hints
  }

  /// Draws into the first row. The first two hints outlive the message: nobody may be trapped or left without help.
  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let keys = fittingHints(room: rect.width, theme)
    let room = rect.width - keys.width - (keys.isEmpty ? 0 : 2)
    message.truncated(to: max(0, room), glyphs: theme.glyphs)
      .draw(on: &surface, x: rect.x, y: rect.y, columns: max(0, room), clip: rect)
    keys.draw(on: &surface, x: rect.maxX - keys.width, y: rect.y, clip: rect)
  }

  private func fittingHints(room: Int, _ theme: Theme) -> StyledText {
    let wanted = message.isEmpty ? 0 : message.width + 2
    for count in stride(from: hints.count, through: 1, by: -1) {
      let text = text(hints.prefix(count), theme)
      if text.width + wanted <= room || count <= 2 && text.width <= room { return text }
    }
    return StyledText()
  }

  private func text(_ hints: ArraySlice<KeyHint>, _ theme: Theme) -> StyledText {
    let dot = theme.glyphs == .ascii ? "  " : " · "
    var text = StyledText()
    for (index, hint) in hints.enumerated() {
      if index > 0 { text.append(dot, theme.statusLine) }
      text.append(hint.key, theme.key)
      text.append(" " + hint.title, theme.statusLine)
    }
    return text
  }
}
