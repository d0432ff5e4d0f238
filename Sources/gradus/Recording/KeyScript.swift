import Course
import Terminal

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
    if name.count == 1, let character = name.first { return .character(character) }
    if let key = named[name.lowercased()] { return key }
    if name.lowercased().hasPrefix("ctrl-"), name.count == 6, let letter = name.lowercased().last {
      return .control(letter)
    }
    let near = NearNames.of(name.lowercased(), in: named.keys.sorted())
    let meant = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
    throw Failure.report(
      "--keys: there is no key named \"\(name)\".\(meant) Letters and signs stand for themselves, Ctrl-F for a control "
        + "key, .*20 for a key twenty times; the others are \(named.keys.sorted().joined(separator: ", ")).",
      Failure.usage)
  }

  private static let named: [String: Key] = [
    "enter": .enter, "space": .character(" "), "tab": .tab, "backtab": .backTab, "esc": .escape,
    "backspace": .backspace, "delete": .delete, "up": .up, "down": .down, "left": .left, "right": .right,
    "home": .home, "end": .end, "pageup": .pageUp, "pagedown": .pageDown, "f1": .function(1), "f2": .function(2),
  ]
}
