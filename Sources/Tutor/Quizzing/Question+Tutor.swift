import Course
import Demos

extension Question {
  /// The demo as the question wants it set up; nil for a question without one. A `predict` is not set up: the run decides.
  var demoRun: RunRequest? {
    guard case .tune(let key) = kind else { return nil }
    var run = key.run
    run.steps = 0
    return run
  }

  /// The knobs of a frame that this question lets the learner turn.
  func settings(from frame: PlayerFrame) -> [KnobSetting] {
    guard case .tune(let key) = kind, frame.card.id == key.run.demo else { return [] }
    let knobs = frame.card.knobs.filter { key.knobs.isEmpty || key.knobs.contains($0.id) }
    return knobs.compactMap { knob in frame.settings[knob.id].map { KnobSetting(knob.id, $0.plainText) } }
  }

  /// The words for an answer that can't be read.
  var malformedKey: String {
    switch kindName {
    case .numeric, .predict: "quiz.malformed-number"
    default: "quiz.malformed"
    }
  }

  /// The words for an answer that is not there yet.
  var nothingGivenKey: String {
    switch kindName {
    case .numeric, .text, .predict: "quiz.nothing-typed"
    case .tune: "quiz.nothing-tuned"
    default: "quiz.nothing-chosen"
    }
  }
}

extension KnobValue {
  /// As a lesson or `--set` writes it.
  public var plainText: String {
    switch self {
    case .number(let number): "\(number)"
    case .choice(let id): id
    }
  }
}
