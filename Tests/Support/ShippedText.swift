import Foundation

/// A text of the lessons that ship: material for tests that damage it.
public struct ShippedText: Sendable, CustomStringConvertible {
  public let path: String
  public let text: String

  public var description: String { path }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Lessons")

  /// Every lesson, in both languages.
  public static let lessons = files(ending: "/lesson.en.md") + files(ending: "/lesson.zh.md")

  private static func files(ending: String) -> [ShippedText] {
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.sorted().filter { $0.hasSuffix(ending) }.compactMap { path in
      let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
      return text.map { ShippedText(path: path, text: $0) }
    }
  }
}
