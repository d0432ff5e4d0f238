/// Makes the document out of cmark's tree, formulas back in their places.
struct DocumentBuilder {
  /// Deeper quotes, lists and emphasis are flattened: no lesson nests so, and the stack is finite.
  static let maximumDepth = 24

  private let masked: MaskedText
  private let formulas: [Math]
  /// Where the formulas in double dollars stand.
  private let displayed: Set<SourcePlace>
  var faults: [MarkupFault] = []
  /// cmark puts them at the tree's end, in the order of their first marks.
  private(set) var footnotes: [Footnote] = []

  init(_ masked: MaskedText) {
    self.masked = masked
    displayed = Set(masked.formulas.filter(\.isDisplay).map(\.place))
    var faults: [MarkupFault] = []
    formulas = masked.formulas.map { Self.math($0, faults: &faults) }
    self.faults = faults
  }

  private static func math(_ masked: MaskedText.MaskedFormula, faults: inout [MarkupFault]) -> Math {
    let source = String(masked.source)
    do throws(FormulaError) {
      return Math(source: source, place: masked.place, formula: try Formula(source))
    } catch {
      let place = masked.places.indices.contains(error.column) ? masked.places[error.column] : masked.places.last
      faults.append(MarkupFault(.formula(error.kind), at: place ?? masked.place))
      return Math(source: source, place: masked.place, formula: nil)
    }
  }

  // MARK: Blocks

  mutating func blocks(under node: CMarkNode, depth: Int = 0) -> [Block] {
    guard depth < Self.maximumDepth else { return [] }
    var blocks: [Block] = []
    for child in node.children { blocks += self.blocks(of: child, depth: depth) }
    return blocks
  }

  private mutating func blocks(of node: CMarkNode, depth: Int) -> [Block] {
    let place = place(of: node)
    switch node.type {
    case "paragraph": return image(node, place) ?? paragraphs(inlines(under: node), place)
    case "heading": return [Block(.heading(level: node.headingLevel, inlines(under: node)), at: place)]
    case "list": return [Block(.list(list(node, depth)), at: place)]
    case "block_quote": return [quote(node, place, depth)]
    case "footnote_definition":
      footnotes.append(Footnote(blocks(under: node, depth: depth + 1), at: place))
      return []
    case "code_block": return [code(node, place, depth)]
    case "thematic_break": return [Block(.rule, at: place)]
    case "table": return [Block(.table(table(node)), at: place)]
    case "html_block":
      let html = masked.unmasked(node.literal)
      faults.append(MarkupFault(.html(firstLine(html)), at: place))
      return [Block(.code(language: "html", text: html), at: place)]
    default: return blocks(under: node, depth: depth + 1)
    }
  }

  /// A displayed formula inside a paragraph stands between two paragraphs.
  private func paragraphs(_ inlines: [Inline], _ place: SourcePlace) -> [Block] {
    var blocks: [Block] = []
    var words: [Inline] = []
    func close() {
      let trimmed = words.trimmingBlanks
      if !trimmed.isEmpty { blocks.append(Block(.paragraph(trimmed), at: place)) }
      words = []
    }
    for inline in inlines {
      if case .math(let math) = inline, displayed.contains(math.place) {
        close()
        blocks.append(Block(.math(math), at: math.place))
      } else {
        words.append(inline)
      }
    }
    close()
    return blocks
  }

  private mutating func list(_ node: CMarkNode, _ depth: Int) -> List {
    let items = node.children.map { blocks(under: $0, depth: depth + 1) }
    return List(
      isOrdered: node.isOrderedList, start: max(0, node.listStart), isTight: node.isTightList, items: items,
      ticks: node.children.map(\.tick))
  }

  /// Nil for a paragraph that holds anything but one picture.
  private mutating func image(_ node: CMarkNode, _ place: SourcePlace) -> [Block]? {
    guard let only = node.children.first, node.children.count == 1, only.type == "image",
      ImagePath.isValid(masked.unmasked(only.url))
    else { return nil }
    return [Block(.image(path: masked.unmasked(only.url), inlines(under: only)), at: place)]
  }

  private mutating func quote(_ node: CMarkNode, _ place: SourcePlace, _ depth: Int) -> Block {
    guard let head = CalloutHead(node) else { return Block(.quote(blocks(under: node, depth: depth + 1)), at: place) }
    var body = blocks(under: node, depth: depth + 1)
    if !body.isEmpty, case .paragraph(let words) = body[0].kind {
      let rest = head.removed(from: words)
      if rest.isEmpty { body.removeFirst() } else { body[0].kind = .paragraph(rest) }
    }
    guard let callout = head.callout else {
      faults.append(MarkupFault(.unknownCallout(head.name), at: place))
      return Block(.quote(body), at: place)
    }
    return Block(.callout(callout, body), at: place)
  }

