import Markup
import Terminal

/// What follows the text of a page: its footnotes, and its links with their addresses.
struct PageEnd {
  private let document: Document
  private let layout: DocumentLayout
  private let width: Int

  init(_ document: Document, layout: DocumentLayout, width: Int) {
    self.document = document
    self.layout = layout
    self.width = max(1, width)
  }

  /// The rows of each part; none where there is nothing to list.
  var parts: [[StyledLine]] { [footnotes, links] }

  private var theme: Theme { layout.theme }

  private func titled(_ title: String, _ items: [[StyledLine]]) -> [StyledLine] {
    items.isEmpty ? [] : [StyledText(title, theme.strong)] + items.flatMap { $0 }
  }

  private var footnotes: [StyledLine] {
    let items = document.footnotes.enumerated().map { index, note in
      let label = String(index + 1)
      let indent = String(repeating: " ", count: labelWidth(document.footnotes.count) - label.count - 1)
      let first =
        StyledText(indent) + StyledText([.init(label, theme.link, mark: .footnoteText(index + 1))]) + StyledText(" ")
      let body = layout.rows(note.blocks, width: width - first.width)
      return layout.prefixed(body.isEmpty ? [StyledText()] : body, first: first, width: first.width)
    }
    return titled(layout.words.footnotes, items)
  }

  private var links: [StyledLine] {
    let links = document.links
    let items = links.enumerated().map { index, link in
      let label = "[\(index + 1)] ".leftPadded(to: labelWidth(links.count) + 2)
      let first = StyledText(label, theme.dim)
      let address = StyledText([.init(link.url, theme.link, mark: .link(link.url))])
      let room = max(1, width - first.width)
      let body = StyledText(link.text, theme.text).wrapped(to: room) + address.hardWrapped(to: room)
      let one = StyledText(link.text + "  ", theme.text) + address
      return layout.prefixed(one.width <= room ? [one] : body, first: first, width: first.width)
    }
    return titled(layout.words.links, items)
  }

  private func labelWidth(_ count: Int) -> Int { String(count).count + 1 }
}

extension String {
  fileprivate func leftPadded(to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - count)) + self
  }
}
