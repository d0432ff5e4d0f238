import Course
import Foundation
import Language
import Wording

/// The lessons and assets of the source tree that these tests were built from.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let lessons = root.appending(path: "Lessons").path
  static let assets = root.appending(path: "Assets").path

  /// The interface's words; demos learn here too where the assets are.
  static let strings: StringTable = {
    AssetFolder.set(assets)
    let yaml = Language.allCases.map { language in
      let text = try? String(contentsOfFile: "\(assets)/strings.\(language.rawValue).yaml", encoding: .utf8)
      return (language, text ?? "")
    }
    let table = try? StringTable(yaml: Dictionary(uniqueKeysWithValues: yaml))
    guard let table else { preconditionFailure("the string tables of \(assets) can be read") }
    return table
  }()

  static let course: Course = {
    guard let course = CourseFolder(lessons).course().value else {
      preconditionFailure("the course of \(lessons) can be read")
    }
    return course
  }()
}
