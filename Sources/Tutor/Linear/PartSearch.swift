import Course

/// Looks for words in lessons as they are read aloud, in upper or lower case.
struct PartSearch {
  /// A part that holds the words, and the line where it does.
  struct Finding: Hashable {
    /// From 0.
    let part: Int
    let line: String
  }

  private let wanted: String
  private let talk: LinearTalk

  init(_ wanted: String, _ talk: LinearTalk) {
    self.wanted = wanted.lowercased()
    self.talk = talk
  }

  /// The first line of every part that holds the words.
  func findings(in text: LessonText) -> [Finding] {
    let markup = SpokenMarkup(talk.language, talk.context)
    let speech = FenceSpeech(text, nil, talk)
    return text.parts.enumerated().compactMap { index, part in
      let lines = markup.lines(Array(text.document.blocks[part.blocks])) { speech.lines($0) }
      return lines.first { $0.lowercased().contains(wanted) }.map { Finding(part: index, line: shortened($0)) }
    }
  }

  /// Some words on both sides of what was found; all of a paragraph would be long.
  private func shortened(_ line: String) -> String {
    let lower = line.lowercased()
    guard line.count > 160, let found = lower.firstRange(of: wanted) else { return line }
    let characters = Array(line)
    let place = lower.distance(from: lower.startIndex, to: found.lowerBound)
    let range = max(0, place - 60)..<min(characters.count, place + wanted.count + 80)
    let start = range.lowerBound == 0 ? "" : "…"
    return start + String(characters[range]) + (range.upperBound == characters.count ? "" : "…")
  }
}
