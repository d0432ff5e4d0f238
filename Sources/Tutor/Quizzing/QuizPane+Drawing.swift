import Course
import Terminal
import Widgets

/// Keeping the row that matters on the screen, and the field.
extension QuizPane {
  /// Keeps the row of the cursor on the screen.
  mutating func follow(_ content: QuizContent, height: Int) {
    (lastHeight, contentHeight) = (height, content.lines.count)
    top = max(0, min(top, contentHeight - height))
    guard let row = content.cursorRow else { return }
    if row < top { top = row }
    if row >= top + height { top = row - height + 1 }
  }

  func drawField(
    _ content: QuizContent, on surface: inout Surface, in page: Rect, _ question: Question, _ context: TutorContext
  ) -> Point? {
    guard let row = content.fieldRow, case .field(let field) = drafts[question.id]?.form else { return nil }
    let line = Rect(x: page.x, y: page.y + row - top, width: min(page.width, 48), height: 1)
    guard page.contains(Point(x: line.x, y: line.y)) else { return nil }
    let point = PromptLine(label: context.words("quiz.answer"), field: field)
      .draw(on: &surface, in: line, theme: context.theme)
    return isTyping ? point : nil
  }
}
