import Markup
import Wording

/// Documents and pieces of Markdown as they are read aloud: structure in words, formulas in words, tables row by row.
struct SpokenMarkup {
  private let language: Language
  private let context: TutorContext

  /// Where it is kept how formulas are said.
  static let setting = "spoken-formulas"

  /// Whether formulas are said by their signs: short, and for braille displays and voices that read every bracket.
  static func saysSigns(_ context: TutorContext) -> Bool { context.progress.setting(setting) == "signs" }

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
    let spoken: SpokenLanguage = language == .zh ? .chinese : .english
    var linear = LinearText(
      words: context.documentWords, spoken: Self.saysSigns(context) ? nil : spoken, fences: fences)
    linear.marks = marks
    let text = linear.text(Document(blocks: blocks))
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The footnotes that blocks refer to, each after its number.
  func footnotes(of blocks: [Block], in document: Document) -> [String] {
    let numbers = FootnoteMarks.numbers(in: blocks).filter { (1...max(1, document.footnotes.count)).contains($0) }
    guard !document.footnotes.isEmpty else { return [] }
    return numbers.flatMap { number in
      let lines = lines(document.footnotes[number - 1].blocks) { _ in [] }
      return [context.words("linear.footnote", ["n": String(number)])] + lines
    }
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
    marks.footnote = { " " + context.words("linear.footnote-mark", ["n": String($0)]) }
    marks.formula = { SpokenText(language: language, isFormula: true).of($0) }
    return marks
  }
}
