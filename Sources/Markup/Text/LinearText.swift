import Terminal

/// A document as plain text, top to bottom: for screen readers, pipes and files. No box, no column layout, no colour.
public struct LinearText {
  /// Columns at most; nil leaves lines as long as they are.
  public var width: Int?
  public var glyphs: GlyphTier
  /// How structure is told.
  public var marks = LinearMarks()
  /// What stands in a fence's place.
  public var fences: (Fence) -> [String]

  public init(width: Int? = nil, glyphs: GlyphTier = .unicode, fences: @escaping (Fence) -> [String]) {
    self.width = width
    self.glyphs = glyphs
    self.fences = fences
  }

  /// Lines joined by newlines, one at the end; blocks are parted by an empty line.
  public func text(_ document: Document) -> String {
    lines(document.blocks, indent: "").map { $0 + "\n" }.joined()
  }

  private func lines(_ blocks: [Block], indent: String, isTight: Bool = false) -> [String] {
    let parts = blocks.map { lines($0, indent: indent) }.filter { !$0.isEmpty }
    return Array(parts.joined(separator: isTight ? [] : [""]))
  }

  private func lines(_ block: Block, indent: String) -> [String] {
    switch block.kind {
    case .heading(let level, let inlines):
      wrap(marks.heading(level) + words(inlines), indent)
    case .paragraph(let inlines): wrap(words(inlines), indent)
    case .list(let list): self.list(list, indent)
    case .quote(let blocks): lines(blocks, indent: indent + marks.quote)
    case .code(_, let text): code(text, indent)
    case .table(let table): self.table(table, indent)
    case .math(let math): wrap(formula(math), indent + marks.formulaIndent)
    case .rule: [indent + marks.rule]
    case .fence(let fence): fences(fence).flatMap { $0.isEmpty ? [""] : wrap(Sanitizer.clean($0), indent) }
    }
  }

  private func code(_ text: String, _ indent: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLastEmpty.map { indent + "    " + $0 }
    guard let (before, after) = marks.code else { return lines }
    return [indent + before] + lines + [indent + after]
  }

  private func formula(_ math: Math) -> String { marks.formula(math.linear(glyphs: glyphs)) }

  private func list(_ list: List, _ indent: String) -> [String] {
    let items = list.items.enumerated().map { index, blocks in
      let mark = list.isOrdered ? "\(list.start + index). " : marks.bullet
      let inner = indent + String(repeating: " ", count: mark.count)
      var body = lines(blocks, indent: inner, isTight: list.isTight)
      if let first = body.first {
        body[0] = indent + mark + first.dropFirst(inner.count)
      } else {
        body = [indent + mark]
      }
      return body
    }
    return Array(items.joined(separator: list.isTight ? [] : [""]))
  }

  /// Each row says its headings: "rate: 0.1; loss: 3".
  private func table(_ table: Table, _ indent: String) -> [String] {
    table.rows.enumerated().flatMap { index, row in
      let cells = row.enumerated().map { column, cell in
        let heading = table.header.indices.contains(column) ? words(table.header[column]) : ""
        return heading.isEmpty ? words(cell) : heading + ": " + words(cell)
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

  private func words(_ inlines: [Inline]) -> String { inlines.map(words).joined() }

  private func words(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): text
    case .code(let code): marks.inlineCode + code + marks.inlineCode
    case .emphasis(let parts), .strong(let parts): words(parts)
    case .math(let math): formula(math)
    case .link(let parts, let url): parts.plainText == url ? url : "\(words(parts)) (\(url))"
    case .lineBreak: "\n"
    }
  }
}

extension [Substring] {
  /// Without the empty line that a final newline leaves.
  fileprivate var dropLastEmpty: ArraySlice<Substring> { last == "" ? dropLast() : self[...] }
}
