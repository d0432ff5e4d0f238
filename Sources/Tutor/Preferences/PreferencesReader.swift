import Terminal
import Yams

/// Reads a settings file, field by field: what is wrong with one is said, and the others still count.
struct PreferencesReader {
  private(set) var preferences = Preferences()
  private(set) var faults: [PreferencesFault] = []
  private var seen: Set<String> = []

  private static let keys = "keys"

  /// The names that a file may have at its top level.
  static let names = PreferenceField.allCases.map(\.rawValue) + [keys]

  init(_ text: String) {
    for entry in PreferencesText(text).entries { read(entry) }
    faults += KeyChoice.faults(preferences.keys)
  }

  private mutating func read(_ entry: PreferencesText.Entry) {
    let node: Node?
    do { node = try compose(yaml: entry.text, .basic) } catch {
      let (line, reason) = Self.fault(error)
      faults.append(.notYAML(line: entry.line + line, reason: reason))
      return
    }
    guard let mapping = node?.mapping else {
      if node != nil { faults.append(.notAMapping(line: entry.line + 1)) }
      return
    }
    for (key, value) in mapping { read(key, value, below: entry.line) }
  }

  private mutating func read(_ key: Node, _ value: Node, below offset: Int) {
    let name = key.scalar?.string ?? ""
    let line = offset + (key.mark?.line ?? 1)
    guard Self.names.contains(name) else { return faults.append(.unknownField(Sanitizer.clean(name), line: line)) }
    guard seen.insert(name).inserted else { return faults.append(.repeatedField(name, line: line)) }
    guard let field = PreferenceField(rawValue: name) else { return readKeys(value, line: line, below: offset) }
    let text = value.scalar?.string ?? ""
    if !field.set(text, in: &preferences) { faults.append(.badValue(Sanitizer.clean(text), of: field, line: line)) }
  }

  // MARK: Keys

  private mutating func readKeys(_ value: Node, line: Int, below offset: Int) {
    // `keys:` with nothing after it is an empty mapping.
    if value.scalar?.string.isEmpty == true { return }
    guard let mapping = value.mapping else { return faults.append(.keysNotAMapping(line: line)) }
    for (name, keys) in mapping {
      let line = offset + (name.mark?.line ?? 1)
      guard let command = name.scalar.flatMap({ Command(name: $0.string) }) else {
        faults.append(.unknownCommand(Sanitizer.clean(name.scalar?.string ?? ""), line: line))
        continue
      }
      let names = keys.sequence.map(Array.init) ?? [keys]
      let read = names.compactMap { key($0.scalar?.string ?? "", of: command, line: line) }
      if !read.isEmpty { preferences.keys[command] = read }
    }
  }

  private mutating func key(_ name: String, of command: Command, line: Int) -> Key? {
    guard let key = Key(name: name) else {
      faults.append(.unknownKey(Sanitizer.clean(name), of: command, line: line))
      return nil
    }
    guard !KeyChoice.isReserved(key, for: command) else {
      faults.append(.reservedKey(key, of: command, line: line))
      return nil
    }
    return key
  }

  /// What libYAML says is wrong, and in which line of the entry.
  private static func fault(_ error: any Error) -> (line: Int, reason: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(_, let context): (context.mark.line, "a key is given twice")
    default: (1, "not readable")
    }
  }
}
