import Foundation

/// A folder of its own for a test; gone with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "gradus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it; returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The repository's lessons in here; returns their folder.
  func copyLessons() throws -> String {
    let target = "\(path)/Lessons"
    try FileManager.default.copyItem(at: Program.root.appending(path: "Lessons"), to: URL(filePath: target))
    return target
  }

  /// Replaces a text that must be there.
  func change(_ name: String, _ old: String, to new: String) throws {
    let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    precondition(text.contains(old), "\(name) holds `\(old)`")
    try write(name, text.replacing(old, with: new))
  }
}
