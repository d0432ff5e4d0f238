import Course
import Demos
import Markup

extension RunRequest {
  /// The same before its first step.
  var atStart: RunRequest {
    var start = self
    start.steps = 0
    return start
  }

  /// The settings that the learner left, or those of the lesson's first `demo` fence, so that the demo shows what the
  /// text speaks of.
  static func opening(_ lesson: Lesson, _ demo: String, _ context: TutorContext) -> RunRequest {
    if let saved = context.progress.setup(in: lesson.id), (try? DemoSetup(saved.request, context.language)) != nil {
      return saved.request
    }
    let text = lesson[context.language]
    let fences = text.document.fences.compactMap { text.reading(of: $0) }
    for case .demo(let fence) in fences where fence.run.demo == demo { return fence.run }
    return RunRequest(demo: demo, steps: 0)
  }
}
