/// The opening line of a fenced code block.
struct CodeFence {
  private let mark: Character
  private let length: Int

  /// Nil where the line opens no fence. Marks of quotes and lists before it are skipped.
  init?(opening line: ArraySlice<Character>) {
    let rest = line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
    guard let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    let length = rest.prefix { $0 == mark }.count
    guard length >= 3, mark == "~" || !rest.dropFirst(length).contains("`") else { return nil }
    self.mark = mark
    self.length = length
  }

  func isClosed(by line: ArraySlice<Character>) -> Bool {
    let rest = line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
    let marks = rest.prefix { $0 == mark }.count
    return marks >= length && rest.dropFirst(marks).allSatisfy(\.isWhitespace)
  }
}
