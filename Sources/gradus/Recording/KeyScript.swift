import Course
import Terminal
import Tutor

/// Keys to be pressed one after another: `Enter Tab .*20 Down`.
struct KeyScript {
  let keys: [Key]

  /// Ends the command where a key has no such name.
  init(_ text: String) throws {
    keys = try text.split(separator: " ").flatMap { try Self.keys(String($0)) }
  }

  /// `Down`, `q`, `.*20`: a key, or one so many times.
  private static func keys(_ text: String) throws -> [Key] {
    let parts = text.split(separator: "*", maxSplits: 1)
    if parts.count == 2, let count = Int(parts[1]), (1...10_000).contains(count) {
      return Array(repeating: try key(String(parts[0])), count: count)
    }
    return [try key(text)]
  }

  private static func key(_ name: String) throws -> Key {
    if let key = Key(name: name) { return key }
    let near = NearNames.of(name.lowercased(), in: Key.names)
    let meant = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
    throw Failure.report(
      "--keys: there is no key named \"\(name)\".\(meant) Signs stand for themselves; others are named as enter, space, "
        + "page-down, ctrl-f, alt-left, f2; .*20 is a key twenty times.",
      Failure.usage)
  }
}
