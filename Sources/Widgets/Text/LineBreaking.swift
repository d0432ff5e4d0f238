/// Where a line may end: Latin words stay whole, Han characters part anywhere but at punctuation that clings.
/// Source: Requirements for Chinese Text Layout (W3C), prohibition rules for line start and end.
enum LineBreaking {
  /// Never begins a line.
  static func isForbiddenAtStart(_ character: Character) -> Bool { forbiddenAtStart.contains(character) }

  /// Never ends a line.
  static func isForbiddenAtEnd(_ character: Character) -> Bool { forbiddenAtEnd.contains(character) }

  /// Whether a line may end between two neighbours.
  static func canBreak(between left: LineAtom, and right: LineAtom) -> Bool {
    if let group = left.group, group == right.group { return false }
    if right.isBlank || isForbiddenAtStart(right.character) { return false }
    if left.isBlank { return true }
    if isForbiddenAtEnd(left.character) { return false }
    if left.width == 2 || right.width == 2 { return true }
    return left.character == "-" && right.character.isLetter
  }

  private static let forbiddenAtStart: Set<Character> = Set("，。！？；：、）」』”’》〉】〕…—·～ー々,.!?;:)]}%‰°′″")
  private static let forbiddenAtEnd: Set<Character> = Set("（「『“‘《〈【〔([{￥")
}

/// One character on its way into a line.
struct LineAtom {
  let character: Character
  let width: Int
  let run: Int
  /// Atoms of one group are kept on one line where there is another way.
  let group: Int?

  var isBlank: Bool { character == " " }
  var isNewline: Bool { character == "\n" }
}
