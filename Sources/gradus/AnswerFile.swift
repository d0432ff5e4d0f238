import Course
import Foundation
import Wording

/// Answers from a JSON file.
struct AnswerFile {
  private let path: String
  private let object: [String: Any]

  init(path: String) throws {
    self.path = path
    let data: Data
    if path == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else if let found = FileManager.default.contents(atPath: path) {
      data = found
    } else {
      throw Failure.report("\(path) can't be read; give a file of answers, or - for standard input.")
    }
    guard let parsed = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Failure.report(
        "\(path): expected a JSON object from question id to answer; got something else.", Failure.usage)
    }
    object = parsed
  }

  /// The answers by question id; ends the command where one names no question or has the wrong form.
  func answers(to quiz: Quiz) throws -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for (id, value) in object {
      guard let question = quiz[id] else {
        throw Failure.unknown("question", id, known: quiz.questions.map(\.id), see: "quiz LESSON")
      }
      guard let answer = Self.answer(value, question) else {
        throw Failure.report(
          "\(path): \(id) is \(question.kindName.rawValue): expected \(Self.form(question)).", Failure.usage)
      }
      answers[id] = answer
    }
    return answers
  }

  private static func answer(_ value: Any, _ question: Question) -> Answer? {
    switch question.kind {
    case .single: (value as? Int).map { .choice($0) }
    case .multiple: (value as? [Int]).map { .choices(Set($0)) }
    case .trueFalse: (value as? Bool).map { .truth($0) }
    case .numeric, .text, .predict: typed(value).map { .typed($0) }
    case .order:
      (value as? [Int]).map { positions in
        .order(positions.map { question.listed.indices.contains($0) ? question.listed[$0].position : -1 })
      }
    case .tune: settings(value).map { .settings($0) }
    }
  }

  private static func typed(_ value: Any) -> String? { value as? String ?? (value as? Double).map { "\($0)" } }

  private static func settings(_ value: Any) -> [KnobSetting]? {
    guard let object = value as? [String: Any] else { return nil }
    let pairs = object.sorted { $0.key < $1.key }.compactMap { key, value in typed(value).map { KnobSetting(key, $0) } }
    return pairs.count == object.count ? pairs : nil
  }

  private static func form(_ question: Question) -> String {
    switch question.kindName {
    case .single: "a position from 0"
    case .multiple: "a list of positions from 0"
    case .trueFalse: "true or false"
    case .numeric, .predict: "a number"
    case .text: "a text"
    case .order: "a list of positions"
    case .tune: "an object from knob to value"
    }
  }
}

extension Question {
  /// What there is to choose from, with its position in the file. The items of an order are sorted by their English
  /// text, so that the list gives nothing away.
  var listed: [(position: Int, text: Bilingual)] {
    switch kind {
    case .single(let options), .multiple(let options): options.enumerated().map { ($0, $1.text) }
    case .order(let items):
      items.enumerated().sorted { $0.element.en < $1.element.en }.map { ($0.offset, $0.element) }
    default: []
    }
  }
}
