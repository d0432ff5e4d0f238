import Foundation
import Support
import Terminal
import Testing

@testable import Course

@Suite struct DamagedCourseTests {
  private static let files = [
    "course.yaml", "glossary.yaml", "resources.yaml", "\(TemporaryCourse.lesson)/quiz.yaml",
    "\(TemporaryCourse.lesson)/lesson.en.md",
  ]
  private static let pieces =
    Mutation.charges + [
      "- ", ": ", "{", "[", "&a ", "*a", "!!binary ", "? ", "|\n", ">-\n", "'", "\"", "\n  ", "%YAML 9", "...\n",
      "id: ", "~",
      "1e999", "-.inf", "0x", "9999999999999999999999",
    ]

  @Test(arguments: files, 0..<40)
  func `a course damaged anywhere is read or refused in sentences that have a place`(file: String, seed: Int) throws {
    let course = try TemporaryCourse()
    var mutation = Mutation(seed: seed)
    let text = try String(contentsOfFile: "\(course.url.path)/\(file)", encoding: .utf8)
    try course.write(file, mutation.damaged(text, count: 1 << (seed % 6), pieces: Self.pieces))
    for sentence in course.faults() {
      #expect(sentence.contains(":"))
      #expect(!sentence.unicodeScalars.contains { $0 != "\n" && Sanitizer.isForbidden($0.value) }, "\(sentence)")
    }
  }

  @Test func `aliases that grow without end are refused, not expanded`() throws {
    let course = try TemporaryCourse()
    let bomb = (1...27).map { level in
      "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]"
    }
    try course.write("glossary.yaml", "a0: &a0 [x, x]\n" + bomb.joined(separator: "\n") + "\n")
    #expect(!course.faults().isEmpty)
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `nesting without end is refused`(piece: String) throws {
    let course = try TemporaryCourse()
    try course.write("glossary.yaml", String(repeating: piece, count: 20_000))
    #expect(!course.faults().isEmpty)
  }
}
