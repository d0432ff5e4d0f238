/// One character on its way into a line.
package struct LineAtom {
  package let character: Character
  /// Columns.
  package let width: Int
  /// Index of the run of text that it comes from.
  package let run: Int
  /// Atoms of one group are kept on one line where there is another way.
  package let group: Int?

  package init(character: Character, width: Int, run: Int, group: Int?) {
    self.character = character
    self.width = width
    self.run = run
    self.group = group
  }

  var isBlank: Bool { character == " " }
  var isNewline: Bool { character == "\n" }
}

/// Where a line may end: Latin words stay whole, Han characters part anywhere but at punctuation that clings.
/// Source: Requirements for Chinese Text Layout (W3C), prohibition rules for line start and line end.
package enum LineBreaking {
  /// Never begins a line.
  package static func isForbiddenAtStart(_ character: Character) -> Bool { forbiddenAtStart.contains(character) }

  /// Never ends a line.
  package static func isForbiddenAtEnd(_ character: Character) -> Bool { forbiddenAtEnd.contains(character) }

  /// The lines, without the blanks at their ends; empty for no atoms. A newline ends a line. Only an atom that alone is
  /// wider than `width` makes a line wider.
  package static func lines(_ atoms: [LineAtom], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < atoms.count {
      let (end, next) = lineEnd(atoms, from: start, width: max(1, width))
      lines.append(start..<end)
      start = next
      if start == atoms.count, atoms[start - 1].isNewline { lines.append(start..<start) }
    }
    return lines
  }

  /// Columns of the widest stretch that no line's end can part.
  package static func widestPiece(_ atoms: [LineAtom]) -> Int {
    var widest = 0
    var width = 0
    for (index, atom) in atoms.enumerated() {
      if index > 0, canBreak(between: atoms[index - 1], and: atom) { width = 0 }
      if !atom.isBlank || atom.group != nil { width += atom.width }
      widest = max(widest, width)
    }
    return widest
  }

  /// Whether a line may end between two neighbours.
  static func canBreak(between left: LineAtom, and right: LineAtom) -> Bool {
    if let group = left.group, group == right.group { return false }
    if right.isBlank || isForbiddenAtStart(right.character) { return false }
    if left.isBlank { return true }
    if isForbiddenAtEnd(left.character) { return false }
    if left.width == 2 || right.width == 2 { return true }
    return left.character == "-" && right.character.isLetter
  }

  /// Where the line from `start` ends, and where the next begins.
  private static func lineEnd(_ atoms: [LineAtom], from start: Int, width: Int) -> (end: Int, next: Int) {
    var used = 0
    var lastBreak = start
    var index = start
    while index < atoms.count {
      let atom = atoms[index]
      if atom.isNewline { return (trimmed(atoms, start, index), index + 1) }
      if index > start, canBreak(between: atoms[index - 1], and: atom) { lastBreak = index }
      // Blanks may hang over the edge: they are not drawn.
      if used + atom.width > width && !atom.isBlank {
        let end = lastBreak > start ? lastBreak : max(index, start + 1)
        return (trimmed(atoms, start, end), end)
      }
      used += atom.width
      index += 1
    }
    return (trimmed(atoms, start, index), index)
  }

  private static func trimmed(_ atoms: [LineAtom], _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, atoms[end - 1].isBlank { end -= 1 }
    return end
  }

  private static let forbiddenAtStart: Set<Character> = Set("，。！？；：、）」』”’》〉】〕…—·～ー々,.!?;:)]}%‰°′″")
  private static let forbiddenAtEnd: Set<Character> = Set("（「『“‘《〈【〔([{￥")
}
