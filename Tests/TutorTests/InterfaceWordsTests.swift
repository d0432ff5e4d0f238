import Foundation
import Testing
import Wording

/// The interface's words: both tables whole, and every key that the sources use in them.
@Suite struct InterfaceWordsTests {
  private func table() throws -> StringTable {
    var yaml: [Language: String] = [:]
    for language in Language.allCases {
      let file = Repository.root.appending(path: "Assets/strings.\(language.rawValue).yaml")
      yaml[language] = try String(contentsOf: file, encoding: .utf8)
    }
    return try StringTable(yaml: yaml)
  }

  /// Keys written out in the sources of the tutor and the command line.
  private func keysInUse() throws -> Set<String> {
    var keys: Set<String> = []
    let sources = Repository.root.appending(path: "Sources")
    for target in ["Tutor", "gradus"] {
      let files = FileManager.default.enumerator(at: sources.appending(path: target), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /words\(\s*"([a-z0-9.-]+)"/) { keys.insert(String(match.1)) }
        for match in text.matches(of: /KeyBinding\([^"\n]*"[^"]*", "([a-z0-9.-]+)"/) { keys.insert(String(match.1)) }
      }
    }
    return keys
  }

  @Test func `both languages have the same keys and the same placeholders`() throws {
    let table = try table()
    #expect(table.keys(.en) == table.keys(.zh))
    for key in table.keys(.en) { #expect(table.placeholders(key, .en) == table.placeholders(key, .zh), "\(key)") }
  }

  @Test func `every key that the sources write out has its words`() throws {
    let (table, keys) = (try table(), try keysInUse())
    #expect(keys.count > 60)
    #expect(keys.subtracting(table.keys(.en)).isEmpty)
  }
}
