import Terminal

/// One line of text being typed. Moves and deletes by characters as the learner sees them, never by halves.
public struct TextField: Hashable, Sendable {
  public private(set) var text: String
  /// Characters before the cursor.
  public private(set) var cursor: Int
  /// Characters at most.
  public let limit: Int
  /// Shown while nothing is typed.
  public var placeholder: String

  public init(_ text: String = "", limit: Int = 200, placeholder: String = "") {
    self.limit = max(0, limit)
    self.placeholder = placeholder
    self.text = String(Self.oneLine(text).prefix(max(0, limit)))
    cursor = self.text.count
  }

  public mutating func setText(_ text: String) {
    self.text = String(Self.oneLine(text).prefix(limit))
    cursor = self.text.count
  }

  /// Puts the cursor before the character of that number; inside the text.
  public mutating func moveCursor(to position: Int) { cursor = min(max(0, position), text.count) }

  /// Edits; false where the key is none of the field's.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .alt("b"): cursor = wordStart
    case .alt("f"): cursor = wordEnd
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(text.count, cursor + 1))
    case .control("w"): remove(wordStart..<cursor)
    case .alt("d"): remove(cursor..<wordEnd)
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<text.count)
    default: return false
    }
    return true
  }

  /// Inserts pasted text: line ends and tabs become blanks, control characters are left out, the limit holds.
  public mutating func paste(_ text: String) { insert(Self.oneLine(text)) }

  private mutating func insert(_ new: String) {
    let before = String(text.prefix(cursor))
    let after = String(text.dropFirst(cursor))
    var added = Self.oneLine(new)
    while (before + added + after).count > limit, !added.isEmpty { added.removeLast() }
    guard !added.isEmpty else { return }
    text = before + added + after
    // A combining mark joins the character before it: count what is there now.
    cursor = min((before + added).count, text.count)
  }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    text = String(text.prefix(range.lowerBound)) + String(text.dropFirst(range.upperBound))
    cursor = min(range.lowerBound, text.count)
  }

  private static func oneLine(_ text: String) -> String {
    Sanitizer.clean(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }

  // MARK: Words

  private var wordStart: Int {
    let characters = Array(text)
    var index = cursor
    while index > 0, characters[index - 1] == " " { index -= 1 }
    while index > 0, characters[index - 1] != " " { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    let characters = Array(text)
    var index = cursor
    while index < characters.count, characters[index] == " " { index += 1 }
    while index < characters.count, characters[index] != " " { index += 1 }
    return index
  }

  // MARK: Drawing

  /// Draws into the first row, underlined; the part around the cursor where the text is wider.
  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let line = rect.splitTop(1).top
    surface.fill(line, style: theme.text.adding(.underline))
    guard !text.isEmpty else {
      let hint = placeholder.truncated(to: line.width, glyphs: theme.glyphs)
      surface.write(hint, x: line.x, y: line.y, style: theme.dim.adding(.underline), clip: line)
      return
    }
    let visible = String(text.dropFirst(firstVisible(width: line.width)))
    surface.write(visible, x: line.x, y: line.y, style: theme.text.adding(.underline), columns: line.width, clip: line)
  }

  /// Where the terminal's cursor belongs; nil where there is no room.
  public func cursorPoint(in rect: Rect) -> Point? {
    guard !rect.isEmpty else { return nil }
    let first = firstVisible(width: rect.width)
    let before = text.dropFirst(first).prefix(cursor - first)
    return Point(x: min(rect.x + TextWidth.of(before), rect.maxX - 1), y: rect.y)
  }

  /// The character count left out at the left so that the cursor, and the cell it stands on, are inside.
  private func firstVisible(width: Int) -> Int {
    var first = 0
    var used = TextWidth.of(text.prefix(cursor)) + 1
    for character in text.prefix(cursor) {
      guard used > width else { break }
      used -= TextWidth.of(String(character))
      first += 1
    }
    return first
  }
}
