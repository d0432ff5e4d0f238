import Course
import Terminal
import Widgets
import Wording

/// What a taking of the quiz came to, question by question.
struct ResultLines {
  let session: QuizSession
  let context: TutorContext

  func lines(width: Int) -> [StyledLine] {
    let theme = context.theme
    let result = session.result
    let score = context.words(
      "results.score",
      [
        "right": String(result.right), "count": String(result.questions.count),
        "percent": String(Int((result.score * 100).rounded())),
      ])
    var lines = [
      StyledText(context.words("results.title"), theme.heading), StyledText(), StyledText(score, theme.strong),
    ]
    if result.skipped > 0 {
      lines.append(StyledText(context.words("results.skipped", ["count": String(result.skipped)]), theme.warning))
    }
    let needed = ["percent": String(Int((QuizResult.passMark * 100).rounded()))]
    let verdict = result.isPassed ? context.words("results.passed") : context.words("results.not-passed", needed)
    lines += [StyledText()] + StyledText(verdict, result.isPassed ? theme.good : theme.warning).wrapped(to: width)
    lines.append(StyledText())
    lines += result.questions.enumerated().map { row($0, $1, width) }
    lines.append(StyledText())
    return lines + StyledText(next(result), theme.accent).wrapped(to: width)
  }

  /// What Enter does from here.
  private func next(_ result: QuizResult) -> String {
    if result.isPassed { return context.words("results.roadmap") }
    guard session.isFinished else { return context.words("results.retry") }
    return context.words("results.retake", ["count": String(result.questions.count { $0.isMissed })])
  }

  private func row(_ index: Int, _ row: QuizResult.Row, _ width: Int) -> StyledLine {
    let theme = context.theme
    let isASCII = theme.glyphs == .ascii
    let (mark, style): (String, Style) =
      if row.state.isRight { (isASCII ? "+" : "✓", theme.good) } else if row.state.wasRevealed {
        (isASCII ? "!" : "◌", theme.warning)
      } else if row.state.tries > 0 { (isASCII ? "x" : "✗", theme.bad) } else { ("·", theme.dim) }
    let prompt = session.quiz[row.id].map { MarkdownLines.of($0.prompt[context.language], width: 400, theme: theme) }
    let text = prompt?.first?.plain ?? row.id
    let tries = row.state.tries > 0 ? context.words("quiz.try", ["n": String(row.state.tries)]) : ""
    let room = max(4, width - 6 - TextWidth.of(tries))
    let words = "\(index + 1). " + text
    return StyledText(mark + " ", style)
      + StyledText(words.truncated(to: room, glyphs: theme.glyphs) + "  ", theme.text)
      + StyledText(tries, theme.dim)
  }
}
