import Terminal

/// Cuts text into rows of a width, at blanks where there are any.
enum HardWrap {
  /// Rows of at most `width` columns; a character wider than that stands alone. Widths below 1 count as 1.
  static func lines(_ text: String, width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if TextWidth.of(line) + 1 + TextWidth.of(word) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
      while TextWidth.of(line) > width { lines.append(cut(&line, width)) }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func cut(_ line: inout String, _ width: Int) -> String {
    var used = 0
    var end = line.startIndex
    while end < line.endIndex {
      let next = TextWidth.of(String(line[end]))
      if used + next > width && end > line.startIndex { break }
      used += next
      end = line.index(after: end)
    }
    defer { line = String(line[end...]) }
    return String(line[..<end])
  }
}
