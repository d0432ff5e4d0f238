import Testing

@testable import Markup

struct MathMaskerTests {
  private func sources(_ text: String) -> [String] {
    var masker = MathMasker(text, firstLine: 1)
    masker.run()
    return masker.masked.formulas.map { String($0.source) }
  }

  @Test(arguments: [
    ("$a*b*c$ and $x_i$", ["a*b*c", "x_i"]),
    ("$$a \\\\ b$$", ["a \\\\ b"]),
    ("costs $5 and $6 today", []),
    ("\\$x$ y", []),
    ("`$x$` and ``a ` $y$`` but $z$", ["z"]),
    ("```\n$x$\n```\n$y$", ["y"]),
    ("~~~\n$x$\n```\n$z$\n~~~\n$y$", ["y"]),
    ("$a\nb$", ["a b"]),
    ("$a\n\nb$", []),
    ("> $$x\n> + y$$", ["x + y"]),
    ("| $a | $b$ |\n| $c$ |", ["b", "c"]),
    ("$\\$$", ["\\$"]),
    ("中$x$文", ["x"]),
    ("$ x$", []),
  ])
  func `formulas are found outside code, prices are left`(text: String, expected: [String]) {
    #expect(sources(text) == expected)
  }

  @Test func `what is masked comes back as it was where it turns out to be code`() {
    let parsed = MarkdownParser.parse("text\n\n    indented $x^2$ code\n")
    #expect(parsed.document.blocks.last?.kind == .code(language: "", text: "indented $x^2$ code\n"))
  }

  @Test func `private-use characters of the text cannot pose as formulas`() {
    let parsed = MarkdownParser.parse("$x$ \u{E000}0\u{E001} &#xE000;7&#xE001;")
    guard case .paragraph(let inlines)? = parsed.document.blocks.first?.kind else {
      Issue.record("no paragraph")
      return
    }
    #expect(inlines.filter { if case .math = $0 { true } else { false } }.count == 1)
  }

  @Test func `escaped marks are plain characters`() {
    let parsed = MarkdownParser.parse("\\$5 \\*\\*not strong\\*\\*")
    #expect(parsed.document.blocks.first?.kind == .paragraph([.text("$5 **not strong**")]))
    #expect(parsed.faults.isEmpty)
  }
}
