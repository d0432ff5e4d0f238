/// The text of a settings file, changed a field at a time: every other line, comments too, stays as the learner wrote it.
struct PreferencesText: Hashable {
  /// A field of the top level with the lines that belong to it.
  struct Entry: Hashable {
    /// Index of its first line, from 0.
    let line: Int
    let text: String
  }

  private var lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
  }

  /// With a newline at the end.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// The file cut where a line begins something new, so that a fault in one field does not cost the others.
  var entries: [Entry] {
    let starts = lines.indices.filter { Self.begins(lines[$0]) }
    return starts.enumerated().map { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : lines.count
      return Entry(line: start, text: lines[start..<end].joined(separator: "\n"))
    }
  }

  /// Gives a field a value of one line; what else is said on that line as a comment stays.
  mutating func set(_ key: String, to value: String) {
    let line = "\(key): \(value)"
    guard let index = lines.firstIndex(where: { Self.names($0, key) }) else {
      lines.append(line)
      return
    }
    let comment = Self.comment(of: lines[index]).map { "  " + $0 } ?? ""
    var end = index + 1
    while end < lines.count, Self.continues(lines[end]) { end += 1 }
    lines.replaceSubrange(index..<end, with: [line + comment])
  }

  private static func begins(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    return !" \t#-.%".contains(first) && !line.allSatisfy(\.isWhitespace)
  }

  /// Whether a line belongs to the field above it.
  private static func continues(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    let isComment = line.first { !$0.isWhitespace } == "#"
    return " \t-".contains(first) && !isComment && !line.hasPrefix("---")
  }

  private static func names(_ line: String, _ key: String) -> Bool {
    guard line.hasPrefix(key) else { return false }
    return line.dropFirst(key.count).drop { $0 == " " }.first == ":"
  }

  /// From the first `#` after a blank that no quotation mark encloses.
  private static func comment(of line: String) -> String? {
    var quote: Character?
    var last: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#", last.isWhitespace {
        return String(line[index...])
      }
      last = character
    }
    return nil
  }
}
