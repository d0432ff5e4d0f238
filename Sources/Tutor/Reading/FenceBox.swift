import Course
import Demos
import Markup
import Terminal
import Widgets
import Wording

/// What stands in the place of a fence: a box with what it shows and what Enter does.
struct FenceBox {
  let lesson: LessonText
  let guesses: [String: GuessOutcome]
  let context: TutorContext
  /// Glossary terms, marked where the box has them first.
  var terms: [Term] = []

  /// Rows for one fence of the document, at most `width` columns wide.
  func lines(_ fence: Fence, width: Int) -> [StyledLine] {
    switch lesson.reading(of: fence) {
    case .demo(let demo): demoBox(demo, width)
    case .source(let id): source(id, width)
    case .predict(let prediction): predictBox(prediction, width)
    case .experiment(let experiment): tryBox(experiment, width)
    case .python(let twin): pythonBox(twin, fence, width)
    case nil: []
    }
  }

  private var theme: Theme { context.theme }

  private func demoBox(_ demo: DemoFence, _ width: Int) -> [StyledLine] {
    let card = DemoCatalogue.demo(demo.run.demo)?.card
    let title = context.words("lesson.demo-card") + " · " + (card?.title[context.language] ?? demo.run.demo)
    let rows = settings(demo.run, width - 4) + markdown(demo.caption, width - 4) + action("lesson.demo-open", width)
    return box(title, rows, width)
  }

  private func tryBox(_ experiment: Experiment, _ width: Int) -> [StyledLine] {
    var rows =
      markdown(experiment.task, width - 4) + settings(experiment.run, width - 4)
      + action("lesson.try-open", width)
    if let after = experiment.after {
      let isTried = context.hasTried(experiment.id, in: lesson.header.id)
      rows +=
        isTried
        ? [StyledText()] + markdown(after, width - 4)
        : StyledText(context.words("lesson.try-after"), theme.dim).wrapped(to: width - 4)
    }
    return box(context.words("lesson.try"), rows, width)
  }

  private func predictBox(_ prediction: Prediction, _ width: Int) -> [StyledLine] {
    var rows = markdown(prediction.question, width - 4)
    if case .choices(let choices) = prediction.key {
      for (index, choice) in choices.enumerated() {
        let mark = StyledText("  \(index + 1) ", theme.key)
        let lines = MarkdownLines.of(choice.text, width: width - 8, theme: theme)
        rows += lines.enumerated().map { $0 == 0 ? mark + $1 : StyledText("    ") + $1 }
      }
    }
    if let outcome = guesses[prediction.id] {
      rows += [StyledText()] + outcome.lines(prediction, width: width - 4, context)
    } else {
      rows += action("lesson.predict-open", width)
    }
    return box(context.words("lesson.predict"), rows, width)
  }

  /// The rows of the program's own source, with the numbers that they have in their file.
  private func source(_ id: String, _ width: Int) -> [StyledLine] {
    guard let region = SourceRegion.named(id) else {
      return [StyledText(context.words("lesson.source-missing") + " " + id, theme.bad)]
    }
    let file = id.split(separator: "#").first.map(String.init) ?? id
    let title = context.words("lesson.source") + " · " + file + ":\(region.firstLine)"
    return box(
      title, code(region.lines.joined(separator: "\n"), "swift", width), width)
  }

  private func pythonBox(_ twin: PythonTwin, _ fence: Fence, _ width: Int) -> [StyledLine] {
    box(context.words("lesson.python"), code(fence.body, "python", width), width)
  }

  private func code(_ text: String, _ language: String, _ width: Int) -> [StyledLine] {
    CodeHighlighter.rows(text, language: language, width: width - 4, theme: theme)
  }

  private func settings(_ run: RunRequest, _ width: Int) -> [StyledLine] {
    var words = run.settings.map { "\($0.knob) = \($0.value)" }
    if let preset = run.preset { words.insert(preset, at: 0) }
    if let text = run.text { words.append("“\(text[context.language])”") }
    guard !words.isEmpty else { return [] }
    return StyledText(words.joined(separator: " · "), theme.dim).wrapped(to: width)
  }

  private func markdown(_ text: String, _ width: Int) -> [StyledLine] {
    text.isEmpty ? [] : MarkdownLines.of(text, width: width, theme: theme, words: context.documentWords, terms: terms)
  }

  private func action(_ key: String, _ width: Int) -> [StyledLine] {
    StyledText((theme.glyphs == .unicode ? "▸ " : "> ") + context.words(key), theme.accent).wrapped(to: width - 4)
  }

  private func box(_ title: String, _ rows: [StyledLine], _ width: Int) -> [StyledLine] {
    BoxLines.around(rows, title: title, width: width, theme: theme)
  }
}
