import Foundation

@testable import Course

/// A folder of lessons made of the README's examples, which a test then spoils. Removed when it goes.
final class TemporaryCourse {
  let url: URL
  static let lesson = "foundations/ml-basics/gradient-descent"
  var folder: CourseFolder { CourseFolder(url.path) }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "gradus-course-\(UUID().uuidString)")
    try write("course.yaml", ReadmeExamples.body("yaml course"))
    try write("glossary.yaml", ReadmeExamples.body("yaml glossary"))
    try write("resources.yaml", ReadmeExamples.body("yaml resources"))
    let lesson = ReadmeExamples.body("markdown lesson")
    try write("\(Self.lesson)/lesson.en.md", lesson)
    try write("\(Self.lesson)/lesson.zh.md", lesson.replacing("title: Gradient descent", with: "title: 梯度下降"))
    try write("\(Self.lesson)/quiz.yaml", ReadmeExamples.body("yaml quiz"))
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ path: String, _ text: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Replaces a text that must be there.
  func change(_ path: String, _ old: String, to new: String) throws {
    let file = url.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    precondition(text.contains(old), "\(path) holds `\(old)`")
    try write(path, text.replacing(old, with: new, maxReplacements: 1))
  }

  func changeLesson(_ old: String, to new: String, languages: [String] = ["en", "zh"]) throws {
    for language in languages { try change("\(Self.lesson)/lesson.\(language).md", old, to: new) }
  }

  func changeQuiz(_ old: String, to new: String) throws { try change("\(Self.lesson)/quiz.yaml", old, to: new) }

  func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appending(path: path)) }

  /// The sentences of all faults, with their places.
  func faults(run: Bool = false) -> [String] {
    CourseChecker(facts: PretendDemo.facts, judge: run ? PretendJudge() : nil).check(folder).map(FaultSentences.line)
  }
}
