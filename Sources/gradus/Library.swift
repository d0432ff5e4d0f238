import ArgumentParser
import Course
import Foundation
import Wording

/// The course and the interface's words, read from their folders.
struct Library {
  let folder: CourseFolder
  let course: Course
  let assets: URL

  /// Ends the command with every fault of `course.yaml` where it can't be read.
  init(_ content: ContentOptions) throws {
    let folders = try content.folders()
    folder = CourseFolder(folders.lessons.path)
    assets = folders.assets
    let reading = folder.course()
    guard let course = reading.value else {
      throw Failure.report(reading.faults.map { FaultSentences.line($0) }.joined(separator: "\n"))
    }
    self.course = course
  }

  func strings() throws -> StringTable {
    var yaml: [Language: String] = [:]
    for language in Language.allCases {
      let file = assets.appendingPathComponent("strings.\(language.rawValue).yaml")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else {
        throw Failure.report("\(file.path) can't be read; run `make install` again or check its permissions.")
      }
      yaml[language] = text
    }
    do { return try StringTable(yaml: yaml) } catch {
      switch error {
      case .notYAML(let language, let reason):
        throw Failure.report("strings.\(language.rawValue).yaml is not YAML: \(reason)")
      case .notText(let language, let line):
        throw Failure.report("strings.\(language.rawValue).yaml:\(line): expected `key: text`.")
      }
    }
  }

  /// The row of a lesson; ends the command with near names where there is none.
  func entry(_ id: String) throws -> LessonEntry {
    guard let entry = course.entry(id) else {
      throw Failure.unknown("lesson", id, known: course.entries.map(\.id), see: "list")
    }
    return entry
  }

  /// A written lesson; ends the command where it is coming or can't be read.
  func lesson(_ id: String) throws -> Lesson {
    let entry = try entry(id)
    guard entry.isWritten else {
      throw Failure.report("the lesson \(id) is not written yet; `gradus list` shows which are.")
    }
    let reading = folder.lesson(entry)
    guard let lesson = reading.value else {
      throw Failure.report(reading.faults.map { FaultSentences.line($0) }.joined(separator: "\n"))
    }
    return lesson
  }
}
