import Course
import Terminal
import Widgets
import Wording

/// Rows of a question and which of them the cursor and the field stand in.
struct QuizContent {
  var lines: [StyledLine]
  var cursorRow: Int?
  var fieldRow: Int?
  /// The answer's rows by the line that they stand in, for clicks.
  var rows: [Int: Int] = [:]
}

/// A question as rows: the prompt, what can be answered, the hints, the grade and the reasons.
struct QuestionLines {
  let question: Question
  let state: QuestionState
  let draft: AnswerDraft?
  let session: QuizSession
  let isRunning: Bool
  let isFocused: Bool
  let context: TutorContext

  private var theme: Theme { context.theme }
  private var isASCII: Bool { theme.glyphs == .ascii }

  func content(width: Int) -> QuizContent {
    var content = QuizContent(lines: head(width))
    appendAnswer(to: &content, width)
    if isRunning { content.lines += [StyledText(), StyledText(context.words("lesson.running"), theme.accent)] }
    content.lines += hints(width)
    if let last = state.last { content.lines += verdict(last.grade, width) }
    if state.isDone { content.lines += explanation(width) }
    return content
  }

  // MARK: Prompt

  private func head(_ width: Int) -> [StyledLine] {
    let number = ["n": String(session.index + 1), "count": String(session.quiz.questions.count)]
    let kind = context.words("quiz.\(question.kindName.rawValue)")
    let title =
      StyledText(context.words("quiz.question", number), theme.heading) + StyledText(" · " + kind, theme.dim)
    return [title, StyledText()] + markdown(question.prompt, width) + goal(width) + [StyledText()]
  }

  private func goal(_ width: Int) -> [StyledLine] {
    guard case .tune(let key) = question.kind else { return [] }
    let goal = StyledText(context.words("quiz.goal") + " ", theme.dim) + StyledText("\(key.goal)", theme.strong)
    return [StyledText()] + goal.wrapped(to: width)
      + StyledText(context.words("quiz.tune-open"), theme.text).wrapped(to: width)
  }

  // MARK: Answer

  private func appendAnswer(to content: inout QuizContent, _ width: Int) {
    switch draft?.form {
    case .options(let order, let chosen, let isMany):
      let options = question.options
      for (row, index) in order.enumerated() {
        let mark = optionMark(index, chosen.contains(index), isMany)
        append(options[index].text, mark: digit(row) + mark, row: row, to: &content, width)
      }
    case .truth(let truth):
      let words = [context.words("quiz.true"), context.words("quiz.false")]
      for (row, word) in words.enumerated() {
        let isChosen = truth == (row == 0)
        append(Bilingual(both: word), mark: digit(row) + choiceMark(isChosen, false), row: row, to: &content, width)
      }
    case .order(let items):
      guard case .order(let texts) = question.kind else { return }
      // Once settled the right order stands here, not the one tried last.
      for (row, index) in (state.isDone ? Array(texts.indices) : items).enumerated() {
        append(texts[index], mark: StyledText("\(row + 1).", theme.dim), row: row, to: &content, width)
      }
    case .field:
      content.fieldRow = content.lines.count
      content.lines.append(typed)
      if case .numeric(let key) = question.kind, !key.unit.isEmpty {
        content.lines.append(StyledText(context.words("quiz.unit", ["unit": key.unit]), theme.dim))
      }
    case .demo, nil: break
    }
  }

  /// What was typed, where the field itself is not drawn over it.
  private var typed: StyledLine {
    guard case .field(let field) = draft?.form else { return StyledText() }
    return StyledText(context.words("quiz.answer"), theme.dim) + StyledText(field.text, theme.text)
  }

  private func append(_ text: Bilingual, mark: StyledText, row: Int, to content: inout QuizContent, _ width: Int) {
    let isCurrent = isFocused && !state.isDone && draft?.cursor == row
    if isCurrent { content.cursorRow = content.lines.count }
    let pointer = StyledText(isCurrent ? (isASCII ? "> " : "❯ ") : "  ", theme.accent)
    let lead = pointer + mark + StyledText(" ")
    let blank = StyledText(String(repeating: " ", count: lead.width))
    for (index, line) in markdown(text, max(8, width - lead.width)).enumerated() {
      let shown = isCurrent ? line.adding(.bold) : line
      content.rows[content.lines.count] = row
      content.lines.append((index == 0 ? lead : blank) + shown)
    }
  }

  /// The digit that chooses a row.
  private func digit(_ row: Int) -> StyledText { StyledText(state.isDone ? "" : "\(row + 1) ", theme.dim) }

