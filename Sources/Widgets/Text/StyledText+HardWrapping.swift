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
        line.append(Run(String(character), run.style, mark: run.mark))
        used += next
      }
    }
    return lines + [line]
  }

  /// The beginning up to the last blank that leaves it at most `width` columns, and the rest without that blank; cut at
  /// `width` where there is no such blank behind the indentation.
  func splitAtBlank(before width: Int) -> (first: StyledText, rest: StyledText) {
    let characters = runs.flatMap { run in run.text.map { (character: $0, run: run) } }
    let indentation = characters.prefix { $0.character == " " }.count
    var columns = 0
    var fitting = 0
    var cut: Int?
    for (index, item) in characters.enumerated() {
      if item.character == " ", index > indentation, columns <= width { cut = index }
      columns += TextWidth.of(String(item.character))
      if columns <= width { fitting = index + 1 }
    }
    let end = cut ?? max(1, fitting)
    let joined = { (items: ArraySlice<(character: Character, run: Run)>) in
      items.reduce(into: StyledText()) { $0.append(Run(String($1.character), $1.run.style, mark: $1.run.mark)) }
    }
    return (joined(characters[..<end]), joined(characters[end...].drop { $0.character == " " }))
  }
}
