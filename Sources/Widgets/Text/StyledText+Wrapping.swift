import Markup
import Terminal

extension StyledText {
  /// Rows of at most `width` columns; a character wider than that stands alone. Newlines end a row; blanks at the ends
  /// of rows are left out. Empty text is one empty row.
  public func wrapped(to width: Int) -> [StyledLine] {
    let atoms = atoms
    let lines = LineBreaking.lines(atoms, width: width).map { line(atoms[$0]) }
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

  private func line(_ atoms: ArraySlice<LineAtom>) -> StyledLine {
    var line: [Run] = []
    var current = -1
    for atom in atoms {
      if atom.run != current {
        line.append(Run("", runs[atom.run].style, mark: runs[atom.run].mark))
        current = atom.run
      }
      line[line.count - 1].text.append(atom.character)
    }
    return StyledText(line)
  }
}
