import Foundation

/// The examples of `Lessons/README.md`, by the words after their opening back-ticks.
enum ReadmeExamples {
  static let text: String = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let file = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Lessons/README.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// The body of the fence opened by `info`: `yaml quiz`.
  static func body(_ info: String) -> String {
    var lines: [Substring] = []
    var fence: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let marks = line.prefix { $0 == "`" }
      if let open = fence {
        if line == open { break }
        lines.append(line)
      } else if marks.count >= 3, line.dropFirst(marks.count) == info {
        fence = marks
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
