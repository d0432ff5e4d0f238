import Terminal

extension StyledText {
  /// Rows of at most `width` columns; a character wider than that stands alone. Newlines end a row; blanks at the ends
  /// of rows are left out. Empty text is one empty row.
  public func wrapped(to width: Int) -> [StyledLine] {
    let width = max(1, width)
    let atoms = atoms
    var lines: [StyledLine] = []
    var start = 0
    while start < atoms.count {
      let (end, next) = Self.lineEnd(atoms, from: start, width: width)
      lines.append(line(atoms[start..<end]))
      start = next
      if start == atoms.count, atoms[start - 1].isNewline { lines.append(StyledText()) }
    }
    return lines.isEmpty ? [StyledText()] : lines
  }

  private var atoms: [LineAtom] {
    var atoms: [LineAtom] = []
    atoms.reserveCapacity(runs.reduce(0) { $0 + $1.text.utf8.count })
    for (index, run) in runs.enumerated() {
      for character in run.text {
        let width = character.isASCII ? 1 : TextWidth.of(String(character))
        atoms.append(LineAtom(character: character, width: width, run: index, group: run.isKeptTogether ? index : nil))
      }
    }
    return atoms
  }

  /// Where the line from `start` ends, and where the next begins.
  private static func lineEnd(_ atoms: [LineAtom], from start: Int, width: Int) -> (end: Int, next: Int) {
    var used = 0
    var lastBreak = start
    var index = start
    while index < atoms.count {
      let atom = atoms[index]
      if atom.isNewline { return (trimmed(atoms, start, index), index + 1) }
      if index > start, LineBreaking.canBreak(between: atoms[index - 1], and: atom) { lastBreak = index }
      // Blanks may hang over the edge: they are not drawn.
      if used + atom.width > width && !atom.isBlank { return cut(atoms, start, index, lastBreak) }
      used += atom.width
      index += 1
    }
    return (trimmed(atoms, start, index), index)
  }

  private static func cut(_ atoms: [LineAtom], _ start: Int, _ index: Int, _ lastBreak: Int) -> (end: Int, next: Int) {
    let end = lastBreak > start ? lastBreak : max(index, start + 1)
    return (trimmed(atoms, start, end), end)
  }

  private static func trimmed(_ atoms: [LineAtom], _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, atoms[end - 1].isBlank { end -= 1 }
    return end
  }

  private func line(_ atoms: ArraySlice<LineAtom>) -> StyledLine {
    var line: [Run] = []
    var current = -1
    for atom in atoms {
      if atom.run != current {
        line.append(Run("", runs[atom.run].style))
        current = atom.run
      }
      line[line.count - 1].text.append(atom.character)
    }
    return StyledText(line)
  }
}
