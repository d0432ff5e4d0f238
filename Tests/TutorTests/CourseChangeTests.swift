import Course
import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct CourseChangeTests {
  private static let lesson = "foundations/ml-basics/gradient-descent"
  /// A clear of the screen, a title, a bidirectional override, joiners, and a heap of combining marks.
  private static let poison =
    "A\u{1B}[2J\u{1B}]0;owned\u{7}B\u{9B}31m\u{202E}C\u{2066}\u{200D}D\u{FEFF}E"
    + String(repeating: "\u{301}", count: 40)

  /// A course that carries the poison wherever text of a lesson is shown.
  private func poisoned() throws -> CopiedLessons {
    let lessons = try CopiedLessons()
    // YAML itself refuses raw control characters, so there they stand escaped.
    let escaped =
      "A\\e[2J\\e]0;owned\\aB\\x9B31m\\u202EC\\u2066\\u200DD\\uFEFFE" + String(repeating: "\\u0301", count: 40)
    try lessons.change("course.yaml", "{en: Gradient descent,", to: "{en: \"Gradient \(escaped)descent\",")
    for language in ["en", "zh"] {
      let file = "\(Self.lesson)/lesson.\(language).md"
      var text = try lessons.text(file)
      text = text.replacing("# Gradient descent", with: "# Gradient \(Self.poison)descent")
      text = text.replacing("## ", with: "## \(Self.poison) ").replacing(
        "The ", with: "\(Self.poison) *\(Self.poison)* The ")
      text = text.replacing("question: >-\n  ", with: "question: >-\n  \(Self.poison.filter { $0 != "\u{7}" }) ")
      try lessons.write(file, text)
    }
    try lessons.change("\(Self.lesson)/quiz.yaml", "en: 'On", to: "en: '\(Self.poison) On")
    return lessons
  }

  @Test func `no control sequence of a lesson reaches a cell`() throws {
    let lessons = try poisoned()
    for pane in LessonPane.allCases {
      let learner = Learner(
        .lesson("gradient-descent", pane), lessons: lessons.path, size: Size(width: 120, height: 40))
      learner.settle()
      #expect(learner.lines[0].contains("Gradient descent") && learner.sees(pane == .demo ? "step 0" : "owned"))
      for _ in 0..<12 {
        learner.settle()
        #expect(Picture.faults(learner.surface).isEmpty)
        learner.press(.pageDown)
      }
      learner.press(.escape, .escape, .escape)
    }
    let roadmap = Learner(lessons: lessons.path)
    #expect(Picture.faults(roadmap.surface).isEmpty)
    #expect(roadmap.sees("descent"))
  }

  @Test func `a lesson that can't be read says so on the roadmap and opens nothing`() throws {
    let lessons = try CopiedLessons()
    for language in ["en", "zh"] { try lessons.write("\(Self.lesson)/lesson.\(language).md", "---\nid: [\n---\n") }
    let learner = Learner(lessons: lessons.path)
    learner.press(.enter)
    #expect(!learner.session.isOver)
    _ = learner.surface
    learner.press(.escape)
  }

  @Test func `a fourth lesson with a known demo is added in the folder of lessons alone`() throws {
    let lessons = try CopiedLessons()
    try lessons.change(
      "course.yaml", "{id: linear-regression,",
      to: "{id: momentum, title: {en: Momentum, zh: 动量}}\n          - {id: linear-regression,")
    let folder = "foundations/ml-basics/momentum"
    for (language, title) in [("en", "Momentum"), ("zh", "动量")] {
      try lessons.write(
        "\(folder)/lesson.\(language).md",
        try lessons.text("\(Self.lesson)/lesson.\(language).md")
          .replacing("id: gradient-descent", with: "id: momentum")
          .replacing("title: Gradient descent", with: "title: \(title)")
          .replacing("title: 梯度下降", with: "title: \(title)"))
    }
    try lessons.write(
      "\(folder)/quiz.yaml", try lessons.text("\(Self.lesson)/quiz.yaml").replacing("- id: gd-", with: "- id: mo-"))
    #expect(CourseChecker(facts: .live).check(CourseFolder(lessons.path)).map(FaultSentences.line) == [])
    for language in Language.allCases {
      let learner = Learner(.lesson("momentum", .demo), lessons: lessons.path, language: language)
      #expect(learner.sees(language == .en ? "Momentum" : "动量"))
      learner.press(.character("."))
      learner.settle()
      #expect(learner.step == 1)
    }
  }
}
