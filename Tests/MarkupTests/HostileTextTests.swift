import Terminal
import Testing

@testable import Markup

/// A small generator of its own, so that a failure can be repeated.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  /// Source: Steele, Lea and Flood (2014), SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

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
    var dice = Dice(state: UInt64(seed))
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
