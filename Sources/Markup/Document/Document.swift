/// A lesson's text as a tree of blocks. Every text in it is sanitised: no control character is left.
public struct Document: Hashable, Sendable {
  public var frontMatter: FrontMatter?
  public var blocks: [Block]

  public init(frontMatter: FrontMatter? = nil, blocks: [Block]) {
    self.frontMatter = frontMatter
    self.blocks = blocks
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
    /// The language is empty where none is named.
    case code(language: String, text: String)
    case table(Table)
    /// A displayed formula, `$$…$$`.
    case math(Math)
    case rule
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

  public init(isOrdered: Bool, start: Int = 1, isTight: Bool = true, items: [[Block]]) {
    self.isOrdered = isOrdered
    self.start = start
    self.isTight = isTight
    self.items = items
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
