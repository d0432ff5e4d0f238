import Course
import Demos
import Terminal
import Wording

@testable import Tutor

/// Somebody in the quiz of a lesson who knows its key, and answers by typed lines alone.
struct LinearExaminee {
  let listener: LinearListener
  let lesson: Lesson

  init(_ listener: LinearListener, _ id: String) {
    guard let entry = Repository.course.entry(id), let lesson = listener.context.folder.lesson(entry).value else {
      preconditionFailure("the lesson \(id) can be read")
    }
    self.listener = listener
    self.lesson = lesson
  }

  /// What a learner types for the right answer.
  func rightAnswer(_ question: Question) -> String {
    let order = QuizSession(lesson: lesson.id, quiz: lesson.quiz, seed: 1).shownOrder(of: question)
    switch question.kind {
    case .single(let options), .multiple(let options):
      return order.indices.filter { options[order[$0]].isCorrect }.map { String($0 + 1) }.joined(separator: " ")
    case .trueFalse(let truth, _): return truth ? "1" : "2"
    case .numeric(let key): return "\(key.value)"
    case .text(let key): return key.accept[listener.context.language]?.first ?? ""
    case .order(let items):
      return items.indices.map { String((order.firstIndex(of: $0) ?? 0) + 1) }.joined(separator: " ")
    case .predict(let key):
      let trace = try? listener.context.judge.run(key.run, listener.context.language)
      return trace?.value(key.metric, at: key.run.steps).map { "\($0)" } ?? ""
    case .tune: return "submit"
    }
  }

  /// Answers the question that stands, right; a `tune` by the knobs of the demo.
  @discardableResult
  func answerRight(_ question: Question) -> [String] {
    if case .tune(let key) = question.kind { turnKnobs(key) }
    return listener.type(rightAnswer(question))
  }

  private func turnKnobs(_ key: TuneKey) {
    listener.type("demo")
    let knobs = DemoCatalogue.demo(key.run.demo)?.card.knobs ?? []
    for setting in key.solution {
      guard let index = knobs.firstIndex(where: { $0.id == setting.knob }) else { continue }
      listener.type("set \(index + 1) \(setting.value)")
    }
    listener.type("goal", "back")
  }

  /// Answers every question from the first, Enter between them.
  func passAll() {
    for question in lesson.quiz.questions {
      answerRight(question)
      listener.type("")
    }
  }
}
