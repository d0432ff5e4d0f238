/// A glossary term as a text may have it.
public struct Term: Hashable, Sendable {
  public let id: String
  /// In the text's language: the term, and other forms of the word.
  public let forms: [String]

  public init(id: String, forms: [String]) {
    self.id = id
    self.forms = forms
  }
}

/// Marks terms where a section has them first.
public struct TermMarker {
  private let forms: [Form]

  /// One form of one term.
  private struct Form {
    let id: String
    let letters: [Character]
  }

  public init(_ terms: [Term]) {
    forms = terms.flatMap { term in
      term.forms.filter { !$0.isEmpty }.map { Form(id: term.id, letters: Array($0.lowercased())) }
    }.sorted { $0.letters.count > $1.letters.count }
  }

  /// The document with `Inline.term` in running text and tables; headings, code and links stay as they are. A heading
  /// begins a section.
  public func marked(_ document: Document) -> Document {
    guard !forms.isEmpty else { return document }
    var document = document
    var met: Set<String> = []
    for index in document.blocks.indices {
      if case .heading = document.blocks[index].kind { met = [] }
      document.blocks[index] = marked(document.blocks[index], &met)
    }
    for index in document.footnotes.indices {
      met = []
      document.footnotes[index].blocks = marked(document.footnotes[index].blocks, &met)
    }
    return document
  }

  /// The ids of the terms that the text holds where they are marked.
  public func terms(in document: Document) -> Set<String> {
    var found: Set<String> = []
    for block in document.blocks + document.footnotes.flatMap(\.blocks) {
      var met: Set<String> = []
      _ = marked(block, &met)
      found.formUnion(met)
    }
    return found
  }

  // MARK: Blocks and inlines

  private func marked(_ block: Block, _ met: inout Set<String>) -> Block {
    var block = block
    switch block.kind {
    case .paragraph(let inlines): block.kind = .paragraph(marked(inlines, &met))
    case .quote(let blocks): block.kind = .quote(marked(blocks, &met))
    case .callout(let callout, let blocks): block.kind = .callout(callout, marked(blocks, &met))
    case .list(var list):
      for index in list.items.indices { list.items[index] = marked(list.items[index], &met) }
      block.kind = .list(list)
    case .table(var table):
      for row in table.rows.indices {
        for column in table.rows[row].indices { table.rows[row][column] = marked(table.rows[row][column], &met) }
      }
      block.kind = .table(table)
    case .heading, .code, .math, .rule, .image, .fence: break
    }
    return block
  }

  private func marked(_ blocks: [Block], _ met: inout Set<String>) -> [Block] {
    var marked: [Block] = []
    for block in blocks { marked.append(self.marked(block, &met)) }
    return marked
  }

  private func marked(_ inlines: [Inline], _ met: inout Set<String>) -> [Inline] {
    var marked: [Inline] = []
    for inline in inlines {
      switch inline {
      case .text(let text): marked += split(text, &met)
      case .emphasis(let parts): marked.append(.emphasis(self.marked(parts, &met)))
      case .strong(let parts): marked.append(.strong(self.marked(parts, &met)))
      case .code, .math, .link, .footnote, .term, .lineBreak: marked.append(inline)
      }
    }
    return marked
  }

  // MARK: Text

  private func split(_ text: String, _ met: inout Set<String>) -> [Inline] {
    let characters = Array(text)
    let letters = characters.map { $0.lowercased().first ?? $0 }
    var parts: [Inline] = []
    var start = 0
    var index = 0
    while index < letters.count {
      guard let (id, end) = match(letters, at: index, met) else {
        index += 1
        continue
      }
      met.insert(id)
      if start < index { parts.append(.text(String(characters[start..<index]))) }
      parts.append(.term(String(characters[index..<end]), id: id))
      (start, index) = (end, end)
    }
    if start < characters.count { parts.append(.text(String(characters[start...]))) }
    return parts
  }

  /// The longest form that begins at a place, of a term not met yet.
  private func match(_ letters: [Character], at index: Int, _ met: Set<String>) -> (id: String, end: Int)? {
    for form in forms where !met.contains(form.id) && letters[index...].starts(with: form.letters) {
      if let end = wordEnd(letters, index, form.letters) { return (form.id, end) }
    }
    return nil
  }

  /// Where a whole word ends, its plural taken in; nil inside a longer word. Han characters have no words' ends.
  private func wordEnd(_ letters: [Character], _ start: Int, _ form: [Character]) -> Int? {
    var end = start + form.count
    if let first = form.first, Self.isLatin(first), start > 0, Self.isLatin(letters[start - 1]) { return nil }
    guard let last = form.last, Self.isLatin(last) else { return end }
    if end < letters.count, letters[end] == "s" { end += 1 }
    return end < letters.count && Self.isLatin(letters[end]) ? nil : end
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
