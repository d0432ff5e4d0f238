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
    let keys = text(fitting(room: rect.width, theme), theme)
    let room = rect.width - keys.width - (keys.isEmpty ? 0 : 2)
    message.truncated(to: max(0, room), glyphs: theme.glyphs)
      .draw(on: &surface, x: rect.x, y: rect.y, columns: max(0, room), clip: rect)
    keys.draw(on: &surface, x: rect.maxX - keys.width, y: rect.y, clip: rect)
  }

  /// The hint under a point of the rectangle that the line is drawn in, by its place in `hints`.
  public func hint(at point: Point, in rect: Rect, theme: Theme) -> Int? {
    guard point.y == rect.y, rect.contains(point) else { return nil }
    let shown = fitting(room: rect.width, theme)
    var x = rect.maxX - text(shown, theme).width
    for index in shown {
      let end = x + width(of: index)
      if (x..<end).contains(point.x) { return index }
      x = end + TextWidth.of(Self.gap(theme))
    }
    return nil
  }

  /// The hints that are shown, by their places: one that does not fit is left out, a shorter one after it may still fit.
  private func fitting(room: Int, _ theme: Theme) -> [Int] {
    let wanted = message.isEmpty ? 0 : message.width + 2
    let gap = TextWidth.of(Self.gap(theme))
    var shown: [Int] = []
    var used = 0
    for index in hints.indices {
      let more = width(of: index) + (shown.isEmpty ? 0 : gap)
      guard used + more + (index < 2 ? 0 : wanted) <= room else { continue }
      shown.append(index)
      used += more
    }
    return shown
  }

  private static func gap(_ theme: Theme) -> String { theme.glyphs == .ascii ? "  " : " · " }

  private func width(of hint: Int) -> Int { TextWidth.of(hints[hint].key) + 1 + TextWidth.of(hints[hint].title) }

  private func text(_ shown: [Int], _ theme: Theme) -> StyledText {
    var text = StyledText()
    for index in shown {
      if index != shown.first { text.append(Self.gap(theme), theme.statusLine) }
      text.append(hints[index].key, theme.key)
      text.append(" " + hints[index].title, theme.statusLine)
    }
    return text
  }
}
