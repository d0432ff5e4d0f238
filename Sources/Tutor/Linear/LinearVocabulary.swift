import Terminal
import Wording

/// The words of the conversation: understood in both languages, whichever is spoken.
struct LinearVocabulary {
  private let forms: [LinearCommand: [String]]

  init(_ context: TutorContext) {
    forms = Dictionary(
      uniqueKeysWithValues: LinearCommand.allCases.map { command in
        (command, Language.allCases.flatMap { Self.forms(of: command, $0, context) })
      })
  }

  /// The words for a command in a language, the plainest first.
  static func forms(of command: LinearCommand, _ language: Language, _ context: TutorContext) -> [String] {
    context.words("linear.word.\(command.rawValue)", in: language).split(separator: " ").map(String.init)
  }

  /// The command that a line asks for, and what follows its word; nil where it asks for none of them.
  ///
  /// - Parameter wholeWords: words may be answers here. Then only a line that is nothing but a whole command word counts,
  ///   and `answer` with what follows it.
  func read(
    _ line: String, among commands: [LinearCommand], wholeWords: Bool
  ) -> (command: LinearCommand, argument: String)? {
    let (word, argument) = Self.parts(of: line)
    guard let command = exact(word, commands) ?? (wholeWords ? nil : begun(word, commands)) else { return nil }
    let isClear = command == .answer || argument.isEmpty && (word == "?" || Self.isWhole(word))
    return wholeWords && !isClear ? nil : (command, argument)
  }

  /// The word, and what follows it after a blank; a number may follow at once, as in `段落4`.
  private static func parts(of line: String) -> (word: String, argument: String) {
    let parts = line.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    let word = plain(parts.first ?? "")
    let letters = word.prefix { !$0.isASCII || !$0.isNumber }
    guard parts.count == 1, !letters.isEmpty, letters.count < word.count else {
      return (word, parts.count > 1 ? parts[1] : "")
    }
    return (String(letters), String(word.dropFirst(letters.count)))
  }

  private func exact(_ word: String, _ commands: [LinearCommand]) -> LinearCommand? {
    commands.first { forms[$0]?.contains(word) == true }
  }

  /// The only command with a word that begins so.
  private func begun(_ word: String, _ commands: [LinearCommand]) -> LinearCommand? {
    guard word.count > 1, word.allSatisfy(\.isLetter) else { return nil }
    let found = commands.filter { forms[$0]?.contains { $0.hasPrefix(word) } == true }
    return found.count == 1 ? found[0] : nil
  }

  /// Not a single letter, which may be an answer.
  private static func isWhole(_ word: String) -> Bool { word.count > 1 }

  /// In lower case, and with the wide forms of a Chinese input method as ASCII.
  static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      plain.unicodeScalars.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    return plain.lowercased()
  }
}
