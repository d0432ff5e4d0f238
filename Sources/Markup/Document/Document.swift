/// A lesson's text as a tree of blocks. Every text in it is sanitised: no control character is left.
public struct Document: Hashable, Sendable {
  public var frontMatter: FrontMatter?
  public var blocks: [Block]
  /// In the order of their first marks; number 1 comes first.
  public var footnotes: [Footnote]

  public init(frontMatter: FrontMatter? = nil, blocks: [Block], footnotes: [Footnote] = []) {
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

/// What stands between the `---` lines at the top of a file, unread.
public struct FrontMatter: Hashable, Sendable {
  /// As written, without the `---` lines.
  public let text: String
  /// The file's line of the text's first line: 2.
  public let firstLine: Int

  public init(text: String, firstLine: Int) {
    self.text = text
    self.firstLine = firstLine
  }
}

/// One block and where it begins in the file.
public struct Block: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    /// Level 1 to 6.
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case list(List)
    case quote([Block])
    /// A quote that begins with `[!NOTE]`, `[!TIP]` or `[!WARNING]`.
    case callout(Callout, [Block])
    /// The language is empty where none is named.
    case code(language: String, text: String)
    case table(Table)
    /// A displayed formula, `$$…$$`.
    case math(Math)
    case rule
    /// A picture that stands alone: its file below Assets, and the words for it.
    case image(path: String, [Inline])
    case fence(Fence)
  }

  public var kind: Kind
  public var place: SourcePlace

  public init(_ kind: Kind, at place: SourcePlace) {
    self.kind = kind
    self.place = place
  }
}

/// An ordered or bulleted list.
public struct List: Hashable, Sendable {
  public var isOrdered: Bool
  /// The first item's number.
  public var start: Int
  /// No blank line between the items.
  public var isTight: Bool
  public var items: [[Block]]
  /// For each item whether its box `[x]` is ticked; nil where it has none.
  public var ticks: [Bool?]

  /// - Parameter ticks: one an item; items beyond them have no box.
  public init(isOrdered: Bool, start: Int = 1, isTight: Bool = true, items: [[Block]], ticks: [Bool?] = []) {
    self.isOrdered = isOrdered
    self.start = start
    self.isTight = isTight
    self.items = items
    self.ticks = items.indices.map { ticks.indices.contains($0) ? ticks[$0] : nil }
  }
}

/// What a callout warns of or offers.
public enum Callout: String, Hashable, Sendable, CaseIterable {
  case note, tip, warning
}

/// A footnote's text; its number is its place in the document's list.
public struct Footnote: Hashable, Sendable {
  public var blocks: [Block]
  public var place: SourcePlace

  public init(_ blocks: [Block], at place: SourcePlace) {
    self.blocks = blocks
    self.place = place
  }
}

/// A table; every row has as many cells as the header.
public struct Table: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable {
    case left, centre, right
  }

  public var header: [[Inline]]
  public var rows: [[[Inline]]]
  public var alignments: [Alignment]

  public init(header: [[Inline]], rows: [[[Inline]]], alignments: [Alignment]) {
    self.header = header
    self.rows = rows
    self.alignments = alignments
  }
}
