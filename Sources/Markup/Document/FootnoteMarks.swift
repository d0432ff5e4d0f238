/// Which footnotes a stretch of a document refers to.
public enum FootnoteMarks {
  /// Their numbers in reading order, each once.
  public static func numbers(in blocks: [Block]) -> [Int] {
    var found: [Int] = []
    for number in blocks.flatMap({ numbers($0) }) where !found.contains(number) { found.append(number) }
    return found
  }

  private static func numbers(_ block: Block) -> [Int] {
    switch block.kind {
    case .heading(_, let inlines), .paragraph(let inlines), .image(_, let inlines): inlines.flatMap { numbers($0) }
    case .list(let list): list.items.joined().flatMap { numbers($0) }
    case .quote(let blocks), .callout(_, let blocks): blocks.flatMap { numbers($0) }
    case .table(let table): (table.header + table.rows.joined()).joined().flatMap { numbers($0) }
    case .code, .math, .rule, .fence: []
    }
  }

  private static func numbers(_ inline: Inline) -> [Int] {
    switch inline {
    case .footnote(let number): [number]
    case .emphasis(let parts), .strong(let parts), .link(let parts, _): parts.flatMap { numbers($0) }
    case .text, .term, .code, .math, .lineBreak: []
    }
  }
}
