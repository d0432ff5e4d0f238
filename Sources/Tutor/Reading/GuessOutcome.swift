import Course
import Terminal
import Widgets
import Wording

/// A learner's guess at a `predict` fence, and what the run made of it.
struct GuessOutcome: Sendable {
  enum Verdict: Hashable, Sendable {
    case hit, near, miss
  }

  /// As typed; for choices the number of the choice from 1.
  let guess: String
  let verdict: Verdict
  /// What the run gave: a number, or the number of the choice that held.
  let outcome: String

  /// Judges a guess by the run; nil where the guess can't be read or the run gave no answer.
  init?(_ guess: String, _ prediction: Prediction, trace: RunTrace) {
    self.guess = guess
    switch prediction.key {
    case .number(let metric, let tolerance):
      guard let value = try? TypedNumber.parse(guess), let given = trace.value(metric, at: prediction.run.steps),
        given.isFinite
      else { return nil }
      let width = tolerance.width(for: given)
      verdict = tolerance.accepts(value, for: given) ? .hit : abs(value - given) <= 3 * width ? .near : .miss
      outcome = NumberText.short(given)
    case .choices(let choices):
      guard let choice = Self.choice(guess, of: choices.count), let right = prediction.rightChoice(in: trace) else {
        return nil
      }
      verdict = choice == right + 1 ? .hit : .miss
      outcome = String(right + 1)
    }
  }

  /// Whether a typed text can be judged at all.
  static func isReadable(_ guess: String, for prediction: Prediction) -> Bool {
    switch prediction.key {
    case .number: (try? TypedNumber.parse(guess)) != nil
    case .choices(let choices): choice(guess, of: choices.count) != nil
    }
  }

  private static func choice(_ guess: String, of count: Int) -> Int? {
    guard let number = try? TypedNumber.parse(guess), number == number.rounded(), number >= 1, number <= Double(count)
    else { return nil }
    return Int(number)
  }

  /// Guess and outcome together, then what the lesson says of it.
  func lines(_ prediction: Prediction, width: Int, _ context: TutorContext) -> [StyledLine] {
    let theme = context.theme
    let (mark, style): (String, Style) =
      switch verdict {
      case .hit: (theme.glyphs == .unicode ? "✓" : "+", theme.good)
      case .near: ("~", theme.warning)
      case .miss: (theme.glyphs == .unicode ? "✗" : "x", theme.bad)
      }
    let numbers =
      "\(context.words("lesson.predict-yours")) \(guess) · \(context.words("lesson.predict-run")) \(outcome)"
    let words =
      switch verdict {
      case .hit: context.words("lesson.predict-hit")
      case .near: context.words("lesson.predict-near")
      case .miss: context.words("lesson.predict-miss")
      }
    let head = StyledText(mark + " ", style) + StyledText(numbers, theme.strong) + StyledText("  " + words, style)
    let after =
      prediction.after.map { MarkdownLines.of($0, width: width, theme: theme, words: context.documentWords) } ?? []
    return head.wrapped(to: width) + after
  }
}
