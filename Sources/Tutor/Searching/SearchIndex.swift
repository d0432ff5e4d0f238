import Course
import Wording

/// The words of all written lessons in both languages, ready to be searched.
struct SearchIndex: Sendable {
  /// One line of a lesson, and its bytes in lower case.
  private struct Line: Sendable {
    let text: String
    let folded: [UInt8]
    let block: Int
  }

  private struct Text: Sendable {
    let lesson: String
    let language: Language
    let lines: [Line]
  }

  private let texts: [Text]

  /// Reads every lesson; a few milliseconds each, so off the screen's thread.
  init(_ course: Course, in folder: CourseFolder) {
    texts = course.entries.filter(\.isWritten).flatMap { entry -> [Text] in
      guard let lesson = folder.lesson(entry).value else { return [] }
      return Language.allCases.compactMap { language in
        lesson.texts[language].map { Text(lesson: entry.id, language: language, lines: Self.lines(of: $0)) }
      }
    }
  }

  private static func lines(of text: LessonText) -> [Line] {
    LessonPassage.all(of: text).flatMap { passage in
      passage.lines.map { Line(text: $0, folded: Array(fold($0).utf8), block: passage.block) }
    }
  }

  /// Case never counts.
  static func fold(_ text: String) -> String { text.lowercased() }

  /// The findings of a text: those in `language` first, else in the order of the roadmap; at most `limit`.
  func find(_ query: String, first language: Language, limit: Int = 500) -> [SearchFinding] {
    let wanted = query.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let bytes = Array(Self.fold(wanted).utf8)
    guard !bytes.isEmpty else { return [] }
    var findings: [SearchFinding] = []
    for text in texts.filter({ $0.language == language }) + texts.filter({ $0.language != language }) {
      add(text, wanted, bytes, limit, to: &findings)
      if findings.count >= limit { break }
    }
    return findings
  }

  private func add(_ text: Text, _ wanted: String, _ bytes: [UInt8], _ limit: Int, to findings: inout [SearchFinding]) {
    var (block, nth) = (-1, 0)
    for line in text.lines {
      if line.block != block { (block, nth) = (line.block, 0) }
      guard Self.holds(line.folded, bytes) else { continue }
      for range in Self.ranges(of: wanted, in: line.text) where findings.count < limit {
        findings.append(
          SearchFinding(
            lesson: text.lesson, language: text.language, block: block, nth: nth, query: wanted, line: line.text,
            range: range))
        nth += 1
      }
    }
  }

  /// Whether `part` stands somewhere in `whole`.
  private static func holds(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, whole.count >= part.count else { return false }
    return whole.withUnsafeBufferPointer { whole in
      part.withUnsafeBufferPointer { part in
        (0...(whole.count - part.count)).contains { start in
          whole[start] == first && (1..<part.count).allSatisfy { whole[start + $0] == part[$0] }
        }
      }
    }
  }

  /// The characters of a line that a text stands at, one after the other.
  private static func ranges(of wanted: String, in line: String) -> [Range<Int>] {
    let (whole, part) = (line.map { $0.lowercased() }, wanted.map { $0.lowercased() })
    var ranges: [Range<Int>] = []
    var start = 0
    while start + part.count <= whole.count {
      if whole[start] == part[0], whole[start..<start + part.count].elementsEqual(part) {
        ranges.append(start..<start + part.count)
        start += part.count
      } else {
        start += 1
      }
    }
    return ranges
  }
}
