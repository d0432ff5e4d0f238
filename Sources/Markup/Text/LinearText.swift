import Terminal

/// A document as plain text, top to bottom: for screen readers, pipes and files. No box, no column layout, no colour.
public struct LinearText {
  /// Columns at most; nil leaves lines as long as they are.
  public var width: Int?
  public var glyphs: GlyphTier
  public var words: DocumentWords
  /// Formulas in words, to be read aloud; nil for signs.
  public var spoken: SpokenLanguage?
  /// How structure is told.
  public var marks = LinearMarks()
  /// What stands in a fence's place.
  public var fences: (Fence) -> [String]

  public init(
    width: Int? = nil, glyphs: GlyphTier = .unicode, words: DocumentWords = .english, spoken: SpokenLanguage? = nil,
    fences: @escaping (Fence) -> [String]
  ) {
    self.width = width
    self.glyphs = glyphs
    self.words = words
    self.spoken = spoken
    self.fences = fences
  }

  /// Lines joined by newlines, one at the end; blocks are parted by an empty line.
  public func text(_ document: Document) -> String {
    let body = lines(document.blocks, indent: "")
    let notes = footnotes(document.footnotes)
    return (body + (body.isEmpty || notes.isEmpty ? [] : [""]) + notes).map { $0 + "\n" }.joined()
  }

  private func footnotes(_ notes: [Footnote]) -> [String] {
    guard !notes.isEmpty else { return [] }
    let items = notes.enumerated().map { index, note in marked("[\(index + 1)] ", note.blocks, "") }
    return [marks.heading(2) + words.footnotes] + [""] + Array(items.joined(separator: [""]))
  }

  private func lines(_ blocks: [Block], indent: String, isTight: Bool = false) -> [String] {
    let parts = blocks.map { lines($0, indent: indent) }.filter { !$0.isEmpty }
    return Array(parts.joined(separator: isTight ? [] : [""]))
  }

  private func lines(_ block: Block, indent: String) -> [String] {
    switch block.kind {
    case .heading(let level, let inlines):
      wrap(marks.heading(level) + running(inlines), indent)
    case .paragraph(let inlines): wrap(running(inlines), indent)
    case .list(let list): self.list(list, indent)
    case .quote(let blocks): lines(blocks, indent: indent + marks.quote)
    case .callout(let callout, let blocks):
      [indent + marks.quote + words[callout] + ":"] + lines(blocks, indent: indent + marks.quote)
    case .code(_, let text): code(text, indent)
    case .table(let table): self.table(table, indent)
    case .math(let math): wrap(formula(math), indent + marks.formulaIndent)
    case .rule: [indent + marks.rule]
    case .image(_, let inlines): wrap("[\(words.image): \(running(inlines))]", indent)
    case .fence(let fence): fences(fence).flatMap { $0.isEmpty ? [""] : wrap(Sanitizer.clean($0), indent) }
    }
  }

  private func code(_ text: String, _ indent: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLastEmpty.map { indent + "    " + $0 }
    guard let (before, after) = marks.code else { return lines }
    return [indent + before] + lines + [indent + after]
  }

  private func list(_ list: List, _ indent: String) -> [String] {
    let items = list.items.enumerated().map { index, blocks in
      let mark = list.isOrdered ? "\(list.start + index). " : marks.bullet
      let tick = list.ticks[index].map { "[\($0 ? words.done : words.open)] " } ?? ""
      return marked(mark + tick, blocks, indent, isTight: list.isTight)
    }
    return Array(items.joined(separator: list.isTight ? [] : [""]))
  }

  /// Blocks behind a mark, what follows its line indented as far.
  private func marked(_ mark: String, _ blocks: [Block], _ indent: String, isTight: Bool = true) -> [String] {
    let inner = indent + String(repeating: " ", count: TextWidth.of(mark))
    var body = lines(blocks, indent: inner, isTight: isTight)
    guard let first = body.first else { return [indent + mark] }
    body[0] = indent + mark + first.dropFirst(inner.count)
    return body
  }

  /// Each row says its headings: "rate: 0.1; loss: 3".
  private func table(_ table: Table, _ indent: String) -> [String] {
    table.rows.enumerated().flatMap { index, row in
      let cells = row.enumerated().map { column, cell in
        let heading = table.header.indices.contains(column) ? running(table.header[column]) : ""
        return heading.isEmpty ? running(cell) : heading + ": " + running(cell)
      }
      return wrap(marks.row(index + 1) + cells.joined(separator: "; "), indent)
    }
  }

  private func wrap(_ text: String, _ indent: String) -> [String] {
    guard let width else { return text.split(separator: "\n", omittingEmptySubsequences: false).map { indent + $0 } }
    let characters = Array(text)
    let atoms = characters.map { LineAtom(character: $0, width: TextWidth.of(String($0)), run: 0, group: nil) }
    return LineBreaking.lines(atoms, width: width - TextWidth.of(indent)).map { indent + String(characters[$0]) }
  }

  // MARK: Running text

  private func formula(_ math: Math) -> String {
    if let spoken, let formula = math.formula { return formula.spoken(spoken) }
    return marks.formula(math.linear(glyphs: glyphs))
  }

  private func running(_ inlines: [Inline]) -> String { inlines.map { running($0) }.joined() }

  private func running(_ inline: Inline) -> String {
    switch inline {
    case .text(let text), .term(let text, _): text
    case .code(let code): marks.inlineCode + code + marks.inlineCode
    case .emphasis(let parts), .strong(let parts): running(parts)
    case .math(let math): formula(math)
    case .footnote(let number): marks.footnote(number)
    case .link(let parts, let url): parts.plainText == url ? url : "\(running(parts)) (\(url))"
    case .lineBreak: "\n"
    }
  }
}

extension [Substring] {
  /// Without the empty line that a final newline leaves.
  fileprivate var dropLastEmpty: ArraySlice<Substring> { last == "" ? dropLast() : self[...] }
}
