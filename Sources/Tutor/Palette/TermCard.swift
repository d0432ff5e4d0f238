import Course
import Markup
import Terminal
import Widgets
import Wording

/// A term of the glossary, explained in both languages, the learner's own first.
struct TermCard {
  private let entry: GlossaryEntry
  var overlay = Overlay(title: "", text: [], maximumWidth: 66)

  init(_ entry: GlossaryEntry) { self.entry = entry }

  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) {
    overlay.title = entry.term[context.language]
    overlay.text = lines(context)
    overlay.footer = context.words("help.close")
    overlay.layOut(in: area.size)
    overlay.draw(on: &surface, in: area, theme: context.theme)
  }

  private func lines(_ context: TutorContext) -> [StyledLine] {
    let symbol = entry.symbol.map { MarkdownLines.of($0, width: 60, theme: context.theme) + [StyledText()] } ?? []
    return symbol + part(context.language, context.theme) + [StyledText()] + part(context.language.other, context.theme)
  }

  private func part(_ language: Language, _ theme: Theme) -> [StyledLine] {
    [StyledText(entry.term[language], theme.strong), StyledText(entry.text[language], theme.text)]
  }
}
