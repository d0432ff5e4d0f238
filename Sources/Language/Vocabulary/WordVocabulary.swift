/// The words that a model knows: English in lower case, Chinese as characters and some longer words, marks by themselves.
///
/// Its file is plain text, a token a line; the number of the line, from 0, is the token's id; line 0 is `<unk>`.
public struct WordVocabulary: Hashable, Sendable {
  /// What stands for every word that is not known.
  public static let unknown = "<unk>"

  public let tokens: [String]
  private let ids: [String: Int]
  private let longestChineseWord: Int

  /// Traps where a token comes twice; puts `<unk>` first where it is missing.
  public init(_ tokens: [String]) {
    self.tokens = tokens.first == Self.unknown ? tokens : [Self.unknown] + tokens
    ids = Dictionary(uniqueKeysWithValues: self.tokens.enumerated().map { ($1, $0) })
    longestChineseWord = self.tokens.filter { $0.first.map(Self.isChinese) ?? false }.map(\.count).max() ?? 1
  }

  /// Reads the lines of a vocabulary file; empty lines and repeated tokens are left out, and `<unk>` is put first.
  public init(text: String) {
    var seen: Set<String> = [Self.unknown]
    self.init(text.split(whereSeparator: \.isNewline).map(String.init).filter { seen.insert($0).inserted })
  }

  public var count: Int { tokens.count }

  /// The file's text.
  public var text: String { tokens.joined(separator: "\n") + "\n" }

  /// The id of a token; 0 where it is unknown.
  public func id(_ token: String) -> Int { ids[token] ?? 0 }

  public func contains(_ token: String) -> Bool { ids[token] != nil }

  /// Text as ids, unknown words as 0.
  public func encode(_ text: String) -> [Int] { tokenize(text).map(\.id) }

  /// Ids as text: blanks between English words, none around Chinese or before marks. Ids outside give `<unk>`.
  public func decode(_ ids: [Int]) -> String {
    var text = ""
    for id in ids {
      let token = tokens.indices.contains(id) ? tokens[id] : Self.unknown
      if let last = text.last, let first = token.first, Self.needsBlank(last, first) { text += " " }
      text += token
    }
    return text
  }

  private static func needsBlank(_ left: Character, _ right: Character) -> Bool {
    !isChinese(left) && !isChinese(right) && (right.isLetter || right.isNumber || right == "<") && left != "'"
  }

  /// Whether a character is Chinese writing, its marks included.
  static func isChinese(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return (0x3400...0x9FFF).contains(value) || (0x3001...0x3011).contains(value) || (0xFF01...0xFF1F).contains(value)
      || (0x20000...0x2FFFF).contains(value)
  }
}

extension WordVocabulary {
  /// A token of a text, as typed.
  public struct Token: Hashable, Sendable {
    public let id: Int
    /// As it stood in the text.
    public let text: String
    /// Its characters in the text.
    public let range: Range<Int>

    public var isUnknown: Bool { id == 0 }
  }

  /// Cuts text into tokens: runs of letters and apostrophes, runs of digits, single marks; Chinese by the longest known
  /// word. Blanks are left out.
  public func tokenize(_ text: String) -> [Token] {
    let characters = Array(text)
    var tokens: [Token] = []
    var start = 0
    while start < characters.count {
      if characters[start].isWhitespace {
        start += 1
        continue
      }
      let end = Self.isChinese(characters[start]) ? chineseEnd(characters, start) : Self.wordEnd(characters, start)
      let piece = String(characters[start..<end])
      tokens.append(Token(id: id(Self.normalized(piece)), text: piece, range: start..<end))
      start = end
    }
    return tokens
  }

  private func chineseEnd(_ characters: [Character], _ start: Int) -> Int {
    for length in stride(from: min(longestChineseWord, characters.count - start), through: 2, by: -1)
    where ids[String(characters[start..<start + length])] != nil {
      return start + length
    }
    return start + 1
  }

  private static func wordEnd(_ characters: [Character], _ start: Int) -> Int {
    let first = characters[start]
    guard first.isLetter || first.isNumber else { return start + 1 }
    var end = start + 1
    while end < characters.count, continues(characters, end, first) { end += 1 }
    return end
  }

  private static func continues(_ characters: [Character], _ i: Int, _ first: Character) -> Bool {
    let character = characters[i]
    if isChinese(character) { return false }
    if first.isNumber { return character.isNumber }
    if character == "'" || character == "’" { return i + 1 < characters.count && characters[i + 1].isLetter }
    return character.isLetter
  }

  private static func normalized(_ piece: String) -> String {
    String(piece.lowercased().map { $0 == "’" ? "'" : $0 })
  }
}
