import Course
import Demos

extension TuneKey {
  /// The demo as the question wants it set up, before its first step.
  var start: RunRequest {
    var start = run
    start.steps = 0
    return start
  }
}

extension Question {
  /// The knobs of a frame that this question lets the learner turn.
  func settings(from frame: PlayerFrame) -> [KnobSetting] { settings(frame.settings, of: frame.card) }

  /// The same of the knobs of a card; empty where the question is about another demo.
  func settings(_ settings: Settings, of card: DemoCard) -> [KnobSetting] {
    guard case .tune(let key) = kind, card.id == key.run.demo else { return [] }
    let knobs = card.knobs.filter { key.knobs.isEmpty || key.knobs.contains($0.id) }
    return knobs.compactMap { knob in settings[knob.id].map { KnobSetting(knob.id, $0.plainText) } }
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
