import Course
import Markup

/// A stretch of a lesson that is read at once: from a heading to the next, or to a box that asks for something.
struct LessonPart: Hashable {
  /// Positions of the blocks in the document.
  var blocks: Range<Int>
  /// The words of the heading that it stands under; empty before the first.
  var title: String
  /// The box that ends it, where that asks for something: a guess, an experiment, a demo.
  var box: LessonFence?
}

extension LessonText {
  /// The whole lesson in parts, in reading order. Both languages give as many, because both hold the same headings
  /// and fences.
  var parts: [LessonPart] {
    var parts: [LessonPart] = []
    var (start, title) = (0, "")
    func end(before index: Int, _ box: LessonFence? = nil) {
      if index > start { parts.append(LessonPart(blocks: start..<index, title: title, box: box)) }
      start = index
    }
    for (index, block) in document.blocks.enumerated() {
      switch block.kind {
      case .heading(_, let words):
        // A heading right below another is read with it.
        if !isHeading(index - 1) { end(before: index) }
        title = words.plainText
      case .fence(let fence):
        if let box = reading(of: fence), box.asksForSomething { end(before: index + 1, box) }
      default: break
      }
    }
    end(before: document.blocks.count)
    return parts
  }

  private func isHeading(_ index: Int) -> Bool {
    guard document.blocks.indices.contains(index), case .heading = document.blocks[index].kind else { return false }
    return true
  }
}

extension LessonFence {
  /// Whether the learner can do something with the box.
  var asksForSomething: Bool {
    switch self {
    case .demo, .predict, .experiment: true
    case .source, .python: false
    }
  }
}
