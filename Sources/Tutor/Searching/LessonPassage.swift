import Course
import Markup
import Wording

/// A block of a lesson as the words that a learner sees: formulas in their linear form, boxes as their sentences.
struct LessonPassage: Hashable, Sendable {
  /// Lines of the block, as they are read; a paragraph is one line.
  let lines: [String]
  /// Index into the document's blocks.
  let block: Int

  /// The passages of a text, in order; a block without words has none.
  static func all(of text: LessonText) -> [LessonPassage] {
    text.document.blocks.enumerated().compactMap { index, block in
      let lines = Self.lines(of: block, in: text).filter { !$0.allSatisfy(\.isWhitespace) }
      return lines.isEmpty ? nil : LessonPassage(lines: lines, block: index)
    }
  }

  private static func lines(of block: Block, in text: LessonText) -> [String] {
    switch block.kind {
    case .heading(_, let inlines), .paragraph(let inlines): return [inlines.plainText]
    default:
      let linear = LinearText(fences: { words(of: $0, in: text) }).text(Document(blocks: [block]))
      return linear.split(separator: "\n").map(String.init)
    }
  }

  private static func words(of fence: Fence, in text: LessonText) -> [String] {
    switch text.reading(of: fence) {
    case .demo(let demo): markdown(demo.caption)
    case .predict(let prediction):
      if case .choices(let choices) = prediction.key {
        markdown(prediction.question) + choices.flatMap { markdown($0.text) }
      } else {
        markdown(prediction.question)
      }
    case .experiment(let experiment): markdown(experiment.task)
    case .python: fence.body.split(separator: "\n").map(String.init)
    case .source, nil: []
    }
  }

  private static func markdown(_ text: String) -> [String] {
    LinearText(fences: { _ in [] }).text(MarkdownParser.parse(text).document).split(separator: "\n").map(String.init)
  }
}