  private mutating func code(_ node: CMarkNode, _ place: SourcePlace, _ depth: Int) -> Block {
    let info = masked.unmasked(node.fenceInfo)
    let words = info.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let body = masked.unmasked(node.literal)
    guard let word = words.first, let kind = Fence.Kind(rawValue: String(word)) else {
      return Block(.code(language: words.first.map { String($0) } ?? "", text: body), at: place)
    }
    if depth > 0 { faults.append(MarkupFault(.nestedFence(kind), at: place)) }
    let arguments = words.count > 1 ? String(words[1]) : ""
    return Block(.fence(Fence(kind, arguments: arguments, body: body, line: place.line)), at: place)
  }

  private mutating func table(_ node: CMarkNode) -> Table {
    let alignments = node.columnAlignments
    var rows: [[[Inline]]] = []
    for row in node.children {
      var cells = row.children.map { inlines(under: $0) }
      while cells.count < alignments.count { cells.append([]) }
      rows.append(cells)
    }
    return Table(header: rows.first ?? [], rows: Array(rows.dropFirst()), alignments: alignments)
  }

  private func place(of node: CMarkNode) -> SourcePlace {
    masked.place(line: node.line, byteColumn: max(1, node.byteColumn))
  }

  private func firstLine(_ text: String) -> String { text.split(separator: "\n").first.map { String($0) } ?? "" }

  // MARK: Running text

  private mutating func inlines(under node: CMarkNode, depth: Int = 0) -> [Inline] {
    guard depth < Self.maximumDepth else { return [] }
    var inlines: [Inline] = []
    var isAfterSoftBreak = false
    for child in node.children {
      guard child.type != "softbreak" else {
        isAfterSoftBreak = true
        continue
      }
      let next = self.inlines(of: child, depth: depth)
      if isAfterSoftBreak && LineJoin.needsBlank(between: inlines, and: next) { inlines.append(.text(" ")) }
      isAfterSoftBreak = false
      inlines += next
    }
    return inlines
  }

  private mutating func inlines(of node: CMarkNode, depth: Int) -> [Inline] {
    switch node.type {
    case "text": return text(node)
    case "linebreak": return [.lineBreak]
    case "code": return [.code(masked.unmasked(node.literal))]
    case "emph": return [.emphasis(inlines(under: node, depth: depth + 1))]
    case "strong": return [.strong(inlines(under: node, depth: depth + 1))]
    case "link": return link(node, depth)
    case "footnote_reference": return Int(node.literal).map { [.footnote($0)] } ?? []
    case "image":
      faults.append(MarkupFault(.image(url: node.url), at: place(of: node)))
      return inlines(under: node, depth: depth + 1)
    case "html_inline":
      faults.append(MarkupFault(.html(node.literal), at: place(of: node)))
      return [.text(masked.unmasked(node.literal))]
    default: return inlines(under: node, depth: depth + 1)
    }
  }

  private mutating func link(_ node: CMarkNode, _ depth: Int) -> [Inline] {
    let url = masked.unmasked(node.url)
    let words = inlines(under: node, depth: depth + 1)
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
      faults.append(MarkupFault(.link(url: url), at: place(of: node)))
      return words
    }
    return [.link(words, url: url)]
  }

  private mutating func text(_ node: CMarkNode) -> [Inline] {
    checkMarks(node.literal, node)
    checkFootnotes(node.literal, node)
    return masked.parts(of: node.literal).map { part in
      switch part {
      case .text(let text): .text(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
      case .formula(let index): .math(formulas[index])
      }
    }
  }

  private mutating func checkMarks(_ text: String, _ node: CMarkNode) {
    guard let mark = LeftoverMarks.first(in: text) else { return }
    let before = text[..<mark.lowerBound]
    let near = before.suffix(4) + text[mark] + text[mark.upperBound...].prefix(8)
    let place = masked.place(line: node.line, byteColumn: max(1, node.byteColumn) + before.utf8.count)
    faults.append(MarkupFault(.unparsedEmphasis(near: masked.unmasked(String(near))), at: place))
  }

  /// A mark without its text stays text.
  private mutating func checkFootnotes(_ text: String, _ node: CMarkNode) {
    guard let mark = text.firstRange(of: "[^"), let end = text[mark.upperBound...].firstIndex(of: "]") else { return }
    let name = masked.unmasked(String(text[mark.upperBound..<end]))
    let column = max(1, node.byteColumn) + text[..<mark.lowerBound].utf8.count
    faults.append(MarkupFault(.unknownFootnote(name), at: masked.place(line: node.line, byteColumn: column)))
  }
}
