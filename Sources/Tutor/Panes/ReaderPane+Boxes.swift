import Course
import Markup
import Terminal
import Widgets

/// The boxes of a lesson's text: what Enter does with them, and the guesses that they ask for.
extension ReaderPane {
  /// The first box on the screen that Enter does something with, and where it stands.
  var activeBox: (fence: Fence, row: Int)? {
    let visible = reader.page.fences.filter { placed in
      reader.isVisible(placed.lines.dropLast(2)) && isActionable(placed.fence)
    }
    let whole = visible.first { $0.lines.lowerBound >= reader.top }
    return (whole ?? visible.first).map { ($0.fence, $0.lines.lowerBound - reader.top) }
  }

  /// Whether Enter does something with a box: a guess is committed once.
  private func isActionable(_ fence: Fence) -> Bool {
    switch lesson[language].reading(of: fence) {
    case .demo, .experiment: true
    case .predict(let prediction): guesses[prediction.id] == nil
    case .source, .python, nil: false
    }
  }

  mutating func openBox(_ context: TutorContext) -> Request? {
    guard let box = activeBox, let reading = lesson[language].reading(of: box.fence) else { return nil }
    switch reading {
    case .demo(let demo): return .setUp(demo.run, nil)
    case .experiment(let experiment):
      var run = experiment.run
      run.steps = 0
      return .setUp(run, .experiment(experiment))
    case .predict(let prediction):
      if guesses[prediction.id] == nil { field = .guess(prediction, TextField(limit: 24)) }
      return nil
    case .source, .python: return nil
    }
  }

  // MARK: Typing

  mutating func performTyping(_ command: Command, _ context: TutorContext) {
    switch (command, field) {
    case (.submit, .search(let text)):
      reader.search(text.text)
      field = nil
    case (.submit, .guess(let prediction, let text)): commit(prediction, text.text, context)
    case (.submit, .note(let line, let text)): keepNote(text.text, at: line, context)
    case (.up, .note(let line, let text)): moveNote(line, by: -1, text)
    case (.down, .note(let line, let text)): moveNote(line, by: 1, text)
    case (.back, _), (.nextPane, _):
      field = nil
      reader.pointer = nil
    default: break
    }
  }

  private mutating func commit(_ prediction: Prediction, _ guess: String, _ context: TutorContext) {
    guard GuessOutcome.isReadable(guess, for: prediction) else {
      if case .choices(let choices) = prediction.key {
        context.notice = context.words("lesson.choice-needed", ["count": String(choices.count)])
      } else {
        context.notice = context.words("lesson.number-needed")
      }
      return
    }
    field = nil
    context.keepGuess(guess, lesson.id, prediction.id)
    context.notice = context.words("lesson.running")
    decide(prediction, guess, context)
  }
}
