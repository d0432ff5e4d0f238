/// Text gathered by what it has in common, in the order in which each first came.
struct Grouped<Key: Hashable> {
  private(set) var keys: [Key] = []
  private var texts: [Key: String] = [:]

  mutating func append(_ text: String, to key: Key) {
    if texts[key] == nil { keys.append(key) }
    texts[key, default: ""] += text
  }

  /// Every key with its text, made into one text; empty where nothing was gathered.
  func joined(_ element: (Key, String) -> String) -> String {
    keys.map { element($0, texts[$0] ?? "") }.joined()
  }

  var isEmpty: Bool { keys.isEmpty }

  func holds(_ key: Key) -> Bool { texts[key] != nil }
}
