import Foundation
import Support
import Terminal
import Testing
import Wording

@testable import Tutor

/// Every place as text, in Tests/EndToEnd/captures/LANGUAGE/SIZE/PLACE.txt: to be read, and to show what a change
/// changed. `GRADUS_RECORD=1` writes them anew.
@Suite struct CaptureTests {
  private static let folder = Repository.root.appending(path: "Tests/EndToEnd/captures")
  private static let sizes = [Size(width: 80, height: 24), Size(width: 160, height: 50)]

  @Test(arguments: Place.allCases, Language.allCases)
  func `every place looks as it was captured`(place: Place, language: Language) throws {
    let learner = place.learner(size: Self.sizes[0], language: language)
    for size in Self.sizes {
      learner.size = size
      #expect(learner.settle())
      // A learner's folder has another name in each test.
      let shown = learner.surface.text.replacing(/gradus-[0-9A-F]{8}[-0-9A-F]*/, with: "gradus-home") + "\n"
      let file = Self.folder.appending(
        path: "\(language.rawValue)/\(size.width)x\(size.height)/\(place.rawValue).txt")
      if ProcessInfo.processInfo.environment["GRADUS_RECORD"] == "1" { try write(shown, to: file) }
      let captured = try? String(contentsOf: file, encoding: .utf8)
      #expect(captured == shown, "\(file.path) (GRADUS_RECORD=1 writes it anew)")
    }
  }

  private func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
