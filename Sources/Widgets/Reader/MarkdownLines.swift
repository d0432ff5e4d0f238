import Markup
import Terminal

/// A short Markdown text, such as a question's prompt, laid out in rows.
public enum MarkdownLines {
  /// Rows of at most `width` columns; fences inside are left out.
  public static func of(
    _ markdown: String, width: Int, theme: Theme, words: DocumentWords = .english, terms: [Term] = []
  ) -> [StyledLine] {
    let document = TermMarker(terms).marked(MarkdownParser.parse(markdown).document)
    return DocumentLayout(theme: theme, words: words, boxes: ReaderBoxes { _, _ in [] })
      .rows(document.blocks, width: width)
  }
}
