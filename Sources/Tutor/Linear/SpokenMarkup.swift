import Markup
import Wording

/// Documents and pieces of Markdown as they are read aloud: structure in words, formulas in their linear form with their
/// signs spoken, tables row by row.
struct SpokenMarkup {
  private let language: Language
  private let context: TutorContext

  init(_ language: Language, _ context: TutorContext) {
    self.language = language
    self.context = context
  }

  /// Running text of a question or a caption.
  func text(_ markdown: String) -> String {
    guard !markdown.isEmpty else { return "" }
    return lines(MarkdownParser.parse(markdown).document.blocks) { _ in [] }.joined(separator: "\n")
  }

  /// Blocks of a document; an empty line parts them.
  func lines(_ blocks: [Block], fences: @escaping (Fence) -> [String]) -> [String] {
    var linear = LinearText(
      words: context.documentWords, spoken: language == .zh ? .chinese : .english, fences: fences)
    linear.marks = marks
    let text = linear.text(Document(blocks: blocks))
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private var marks: LinearMarks {
    var marks = LinearMarks()
    let (context, language) = (context, language)
    marks.heading = { _ in "" }
    marks.bullet = ""
    marks.quote = ""
    marks.inlineCode = ""
    marks.rule = ""
    marks.row = { context.words("linear.row", ["n": String($0)]) + (language == .en ? " " : "") }
    marks.code = (context.words("linear.code"), context.words("linear.code-end"))
    marks.formulaIndent = ""
    marks.formula = { SpokenText(language: language, isFormula: true).of($0) }
    return marks
  }
}
