import Yams

/// The fields of a mapping, by name.
struct YAMLFields {
  let owner: YAMLValue
  private let values: [String: YAMLValue]
  /// What the mapping is, for messages: "a question".
  let name: String

  fileprivate init(owner: YAMLValue, values: [String: YAMLValue], name: String) {
    self.owner = owner
    self.values = values
    self.name = name
  }

  subscript(key: String) -> YAMLValue? { values[key] }

  /// A field that must be there; a fault where it is not.
  func required(_ key: String) -> YAMLValue? {
    if let value = values[key], !value.isEmpty { return value }
    owner.fault(.missingKey(key, of: name))
    return nil
  }
}

extension YAMLValue {
  /// The fields of a mapping; a fault for each one that is not known, and for anything but a mapping.
  func fields(known: [String], of name: String) -> YAMLFields? {
    guard let mapping = node.mapping else { return refuse(.mapping) }
    var values: [String: YAMLValue] = [:]
    for (keyNode, valueNode) in mapping {
      guard let key = keyNode.scalar?.string, known.contains(key) else {
        let place = with(keyNode, key: self.key)
        place.fault(.unknownKey(keyNode.scalar?.string ?? place.got, of: name, known: known))
        continue
      }
      values[key] = with(valueNode, key: key)
    }
    return YAMLFields(owner: self, values: values, name: name)
  }

  /// The elements of a list; a fault, and none, for anything else.
  func list() -> [YAMLValue] {
    guard let sequence = node.sequence else {
      fault(.wrongShape(key: key, expected: .list, got: got))
      return []
    }
    return sequence.map { with($0, key: key) }
  }

  /// A list, or a single value as a list of one.
  func oneOrMore() -> [YAMLValue] { node.sequence == nil ? [self] : list() }
}
