import Terminal

/// A lesson's text, read: its tree, and everything that is wrong with it.
public struct ParsedLesson: Hashable, Sendable {
  public var document: Document
  /// In the order of the file.
  public var faults: [MarkupFault]

  public init(document: Document, faults: [MarkupFault]) {
    self.document = document
    self.faults = faults
  }
}

/// Reads lessons: CommonMark with tables, task lists, footnotes, callouts, front matter and formulas in
/// dollars.
public enum MarkdownParser {
  /// Reads any text; never fails, but names what is wrong. Places are those of the file.
  public static func parse(_ text: String) -> ParsedLesson {
    var faults = controlCharacters(in: text)
    let clean = Sanitizer.clean(text)
    let (frontMatter, body, firstLine) = FrontMatterCutter.cut(clean, faults: &faults)
    var masker = MathMasker(body, firstLine: firstLine)
    masker.run()
    var builder = DocumentBuilder(masker.masked)
    let blocks = CMarkTree.parse(masker.masked.text) { root in builder.blocks(under: root) }
    faults += masker.faults + builder.faults
    faults += UnusedFootnotes.faults(in: masker.masked)
    faults.sort { $0.place < $1.place }
    let document = Document(frontMatter: frontMatter, blocks: blocks, footnotes: builder.footnotes)
    return ParsedLesson(document: document, faults: faults)
  }

  /// One fault a line at most: a lesson full of them would bury the rest. The mark at the file's start and carriage
  /// returns before new lines are left out in silence.
  private static func controlCharacters(in text: String) -> [MarkupFault] {
    var faults: [MarkupFault] = []
    var place = SourcePlace(line: 1, column: 1)
    for character in text {
      let bad = character == "\r\n" ? nil : character.unicodeScalars.first { Sanitizer.isForbidden($0.value) }
      if let bad, faults.last?.place.line != place.line,
        !(bad.value == 0xFEFF && place == SourcePlace(line: 1, column: 1))
      {
        faults.append(MarkupFault(.controlCharacter(bad.value), at: place))
      }
      place =
        character.isNewline
        ? SourcePlace(line: place.line + 1, column: 1) : SourcePlace(line: place.line, column: place.column + 1)
    }
    return faults
  }
}

/// Cuts the front matter off.
enum FrontMatterCutter {
  static func cut(_ text: String, faults: inout [MarkupFault]) -> (FrontMatter?, body: String, firstLine: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, isMark(first) else { return (nil, text, 1) }
    guard let end = lines.dropFirst().firstIndex(where: isMark) else {
      faults.append(MarkupFault(.unclosedFrontMatter, at: SourcePlace(line: 1, column: 1)))
      return (nil, text, 1)
    }
    let matter = FrontMatter(text: lines[1..<end].map { $0 + "\n" }.joined(), firstLine: 2)
    return (matter, lines[(end + 1)...].joined(separator: "\n"), end + 2)
  }

  private static func isMark(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
  }
}
