import Markup
import Terminal

/// Finds what does not fit the page: formulas that would be cut, tables whose words would be, code that would wrap.
struct WidthChecker {
  let log: LoadLog

  func check() {
    for text in log.texts {
      for block in text.document.blocks + text.document.footnotes.flatMap(\.blocks) {
        check(block, margin: 0, in: text)
      }
    }
  }

  /// - Parameter margin: columns that lists and quotes around the block take.
  private func check(_ block: Block, margin: Int, in text: LoadLog.Text) {
    switch block.kind {
    case .math(let math): check(math, margin: margin, in: text)
    case .table(let table): check(table, at: block.place, margin: margin, in: text)
    case .code(_, let code): check(code, line: block.place.line, in: text)
    case .fence(let fence) where fence.kind == .python: check(fence.body, line: fence.line, in: text)
    case .quote(let blocks), .callout(_, let blocks):
      for block in blocks { check(block, margin: margin + 2, in: text) }
    case .list(let list):
      let mark = list.isOrdered ? 4 : 2
      for block in list.items.joined() { check(block, margin: margin + mark, in: text) }
    case .heading, .paragraph, .rule, .image, .fence: break
    }
  }

  private func check(_ math: Math, margin: Int, in text: LoadLog.Text) {
    let limit = PageWidth.narrowest - PageWidth.formulaIndent - margin
    guard let formula = math.formula, !GlyphTier.allCases.allSatisfy({ formula.fits(width: limit, glyphs: $0) }) else {
      return
    }
    log.add(.tooWide(.formula, limit: limit), at: text.place(of: math.place))
  }

  private func check(_ table: Table, at place: SourcePlace, margin: Int, in text: LoadLog.Text) {
    let rows = [table.header] + table.rows
    let columns = table.header.indices.map { column in rows.map { Self.widestPiece($0[column]) }.max() ?? 0 }
    let width = columns.reduce(0, +) + 3 * max(0, columns.count - 1)
    let limit = PageWidth.narrowest - margin
    if width > limit { log.add(.tooWide(.table(width), limit: limit), at: text.place(of: place)) }
  }

  private func check(_ code: String, line: Int, in text: LoadLog.Text) {
    let limit = PageWidth.usual - PageWidth.boxBorder
    for (index, row) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let width = TextWidth.of(row)
      guard width > limit else { continue }
      log.add(
        .tooWide(.code(width), limit: limit), at: text.place(of: SourcePlace(line: line + 1 + index, column: limit + 1))
      )
    }
  }

  /// Columns of the widest part of a cell that no line's end can cut.
  private static func widestPiece(_ inlines: [Inline]) -> Int {
    var atoms: [LineAtom] = []
    for (index, inline) in inlines.enumerated() {
      let text = inline.plainText
      let isWhole = inline.isKeptWhole && TextWidth.of(text) <= 24
      for character in text {
        let width = TextWidth.of(String(character))
        atoms.append(LineAtom(character: character, width: width, run: index, group: isWhole ? index : nil))
      }
    }
    return LineBreaking.widestPiece(atoms)
  }
}

extension Inline {
  fileprivate var isKeptWhole: Bool {
    switch self {
    case .code, .math: true
    default: false
    }
  }
}
