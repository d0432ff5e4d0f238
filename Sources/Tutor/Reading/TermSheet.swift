import Course
import Terminal
import Widgets
import Wording

/// What a glossary term means, in both languages side by side.
struct TermSheet {
  let entry: GlossaryEntry
  let context: TutorContext

  private var theme: Theme { context.theme }

  /// - Parameter width: columns of text at most.
  func overlay(width: Int) -> Overlay {
    var title = entry.term[context.language]
    if let symbol = entry.symbol {
      title += "  " + MarkdownLines.of(symbol, width: 40, theme: theme).map(\.plain).joined(separator: " ")
    }
    let order = [context.language, context.language.other]
    let text = width >= 48 ? sideBySide(order, width) : stacked(order, width)
    return Overlay(title: title, text: text, footer: context.words("sheet.close"), maximumWidth: max(1, width))
  }

  private func stacked(_ order: [Language], _ width: Int) -> [StyledLine] {
    Array(order.map { rows($0, width) }.joined(separator: [StyledText()]))
  }

  private func sideBySide(_ order: [Language], _ width: Int) -> [StyledLine] {
    let half = (width - 3) / 2
    let columns = order.map { rows($0, half) }
    let bar = StyledText(theme.glyphs == .ascii ? " | " : " │ ", theme.border)
    return (0..<(columns.map(\.count).max() ?? 0)).map { row in
      let cells = columns.map { row < $0.count ? $0[row] : StyledText() }
      let gap = StyledText(String(repeating: " ", count: max(0, half - cells[0].width)))
      return cells[0] + gap + bar + cells[1]
    }
  }

  private func rows(_ language: Language, _ width: Int) -> [StyledLine] {
    [StyledText(entry.term[language], theme.strong)]
      + MarkdownLines.of(entry.text[language], width: width, theme: theme, words: context.documentWords)
  }
}
