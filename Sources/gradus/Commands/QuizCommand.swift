import ArgumentParser
import Course
import Foundation
import Markup
import Terminal
import Tutor
import Wording

/// `gradus quiz LESSON`: a quiz without a screen.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz", abstract: "Print a quiz, or grade a file of answers.",
    discussion: """
      The answers are a JSON object from question id to answer: a position as printed for single, a list of positions \
      for multiple and order, true or false, a number or text, and for tune an object from knob to value. Graded answers \
      are not kept. Ends with 1 where the quiz is not passed.
      """)

  @Argument(help: "The lesson's id; `gradus list` lists them.")
  var lesson: String

  @Option(help: ArgumentHelp("Grade this file; - is standard input.", valueName: "file.json"))
  var answers: String?

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: "The language of words in the output: en or zh.")
  var lang: Language?

  @OptionGroup var content: ContentOptions

  func run() throws {
    let library = try Library(content)
    let lesson = try library.lesson(self.lesson)
    let language = lang ?? .preferred
    guard let answers else { return try show(lesson, language) }
    let given = try AnswerFile(path: answers).answers(to: lesson.quiz)
    let grades = lesson.quiz.questions.map { question in
      GradeRow(
        question, given[question.id].map { Grader.grade(question, $0, judge: LiveRunJudge(), language) }, language)
    }
    let score = grades.map(\.score).reduce(0, +) / Double(max(1, grades.count))
    let isPassed = score >= QuizResult.passMark && grades.allSatisfy { $0.verdict != "skipped" }
    if json {
      try printJSON(GradeSheet(lesson: lesson.id, score: score, passed: isPassed, questions: grades))
    } else {
      for row in grades { print(row.line) }
      print(
        "\(Int((score * 100).rounded())) %"
          + (isPassed ? "" : " (\(Int(QuizResult.passMark * 100)) % needed, nothing skipped)"))
    }
    guard isPassed else { throw ExitCode(Failure.failed) }
  }

  private func show(_ lesson: Lesson, _ language: Language) throws {
    if json { return try printJSON(lesson.quiz.questions.map { QuestionRow($0) }) }
    for (number, question) in lesson.quiz.questions.enumerated() {
      print("\(number + 1). [\(question.id)] \(question.kindName.rawValue)")
      print(plain(question.prompt[language], indent: "   "))
      for (index, choice) in question.listed.enumerated() {
        print("   \(index)  " + plain(choice.text[language], indent: "      ").drop { $0 == " " })
      }
      print("")
    }
  }
}

/// Markdown as plain lines, formulas in one row.
private func plain(_ markdown: String, indent: String) -> String {
  let text = LinearText(fences: { _ in [] }).text(MarkdownParser.parse(markdown).document)
  return text.split(separator: "\n").map { indent + $0 }.joined(separator: "\n")
}

/// A question without its key, for `--json`.
private struct QuestionRow: Encodable {
  let id: String
  let kind: String
  let prompt: [String: String]
  let choices: [[String: String]]

  init(_ question: Question) {
    id = question.id
    kind = question.kindName.rawValue
    prompt = ["en": question.prompt.en, "zh": question.prompt.zh]
    choices = question.listed.map { ["en": $0.text.en, "zh": $0.text.zh] }
  }
}

/// One question's grade.
private struct GradeRow: Encodable {
  let id: String
  /// `right`, `partial`, `wrong`, `malformed` or `skipped`.
  let verdict: String
  let score: Double
  let reasons: [String]
  let outcome: Double?

  init(_ question: Question, _ grade: Grade?, _ language: Language) {
    id = question.id
    score = grade?.score ?? 0
    reasons = grade?.reasons.map { $0.text[language] } ?? []
    outcome = grade?.outcome.flatMap { $0.isFinite ? $0 : nil }
    verdict =
      switch grade?.verdict {
      case .right: "right"
      case .partial: "partial"
      case .wrong: "wrong"
      case .malformed: "malformed"
      case nil: "skipped"
      }
  }

  var line: String {
    let gave = outcome.map { "  the run gave \(NumberText.short($0))" } ?? ""
    return "\(verdict.padded(to: 10)) \(NumberText.fixed(score, decimals: 2))  \(id)\(gave)"
      + reasons.map { "\n                 " + $0 }.joined()
  }
}

private struct GradeSheet: Encodable {
  let lesson: String
  let score: Double
  let passed: Bool
  let questions: [GradeRow]
}
