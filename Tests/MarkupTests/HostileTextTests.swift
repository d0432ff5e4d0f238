import Support
import Terminal
import Testing

@testable import Markup

struct HostileTextTests {
  static let pieces = [
    "$", "$$", "\\", "\\frac", "{", "}", "*", "**", "_", "`", "```", "~~~", "\n", "\n\n", "> ", "- ", "1. ", "# ", "|",
    "|-|", "---\n", "<b>", "&#27;", "\u{1B}[31m", "\u{202E}", "\u{200D}", "中", "，", "é", "e\u{301}\u{302}\u{303}", "👩‍👩‍👧",
    "\u{E000}", "\u{E001}", "0", " ", "    ", "[", "](", ")", "![", "\r\n", "\t", "demo x", "\\begin{cases}", "\\left(",
    "^", "&", "\\\\",
    "\0", "x",
  ]

  @Test(arguments: 0..<200)
  func `random Markdown is read, printed and never lets a control character through`(seed: Int) {
    var dice = SplitMix(seed: UInt64(seed))
    let text = (0..<Int.random(in: 1...120, using: &dice)).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }
      .joined()
    let parsed = MarkdownParser.parse(text)
    let lines = LinearText(width: 40) { [$0.arguments, $0.body] }.text(parsed.document)
    #expect(!lines.unicodeScalars.contains { Sanitizer.isForbidden($0.value) })
    let count = text.split(separator: "\n", omittingEmptySubsequences: false).count + text.filter { $0 == "\r\n" }.count
    #expect(parsed.faults.allSatisfy { $0.place.line >= 1 && $0.place.column >= 1 && $0.place.line <= count + 1 })
    #expect(parsed.faults.allSatisfy { !$0.sentence.isEmpty })
  }

  @Test func `deep nesting does not overflow the stack`() {
    for piece in ["> ", "- ", "*_", "[", "**", "1. "] {
      let parsed = MarkdownParser.parse(String(repeating: piece, count: 2000) + "x")
      #expect(parsed.document.blocks.count <= 1)
    }
  }
}
