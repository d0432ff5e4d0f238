import Testing

@testable import Markup

struct MarkupFaultTests {
  @Test(arguments: [
    ("---\nid: a\n", 1, 1, MarkupFault.Kind.unclosedFrontMatter),
    ("一 $x", 1, 3, .unclosedMath(delimiter: "$")),
    ("a\n\n一二 $$x\n\ny", 3, 4, .unclosedMath(delimiter: "$$")),
    ("中文 $a + \\foo$", 1, 9, .formula(.unknownCommand("foo", near: nil))),
    ("# t\n\n$\\alpa$", 3, 2, .formula(.unknownCommand("alpa", near: "alpha"))),
    ("$$\na + {b\n$$", 2, 5, .formula(.unclosedGroup)),
    ("这是**中文，**后", 1, 3, .unparsedEmphasis(near: "这是**中文，**后")),
    ("这是*中文，*后", 1, 3, .unparsedEmphasis(near: "这是*中文，*后")),
    ("a <b>c", 1, 3, .html("<b>")),
    ("<div>\n</div>", 1, 1, .html("<div>")),
    ("![x](y.png)", 1, 1, .image(url: "y.png")),
    ("- a\n\n  ```demo x\n  ```", 3, 3, .nestedFence(.demo)),
    ("ab\u{1B}[31mred", 1, 3, .controlCharacter(0x1B)),
    ("ab\n\u{202E}x", 2, 1, .controlCharacter(0x202E)),
  ])
  func `a fault names its line and its column in characters`(
    text: String, line: Int, column: Int, kind: MarkupFault.Kind
  ) {
    #expect(MarkdownParser.parse(text).faults == [MarkupFault(kind, at: SourcePlace(line: line, column: column))])
  }

  @Test(arguments: ["2 * 3 * 4", "a *b", "5*", "\\*a, b\\*", "`**`", "$a*b*c$", "**好**，*是*。"])
  func `asterisks that are meant are no fault`(text: String) {
    #expect(MarkdownParser.parse(text).faults.isEmpty)
  }

  @Test func `all faults are collected in the order of the file`() {
    let faults = MarkdownParser.parse("**坏，**的 $\\x$\n\n<b>\n\n$y").faults
    #expect(faults.map(\.place.line) == [1, 1, 3, 5])
  }

  @Test func `a place after a formula that takes two lines is still right`() {
    let faults = MarkdownParser.parse("$a\n+ b$ and <i>").faults
    #expect(faults.map(\.place) == [SourcePlace(line: 2, column: 10)])
  }

  @Test func `a sentence says what is wrong and how to put it right`() {
    let fault = MarkdownParser.parse("$\\alpa$").faults.first
    #expect(fault?.sentence == "the formula cannot be read: unknown command `\\alpa`; did you mean `\\alpha`?")
    let open = MarkdownParser.parse("$x").faults.first
    #expect(open?.sentence == "`$` opens a formula that nothing closes; close it with `$`, or write `\\$` for a dollar")
    let control = MarkdownParser.parse("\u{7}").faults.first
    #expect(
      control?.sentence == "the character U+0007 must not be sent to a terminal and was left out; delete it")
  }

  @Test func `a mark at the file's start and Windows line ends are no faults`() {
    let parsed = MarkdownParser.parse("\u{FEFF}---\r\nid: a\r\n---\r\n# T\r\n")
    #expect(parsed.faults.isEmpty)
    #expect(parsed.document.frontMatter?.text == "id: a\n")
    #expect(parsed.document.blocks.map(\.kind) == [.heading(level: 1, [.text("T")])])
  }
}
