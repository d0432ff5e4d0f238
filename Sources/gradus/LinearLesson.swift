import Course
import Demos
import Markup
import Terminal
import Tutor
import Wording

/// A lesson as text from top to bottom, its boxes in words.
struct LinearLesson {
  private let lesson: LessonText
  private let language: Language
  private let words: StringTable

  init(_ lesson: Lesson, _ language: Language, words: StringTable) {
    self.lesson = lesson[language]
    self.language = language
    self.words = words
  }

  var text: String {
    LinearText(words: DocumentWords { words($0, language) }, fences: { lines(of: $0) }).text(lesson.document)
  }

  private func lines(of fence: Fence) -> [String] {
    switch lesson.reading(of: fence) {
    case .demo(let demo):
      [head("lesson.demo-card"), command(demo.run)] + markdown(demo.caption)
    case .source(let id):
      [head("lesson.source") + " " + id] + (SourceRegion.named(id)?.lines ?? [words("lesson.source-missing", language)])
    case .predict(let prediction): predict(prediction)
    case .experiment(let experiment):
      [head("lesson.try")] + markdown(experiment.task) + [command(experiment.run)]
        + (experiment.after.map(markdown) ?? [])
    case .python:
      [head("lesson.python")] + fence.body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case nil: []
    }
  }

  private func predict(_ prediction: Prediction) -> [String] {
    var lines = [head("lesson.predict")] + markdown(prediction.question)
    if case .choices(let choices) = prediction.key {
      lines += choices.enumerated().map { "\($0 + 1). \(markdown($1.text).joined(separator: " "))" }
    }
    return lines + [command(prediction.run)]
  }

  private func head(_ key: String) -> String { "[" + words(key, language) + "]" }

  /// The run as a command that can be copied.
  private func command(_ run: RunRequest) -> String {
    var parts = ["gradus demo \(run.demo)"]
    parts += run.settings.map { "--set \($0.knob)=\($0.value)" }
    if run.seed != 1 { parts.append("--seed \(run.seed)") }
    if run.steps > 0 { parts.append("--steps \(run.steps)") }
    if let text = run.text { parts.append("--input \"\(text[language])\"") }
    return parts.joined(separator: " ")
  }

  private func markdown(_ text: String) -> [String] {
    let plain = LinearText(fences: { _ in [] }).text(MarkdownParser.parse(text).document)
    return plain.split(separator: "\n").map(String.init)
  }
}
