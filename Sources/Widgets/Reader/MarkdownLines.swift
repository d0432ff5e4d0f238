import Markup
import Terminal

/// A short Markdown text, such as a question's prompt, laid out in rows.
public enum MarkdownLines {
  /// Rows of at most `width` columns; fences inside are left out.
  public static func of(_ markdown: String, width: Int, theme: Theme) -> [StyledLine] {
    let document = MarkdownParser.parse(markdown).document
    return DocumentLayout(theme: theme, fences: { _, _ in [] }).rows(document.blocks, width: width)
  }
}
