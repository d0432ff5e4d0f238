import Foundation

/// The repository's lessons in a temporary folder, for a test to change; gone with the value.
final class CopiedLessons {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "gradus-lessons-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: URL(filePath: Repository.lessons), to: url)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ file: String) throws -> String { try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8) }

  func write(_ file: String, _ text: String) throws {
    let url = URL(filePath: "\(path)/\(file)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Replaces a text everywhere in a file.
  func change(_ file: String, _ old: String, to new: String) throws {
    let text = try text(file)
    precondition(text.contains(old), "\(file) holds `\(old)`")
    try write(file, text.replacing(old, with: new))
  }
}
