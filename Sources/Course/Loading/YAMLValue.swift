import Wording
import Yams

/// A YAML value that knows where it stands and tells the log what is wrong with it.
///
/// Reading one returns nil (or what could be read) and goes on, so that all faults of a file are found at once.
struct YAMLValue {
  let node: Node
  let log: LoadLog
  let file: String
  /// Lines of the file before the YAML's first.
  let lineOffset: Int
  /// The key that it stands under, for messages.
  let key: String

  /// Parses a text; nil, and a fault, where it is not YAML. An empty text is nil without a fault.
  static func parse(_ text: String, log: LoadLog, file: String, lineOffset: Int = 0, key: String = "") -> YAMLValue? {
    do {
      // No resolver: tags are never looked at, and guessing them costs a dozen regular expressions a key.
      guard let node = try compose(yaml: text, .basic) else { return nil }
      return YAMLValue(node: node, log: log, file: file, lineOffset: lineOffset, key: key)
    } catch {
      let (kind, mark) = yamlFault(error)
      log.add(kind, at: Place(file: file, line: (mark?.line ?? 1) + lineOffset, column: mark?.column ?? 1))
      return nil
    }
  }

  var place: Place {
    Place(file: file, line: (node.mark?.line ?? 1) + lineOffset, column: node.mark?.column ?? 1)
  }

  func fault(_ kind: CourseFault.Kind) { log.add(kind, at: place) }

  /// The same place in the file with another node.
  func with(_ node: Node, key: String) -> YAMLValue {
    YAMLValue(node: node, log: log, file: file, lineOffset: lineOffset, key: key)
  }

  var isEmpty: Bool { node.scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false }

  /// What stands there, in a word, for messages.
  var got: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "`\(scalar.string.prefix(40))`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }
}

/// What libYAML says is wrong, and where.
private func yamlFault(_ error: any Error) -> (CourseFault.Kind, Mark?) {
  switch error as? YamlError {
  case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
    (.brokenYAML(reason: [context?.text, problem].compactMap { $0 }.joined(separator: ": ")), mark)
  case .composer(_, let problem, let mark, _): (.brokenYAML(reason: problem), mark)
  case .duplicatedKeysInMapping(let duplicates, let context): (.repeatedKey(duplicates.first ?? ""), context.mark)
  case .reader(let problem, _, _, _): (.brokenYAML(reason: problem), nil)
  default: (.brokenYAML(reason: "not readable"), nil)
  }
}
