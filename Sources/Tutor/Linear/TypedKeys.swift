import Terminal

/// Keys by their names, as somebody types them in a line: `left`, `up 3`, `[`, `左 2`.
enum TypedKeys {
  /// Nil where a word is no key.
  static func read(_ text: String) -> [Key]? {
    var keys: [Key] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let times = Int(LinearVocabulary.plain(String(word))), let key = keys.last, (1...99).contains(times) {
        keys += Array(repeating: key, count: times - 1)
      } else if let key = key(String(word)) {
        keys.append(key)
      } else {
        return nil
      }
    }
    return keys
  }

  private static func key(_ word: String) -> Key? {
    if let named = names[LinearVocabulary.plain(word)] { return named }
    return word.count == 1 ? word.first.map { .character($0) } : nil
  }

  private static let names: [String: Key] = [
    "left": .left, "right": .right, "up": .up, "down": .down, "左": .left, "右": .right, "上": .up, "下": .down,
    "home": .home, "end": .end, "pageup": .pageUp, "pagedown": .pageDown, "space": .character(" "),
    "空格": .character(" "),
    "tab": .tab, "enter": .enter, "delete": .delete, "backspace": .backspace,
  ]
}
