import Foundation

/// Where the lessons and the assets are on this machine.
struct ContentFolders {
  let lessons: URL
  let assets: URL

  /// Looks beside the program, in its install prefix, and in the folders above it (the source tree).
  ///
  /// - Parameter lessons: the folder that the learner named; only there is looked for lessons then.
  init(lessons named: String?, executable: URL = ContentFolders.executable) throws(ContentFoldersError) {
    let roots = Self.roots(of: executable)
    if let named {
      let folder = URL(fileURLWithPath: named, isDirectory: true)
      guard Self.holds(folder, "course.yaml") else { throw .noCourse(looked: [folder.path]) }
      lessons = folder
    } else {
      let candidates = roots.map { $0.appendingPathComponent("Lessons", isDirectory: true) }
      guard let found = candidates.first(where: { Self.holds($0, "course.yaml") }) else {
        throw .noCourse(looked: candidates.map(\.path))
      }
      lessons = found
    }
    let candidates = ([lessons.deletingLastPathComponent()] + roots).map {
      $0.appendingPathComponent("Assets", isDirectory: true)
    }
    guard let found = candidates.first(where: { Self.holds($0, "strings.en.yaml") }) else {
      throw .noAssets(looked: candidates.map(\.path))
    }
    assets = found
  }

  /// The program's own file, links followed.
  static var executable: URL {
    let path =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).resolvingSymlinksInPath()
  }

  private static func roots(of executable: URL) -> [URL] {
    let folder = executable.deletingLastPathComponent()
    var roots = [folder, folder.deletingLastPathComponent().appendingPathComponent("share/gradus", isDirectory: true)]
    var above = folder
    while above.path != "/" {
      above.deleteLastPathComponent()
      roots.append(above)
    }
    return roots
  }

  private static func holds(_ folder: URL, _ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(file).path)
  }
}

/// Why the program's own files were not found.
enum ContentFoldersError: Error {
  case noCourse(looked: [String])
  case noAssets(looked: [String])
}

extension ContentFoldersError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noCourse(let looked): Self.sentence("lessons (course.yaml)", looked)
    case .noAssets(let looked): Self.sentence("assets (strings.en.yaml)", looked)
    }
  }

  private static func sentence(_ what: String, _ looked: [String]) -> String {
    """
    The \(what) were not found. Looked in:
    \(looked.map { "  " + $0 }.joined(separator: "\n"))
    Run gradus from where `make build` or `make install` put it, or name the folder with --lessons DIR.
    """
  }
}
