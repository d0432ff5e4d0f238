import Terminal

extension StyledText {
  /// Rows of at most `width` columns, cut anywhere, every blank kept: for code.
  public func hardWrapped(to width: Int) -> [StyledLine] {
    let width = max(1, width)
    var lines: [StyledLine] = []
    var line = StyledText()
    var used = 0
    for run in runs {
      for character in run.text {
        let next = TextWidth.of(String(character))
        if used + next > width && used > 0 {
          lines.append(line)
          (line, used) = (StyledText(), 0)
        }
        line.append(String(character), run.style)
        used += next
      }
    }
    return lines + [line]
  }
}
