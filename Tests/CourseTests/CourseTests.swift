import Foundation
import Testing
import Wording

@testable import Course
@testable import Markup

@Suite struct ReadmeTests {
  @Test func `a course made of the README's examples has no fault, runs included`() throws {
    let course = try TemporaryCourse()
    #expect(course.faults(run: true) == [])
  }

  @Test func `the README's tree, stages and lesson are read as they stand`() throws {
    let temporary = try TemporaryCourse()
    let course = try #require(temporary.folder.course().value)
    #expect(course.entries.map(\.id) == ["linear-regression", "gradient-descent", "house-prices"])
    #expect(course.entries.map(\.isWritten) == [false, true, false])
    #expect(course.entries.map(\.kind) == [.lesson, .lesson, .project])
    #expect(course.plan.months == 6...12)
    let entry = try #require(course.entry("gradient-descent"))
    let lesson = try #require(temporary.folder.lesson(entry).value)
    #expect(lesson[.zh].header.title == "梯度下降")
    #expect(lesson[.en].header.objectives.map(\.id) == ["update-rule", "divergence"])
    #expect(lesson[.en].fences.count == 5)
    #expect(Set(lesson.quiz.questions.map(\.kindName)) == Set(Question.KindName.allCases))
  }

  @Test(arguments: ReadmeExamples.body("text claims-accepted").split(separator: "\n").map(String.init))
  func `a claim of the README is read, and its words are read back`(text: String) throws {
    let claim = try Claim.parse(text)
    #expect(try Claim.parse(claim.description) == claim)
  }

  @Test(arguments: ReadmeExamples.body("text claims-refused").split(separator: "\n").map(String.init))
  func `what the README calls no claim is refused`(text: String) {
    #expect(throws: ClaimError.self) { try Claim.parse(text) }
  }

  @Test func `the README's predict with choices is read, and exactly one choice holds`() throws {
    let course = try TemporaryCourse()
    let body = ReadmeExamples.body("yaml predict")
    let old = ReadmeExamples.body("markdown lesson")
    let start = try #require(old.range(of: "```predict bowl-after-20\n")).upperBound
    let end = try #require(old[start...].range(of: "```")).lowerBound
    try course.changeLesson(String(old[start..<end]), to: body)
    #expect(course.faults(run: true) == [])
  }

  @Test func `the README's fault is what the checker says`() throws {
    let course = try TemporaryCourse()
    try course.changeLesson("demo: gradient-descent\nobj", to: "demo: gradient-decent\nobj", languages: ["en"])
    let shown = ReadmeExamples.body("text faults").split(separator: "\n").map(String.init)
    #expect(shown.count == 1)
    #expect(course.faults().contains(shown[0]))
  }

  @Test func `the README lists exactly the LaTeX that is known`() {
    let words = { (info: String) in
      Set(ReadmeExamples.body(info).split(whereSeparator: \.isWhitespace).map(String.init))
    }
    #expect(words("text latex-environments") == LatexCommands.environments)
    #expect(words("text latex-structural") == LatexCommands.structural)
    #expect(words("text latex-symbols") == Set(LatexCommands.names.filter { $0.allSatisfy(\.isLetter) }))
  }

  @Test(arguments: [
    ("0.5", 0.5), (".5", 0.5), ("1/2", 0.5), ("50%", 0.5), ("5e-1", 0.5), ("０．５", 0.5), ("0,5", 0.5), ("-2", -2),
    ("−2", -2), ("－2", -2), ("1,500", 1500), ("1 500", 1500), ("1500", 1500),
  ])
  func `the numbers that the README promises to read stand in it and are read`(text: String, value: Double) throws {
    #expect(ReadmeExamples.text.contains("`\(text)`"))
    #expect(try TypedNumber.parse(text) == value)
  }

  @Test func `a new lesson with a demo that exists is files in Lessons alone`() throws {
    let course = try TemporaryCourse()
    try course.change(
      "course.yaml", "zh: 预测房价}, needs: [gradient-descent]}",
      to: "zh: 预测房价}, needs: [gradient-descent]}\n          - {id: a-fourth, title: {en: A fourth, zh: 第四课}}")
    for (language, title) in [("en", "A fourth"), ("zh", "第四课")] {
      let lesson = ReadmeExamples.body("markdown lesson").replacing("id: gradient-descent\n", with: "id: a-fourth\n")
      try course.write(
        "foundations/ml-basics/a-fourth/lesson.\(language).md",
        lesson.replacing("title: Gradient descent", with: "title: \(title)"))
    }
    try course.write(
      "foundations/ml-basics/a-fourth/quiz.yaml",
      ReadmeExamples.body("yaml quiz").replacing("id: gd-", with: "id: fourth-"))
    #expect(course.faults(run: true) == [])
    #expect(course.folder.course().value?.entry("a-fourth")?.isWritten == true)
  }
}
