import Course
import Demos
import Markup
import Wording

/// What is said in the place of a fence: what it shows, what it asks, and what can be typed.
struct FenceSpeech {
  private let lesson: LessonText
  /// Nil where no outcome is told.
  private let guesses: LinearGuesses?
  private let talk: LinearTalk

  init(_ lesson: LessonText, _ guesses: LinearGuesses?, _ talk: LinearTalk) {
    self.lesson = lesson
    self.guesses = guesses
    self.talk = talk
  }

  func lines(_ fence: Fence) -> [String] {
    switch lesson.reading(of: fence) {
    case .demo(let demo): self.demo(demo)
    case .source(let id): source(id)
    case .predict(let prediction): predict(prediction)
    case .experiment(let experiment): self.experiment(experiment)
    case .python:
      [talk.words("linear.python")]
        + fence.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        + [talk.words("linear.code-end")]
    case nil: []
    }
  }

  private func demo(_ demo: DemoFence) -> [String] {
    let title = DemoCatalogue.demo(demo.run.demo)?.card.title[talk.language] ?? demo.run.demo
    return [talk.words("linear.fence.demo", ["title": title])] + settings(demo.run) + words(demo.caption)
      + [talk.words("linear.fence.demo-how", ["demo": talk.word(.demo)])]
  }

  private func source(_ id: String) -> [String] {
    guard let region = SourceRegion.named(id) else { return [talk.words("lesson.source-missing") + " " + id] }
    let place = ["file": SpokenSource.file(id), "line": String(region.firstLine)]
    return [talk.words("linear.source", place)] + region.lines + [talk.words("linear.code-end")]
  }

  private func predict(_ prediction: Prediction) -> [String] {
    var lines = [talk.words("linear.fence.predict")] + words(prediction.question)
    if case .choices(let choices) = prediction.key {
      lines += choices.enumerated().map { "\($0 + 1). " + words($1.text).joined(separator: " ") }
    }
    guard let outcome = guesses?.outcome(of: prediction, talk) else { return lines }
    return lines + [outcome] + words(prediction.after ?? "")
  }

  private func experiment(_ experiment: Experiment) -> [String] {
    let lines = [talk.words("linear.fence.try")] + words(experiment.task) + settings(experiment.run)
    guard talk.context.hasTried(experiment.id, in: lesson.header.id), let after = experiment.after else {
      return lines + [talk.words("linear.fence.try-how", ["try": talk.word(.try), "demo": talk.word(.demo)])]
    }
    return lines + [talk.words("linear.demo.after")] + words(after)
  }

  /// "With surface ravine, learning rate 0.1."
  private func settings(_ run: RunRequest) -> [String] {
    let card = DemoCatalogue.demo(run.demo)?.card
    let number = SpokenNumber(language: talk.language)
    var words = run.settings.map { setting -> String in
      guard let knob = card?.knob(setting.knob) else { return "\(setting.knob) \(setting.value)" }
      guard case .choice(let choices) = knob.range else {
        return knob.title[talk.language] + " " + number.inText(setting.value)
      }
      let choice = choices.first { $0.id == setting.value }
      return knob.title[talk.language] + " " + (choice?.title[talk.language] ?? setting.value)
    }
    if let preset = run.preset {
      words.insert(card?.presets.first { $0.id == preset }?.title[talk.language] ?? preset, at: 0)
    }
    if let text = run.text { words.append("“\(text[talk.language])”") }
    guard !words.isEmpty else { return [] }
    return [
      talk.words("linear.fence.settings", ["settings": words.joined(separator: talk.language == .en ? ", " : "，")])
    ]
  }

  private func words(_ markdown: String) -> [String] {
    markdown.isEmpty ? [] : talk.markdown(markdown).split(separator: "\n").map(String.init)
  }
}
