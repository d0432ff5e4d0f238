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

/// Text in XML.
enum XMLText {
  /// With what has a meaning in XML written as entities, and without what XML forbids.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": break
      case _ where scalar.value & 0xFFFE == 0xFFFE: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