  private func choiceMark(_ isChosen: Bool, _ isMany: Bool) -> StyledText {
    let text =
      switch (isMany, isASCII) {
      case (true, true): isChosen ? "[x]" : "[ ]"
      case (true, false): isChosen ? "☒" : "☐"
      case (false, true): isChosen ? "(x)" : "( )"
      case (false, false): isChosen ? "◉" : "○"
      }
    return StyledText(text, isChosen ? theme.accent : theme.text)
  }

  /// After a right answer or when given up, the options say themselves which are right.
  private func optionMark(_ index: Int, _ isChosen: Bool, _ isMany: Bool) -> StyledText {
    guard state.isDone else { return choiceMark(isChosen, isMany) }
    let isRight = question.options[index].isCorrect
    return StyledText(isRight ? (isASCII ? "+" : "✓") : (isASCII ? "x" : "✗"), isRight ? theme.good : theme.dim)
  }

  // MARK: What comes back

  private func hints(_ width: Int) -> [StyledLine] {
    question.hints.prefix(state.hintsShown).enumerated().flatMap { index, hint in
      let number = ["n": String(index + 1), "count": String(question.hints.count)]
      return [StyledText(), StyledText(context.words("quiz.hint-label", number), theme.warning)] + markdown(hint, width)
    }
  }

  private func verdict(_ grade: Grade, _ width: Int) -> [StyledLine] {
    let (mark, style, words): (String, Style, String) =
      switch grade.verdict {
      case .right: (isASCII ? "+" : "✓", theme.good, context.words("quiz.right"))
      case .partial:
        ("~", theme.warning, context.words("quiz.partial", ["percent": String(Int(grade.score * 100))]))
      case .wrong: (isASCII ? "x" : "✗", theme.bad, context.words("quiz.wrong"))
      case .malformed: ("?", theme.warning, context.words(question.malformedKey))
      }
    var lines = [StyledText()] + StyledText("\(mark) \(words)", style).wrapped(to: width)
    if let outcome = grade.outcome {
      let text = context.words("quiz.run-gave", ["value": NumberText.short(outcome)])
      lines += StyledText(text, theme.strong).wrapped(to: width)
    }
    lines += grade.reasons.flatMap { reason in markdown(reason.text, width) }
    let next = state.isDone ? "quiz.go-on" : "quiz.again"
    return lines
      + (grade.isMalformed || state.isDone
        ? [] : [StyledText()] + StyledText(context.words(next), theme.dim).wrapped(to: width))
  }

  private func explanation(_ width: Int) -> [StyledLine] {
    let revealed = state.wasRevealed ? StyledText(context.words("quiz.revealed") + " ", theme.warning) : StyledText()
    let key = question.solutionText(context.language).map { [StyledText($0, theme.strong)] } ?? []
    let others = otherReasons(width)
    return [StyledText(), revealed + StyledText(context.words("quiz.solution"), theme.heading)] + key
      + markdown(question.explanation, width) + others + [StyledText()]
      + StyledText(context.words("quiz.go-on"), theme.dim).wrapped(to: width)
  }

  /// The reasons of the options that were not chosen, also after a pass.
  private func otherReasons(_ width: Int) -> [StyledLine] {
    let shown = Set((state.last?.grade.reasons ?? []).compactMap(\.option))
    let isASCII = self.isASCII
    return question.options.enumerated().flatMap { index, option -> [StyledLine] in
      guard !shown.contains(index), let reason = option.reason else { return [] }
      let mark = option.isCorrect ? (isASCII ? "+ " : "✓ ") : (isASCII ? "x " : "✗ ")
      let title = StyledText(mark, option.isCorrect ? theme.good : theme.dim)
      let head = markdown(option.text, width - 2)
      return [StyledText()] + head.enumerated().map { ($0 == 0 ? title : StyledText("  ")) + $1 }
        + markdown(reason, width - 2).map { StyledText("  ") + $0.restyled(theme.dim) }
    }
  }

  private func markdown(_ text: Bilingual, _ width: Int) -> [StyledLine] {
    MarkdownLines.of(text[context.language], width: width, theme: theme, words: context.documentWords)
  }
}

extension Question {
  /// The options of a choice question; empty for others.
  var options: [QuizOption] {
    switch kind {
    case .single(let options), .multiple(let options): options
    default: []
    }
  }

  /// The key in one line, where the options do not show it.
  func solutionText(_ language: Language) -> String? {
    switch kind {
    case .numeric(let key): NumberText.short(key.value) + (key.unit.isEmpty ? "" : " " + key.unit)
    case .text(let key): (key.accept[language] ?? key.accept.values.first)?.first
    case .tune(let key): key.solution.map { "\($0.knob) = \($0.value)" }.joined(separator: " · ")
    case .trueFalse, .single, .multiple, .predict, .order: nil
    }
  }
}
