import Markup
import Support
import Terminal
import Testing

@testable import Widgets

struct HostileReaderTests {
  private static let pieces = [
    "$", "$$", "\\frac", "{", "}", "*", "**", "_", "`", "```", "\n", "\n\n", "> ", "- ", "1. ", "# ", "|", "|-|\n",
    "| a |\n",
    "<b>", "&#27;", "\u{1B}[31m", "\u{202E}", "\u{200D}", "中", "，", "（", "é", "e\u{301}\u{302}\u{303}", "👩‍👩‍👧", "    ",
    "[", "](x)",
    "\t", "\\begin{cases}a&b\\\\c\\end{cases}", "\\sum_{i}^{n}", "^", "\0", "x", "word ", "```swift\nlet a = \"",
  ]

  @Test(arguments: 0..<100)
  func `random Markdown is laid out, searched and drawn at any width, and stays harmless`(seed: Int) {
    var dice = SplitMix(seed: UInt64(seed))
    let count = Int.random(in: 1...80, using: &dice)
    let text = (0..<count).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined()
    var reader = Reader(MarkdownParser.parse(text).document)
    for width in [1, 2, 7, 21, 40, 90] {
      let theme = Theme.standard(colors: .none, glyphs: width % 2 == 0 ? .ascii : .unicode)
      reader.layOut(in: Size(width: width, height: 10), theme: theme) { fence, _ in [StyledText(fence.body)] }
      reader.search("x")
      for key in [Key.end, .pageUp, .character("n"), .home] { _ = reader.handle(key) }
      var surface = Surface(width: width, height: 10)
      reader.draw(on: &surface, in: surface.bounds, theme: theme)
      #expect(
        surface.cells.allSatisfy { $0.isContinuation || ($0.scalar >= 0x20 && !Sanitizer.isForbidden($0.scalar)) })
    }
  }
}
