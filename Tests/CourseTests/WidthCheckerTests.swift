import Testing

@testable import Course

/// What does not fit the page, and terms that the text never has.
@Suite struct WidthCheckerTests {
  private func faults(_ text: String) throws -> [String] {
    let course = try TemporaryCourse()
    try course.changeLesson("The slope tells", to: text + "\n\nThe slope tells")
    return course.faults()
  }

  private static let file = "foundations/ml-basics/gradient-descent/lesson.en.md"

  @Test(arguments: [
    ("$$\\frac{\(String(repeating: "a + ", count: 12))b}{2}$$", "16:3: the formula cannot be broken to fit 43 columns"),
    (
      "> $$\\frac{\(String(repeating: "a + ", count: 10))b}{2}$$",
      "16:5: the formula cannot be broken to fit 41 columns"
    ),
    (
      "| one | two |\n|---|---|\n| `a_name_of_many_letters` | `another_name_of_many_le` |",
      "16:1: the table needs 48 columns at least; expected at most 47"
    ),
    ("```text\n\(String(repeating: "x", count: 74))\n```", "17:74: the code is 74 columns wide; expected at most 73"),
  ])
  func `what would be cut is a fault with its place`(text: String, expected: String) throws {
    let faults = try faults(text)
    #expect(faults.contains { $0.hasPrefix("\(Self.file):\(expected)") }, "\(faults)")
  }

  @Test(arguments: [
    "$$a = \(String(repeating: "b + ", count: 60))c$$", "$$\\frac{a + b + c + d + e + f}{2}$$",
    "| one | two |\n|---|---|\n| many words that can be broken anywhere between them | 中文可以在任何地方断开，所以不会太宽，也不会太长 |",
    "```text\n\(String(repeating: "x", count: 73))\n```",
  ])
  func `what can be broken is none`(text: String) throws { #expect(try faults(text) == []) }

  @Test func `a formula of a quiz is held to the page too`() throws {
    let course = try TemporaryCourse()
    try course.changeQuiz(
      "prompt: {en: What can stop a run from diverging?,",
      to: "prompt: {en: '$$\\frac{\(String(repeating: "a + ", count: 12))b}{2}$$',")
    #expect(course.faults().contains { $0.contains("quiz.yaml:") && $0.contains("cannot be broken") })
  }

  @Test func `a term that the text never has is a fault, one of its forms is enough`() throws {
    let course = try TemporaryCourse()
    try course.changeLesson("the learning rate (学习率) says", to: "nobody says")
    #expect(
      course.faults()
        == ["en", "zh"].map { language in
          let words = language == "en" ? "`learning rate`, `step size`" : "`学习率`, `步长`"
          return
            "foundations/ml-basics/gradient-descent/lesson.\(language).md:1:1: the text never has the term `learning-rate` (\(words)); use it, add the text's word to `forms` in glossary.yaml, or drop it from `terms`"
        })
    try course.changeLesson("nobody says", to: "the step size (步长) says")
    #expect(course.faults() == [])
  }

  @Test(arguments: ReadmeExamples.body("text markup-refused").split(separator: "\n").map(String.init))
  func `what the README refuses is a fault`(line: String) throws {
    #expect(try !faults(line).isEmpty)
  }

  @Test func `a picture must be below Assets, a footnote in the lesson's own text`() throws {
    #expect(
      try faults("![a digit](datasets/digits/one.pgm)").contains {
        $0.contains("unknown image `datasets/digits/one.pgm`")
      })
    let course = try TemporaryCourse()
    try course.changeLesson("Watch the zigzag become a curve.", to: "Watch.[^a]\n\n[^a]: note")
    #expect(course.faults().contains { $0.contains("a footnote is not shown here") })
  }

  @Test func `the terms of some ids are read without the rest of the glossary`() throws {
    let course = try TemporaryCourse()
    try course.write(
      "glossary.yaml",
      """
      # Terms
      - id: rate
        term: {en: rate, zh: 率}
        text: {en: A, zh: 甲}

      - {id: rate-of-change, term: {en: b, zh: 乙}, text: {en: B, zh: 乙}}
      - id: broken
        term: [
      """)
    #expect(course.folder.terms(["rate"]).map(\.term.zh) == ["率"])
    #expect(course.folder.terms(["rate-of-change"]).map(\.id) == ["rate-of-change"])
    #expect(course.folder.terms([]) == [])
  }
}
