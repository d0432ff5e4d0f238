import Course
import Wording

/// The guesses of a lesson, and what their runs gave: a run is made once.
final class LinearGuesses {
  private let lesson: String
  private var outcomes: [String: GuessOutcome] = [:]

  init(lesson: String) { self.lesson = lesson }

  func isOpen(_ prediction: Prediction, _ talk: LinearTalk) -> Bool {
    talk.context.guess(lesson, prediction.id) == nil
  }

  /// Keeps a guess; false where it can't be read.
  func commit(_ guess: String, _ prediction: Prediction, _ talk: LinearTalk) -> Bool {
    guard GuessOutcome.isReadable(guess, for: prediction) else { return false }
    talk.context.keepGuess(guess, lesson, prediction.id)
    return true
  }

  /// Guess and outcome in a sentence; nil before a guess.
  func outcome(of prediction: Prediction, _ talk: LinearTalk) -> String? {
    guard let guess = talk.context.guess(lesson, prediction.id) else { return nil }
    if outcomes[prediction.id] == nil, let trace = try? talk.context.judge.run(prediction.run, talk.language) {
      outcomes[prediction.id] = GuessOutcome(guess, prediction, trace: trace)
    }
    guard let outcome = outcomes[prediction.id] else { return talk.words("linear.guess.undecided", ["guess": guess]) }
    let number = SpokenNumber(language: talk.language)
    let words = ["guess": number.inText(outcome.guess), "outcome": number.inText(outcome.outcome)]
    return talk.joined(
      talk.words(isChoice(prediction) ? "linear.guess.choice" : "linear.guess.number", words),
      verdict(outcome.verdict, talk))
  }

  private func isChoice(_ prediction: Prediction) -> Bool {
    if case .choices = prediction.key { true } else { false }
  }

  private func verdict(_ verdict: GuessOutcome.Verdict, _ talk: LinearTalk) -> String {
    switch verdict {
    case .hit: talk.words("lesson.predict-hit")
    case .near: talk.words("lesson.predict-near")
    case .miss: talk.words("lesson.predict-miss")
    }
  }
}
