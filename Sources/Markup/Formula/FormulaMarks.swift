import Terminal

extension FormulaNode.Accent {
  /// The combining character that puts the accent at the one before it.
  var combining: String {
    switch self {
    case .hat: "\u{302}"
    case .bar: "\u{304}"
    case .tilde: "\u{303}"
    case .vec: "\u{20D7}"
    case .dot: "\u{307}"
    case .ddot: "\u{308}"
    case .check: "\u{30C}"
    case .breve: "\u{306}"
    case .acute: "\u{301}"
    case .grave: "\u{300}"
    case .ring: "\u{30A}"
    case .under: "\u{332}"
    }
  }

  /// A row of its own over or under something wide.
  func row(width: Int, glyphs: GlyphTier) -> String {
    let isUnicode = glyphs == .unicode
    switch self {
    case .bar, .under: return String(repeating: isUnicode ? "─" : "-", count: max(1, width))
    case .vec: return String(repeating: isUnicode ? "─" : "-", count: max(0, width - 1)) + (isUnicode ? "→" : ">")
    case .hat: return "^"
    case .tilde: return "~"
    case .dot: return "."
    case .ddot: return ".."
    case .check: return "v"
    case .breve: return isUnicode ? "˘" : "u"
    case .acute: return isUnicode ? "´" : "'"
    case .grave: return "`"
    case .ring: return isUnicode ? "°" : "o"
    }
  }
}

extension FormulaNode.Arrow {
  /// Its two ends, and the line that makes it longer.
  func shape(_ glyphs: GlyphTier) -> (start: String, line: String, end: String) {
    switch (self, glyphs) {
    case (.right, .unicode): ("─", "─", "→")
    case (.left, .unicode): ("←", "─", "─")
    case (.both, .unicode): ("←", "─", "→")
    case (.doubleRight, .unicode): ("═", "═", "⇒")
    case (.doubleLeft, .unicode): ("⇐", "═", "═")
    case (.mapsTo, .unicode): ("├", "─", "→")
    case (.right, .ascii): ("-", "-", ">")
    case (.left, .ascii): ("<", "-", "-")
    case (.both, .ascii): ("<", "-", ">")
    case (.doubleRight, .ascii): ("=", "=", ">")
    case (.doubleLeft, .ascii): ("<", "=", "=")
    case (.mapsTo, .ascii): ("|", "-", ">")
    }
  }

  func row(width: Int, glyphs: GlyphTier) -> String {
    let shape = shape(glyphs)
    return shape.start + String(repeating: shape.line, count: max(1, width - 2)) + shape.end
  }
}
