import Course
import Foundation
import Tutor
import Wording

/// Answers to a lesson's quiz, made from its own key, in the form that `gradus quiz --answers` takes.
enum AnswerSheet {
  static func lesson(_ id: String) -> Lesson? {
    let folder = CourseFolder(Program.root.appending(path: "Lessons").path)
    return folder.course().value?.entry(id).flatMap { folder.lesson($0).value }
  }

  static func right(_ quiz: Quiz) -> [String: Any] {
    Dictionary(uniqueKeysWithValues: quiz.questions.map { ($0.id, right($0)) })
  }

  private static func right(_ question: Question) -> Any {
    switch question.kind {
    case .single(let options): options.firstIndex(where: \.isCorrect) ?? -1
    case .multiple(let options): options.indices.filter { options[$0].isCorrect }
    case .trueFalse(let truth, _): truth
    case .numeric(let key): key.value
    case .text(let key): key.accept[.en]?.first ?? ""
    case .order(let items): positions(of: items)
    case .predict(let key): outcome(of: key)
    case .tune(let key):
      Dictionary(uniqueKeysWithValues: key.solution.map { ($0.knob, $0.value) })
    }
  }

  /// The right order, named by the positions that `gradus quiz LESSON` prints: those of the items sorted by their English.
  private static func positions(of items: [Bilingual]) -> [Int] {
    let printed = items.sorted { $0.en < $1.en }
    return items.compactMap { printed.firstIndex(of: $0) }
  }

  private static func outcome(of key: PredictKey) -> Double {
    (try? LiveRunJudge().run(key.run, .en))?.value(key.metric, at: key.run.steps) ?? .nan
  }

  static func text(_ answers: [String: Any]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: answers), as: UTF8.self)
  }
}
