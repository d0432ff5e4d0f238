/// A link of a document, as it is listed at the end.
public struct DocumentLink: Hashable, Sendable {
  public let text: String
  public let url: String

  public init(text: String, url: String) {
    self.text = text
    self.url = url
  }
}

extension Document {
  /// The links in reading order, each address once; those whose text is the address itself are left out.
  public var links: [DocumentLink] {
    var links: [DocumentLink] = []
    for inline in (blocks + footnotes.flatMap(\.blocks)).flatMap(\.inlines) { Self.collect(inline, &links) }
    return links
  }

  private static func collect(_ inline: Inline, _ links: inout [DocumentLink]) {
    switch inline {
    case .link(let parts, let url):
      let text = parts.plainText
      if text != url, !links.contains(where: { $0.url == url }) { links.append(DocumentLink(text: text, url: url)) }
    case .emphasis(let parts), .strong(let parts): for part in parts { collect(part, &links) }
    default: break
    }
  }
}

extension Document {
  /// The pictures in reading order.
  public var images: [(path: String, place: SourcePlace)] { blocks.flatMap(\.images) }
}

extension Block {
  fileprivate var images: [(path: String, place: SourcePlace)] {
    switch kind {
    case .image(let path, _): [(path, place)]
    case .quote(let blocks), .callout(_, let blocks): blocks.flatMap(\.images)
    case .list(let list): list.items.joined().flatMap(\.images)
    default: []
    }
  }
}

extension Block {
  /// The running text of the block and of the blocks inside it, in reading order.
  public var inlines: [Inline] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines), .image(_, let inlines): inlines
    case .list(let list): list.items.joined().flatMap(\.inlines)
    case .quote(let blocks), .callout(_, let blocks): blocks.flatMap(\.inlines)
    case .table(let table): table.header.flatMap { $0 } + table.rows.flatMap { $0.flatMap { $0 } }
    case .code, .math, .rule, .fence: []
    }
  }
}
