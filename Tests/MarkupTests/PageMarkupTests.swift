import Testing

@testable import Markup

private func parse(_ text: String) -> ParsedLesson { MarkdownParser.parse(text) }

private func kinds(_ text: String) -> [Block.Kind] { parse(text).document.blocks.map(\.kind) }

/// Footnotes, callouts, task lists, links and pictures.
struct PageMarkupTests {
  // MARK: Footnotes

  @Test func `footnotes are numbered by their first marks, and their texts follow the blocks`() {
    let parsed = parse("A[^b] and B[^a] and A[^b] again.\n\n[^a]: second *note*\n[^b]: first note\n\n    goes on\n")
    #expect(parsed.faults == [])
    #expect(
      parsed.document.blocks.map(\.kind) == [
        .paragraph([
          .text("A"), .footnote(1), .text(" and B"), .footnote(2), .text(" and A"), .footnote(1), .text(" again."),
        ])
      ])
    #expect(
      parsed.document.footnotes.map { $0.blocks.flatMap(\.inlines).plainText } == ["first notegoes on", "second note"])
    #expect(parsed.document.footnotes[0].place.line == 4)
  }

  @Test(arguments: [
    ("a[^x] b", 1, 2, MarkupFault.Kind.unknownFootnote("x")),
    ("text\n\n[^x]: never spoken of", 3, 1, .unusedFootnote("x")),
    ("[a](notes.txt)", 1, 1, .link(url: "notes.txt")),
    ("[a](javascript:alert)", 1, 1, .link(url: "javascript:alert")),
    ("> [!DANGER]\n> x", 1, 1, .unknownCallout("DANGER")),
    ("a ![x](datasets/one.pgm)", 1, 3, .image(url: "datasets/one.pgm")),
    ("![x](../one.pgm)", 1, 1, .image(url: "../one.pgm")),
    ("![x](https://a.org/one.pgm)", 1, 1, .image(url: "https://a.org/one.pgm")),
  ])
  func `what a page cannot show is a fault with its place`(
    text: String, line: Int, column: Int, kind: MarkupFault.Kind
  ) {
    #expect(parse(text).faults == [MarkupFault(kind, at: SourcePlace(line: line, column: column))])
  }

  @Test func `marks of footnotes in code are no marks`() {
    #expect(parse("`a[^x]`\n\n```text\n[^y]: z\n```\n").faults == [])
  }

  // MARK: Callouts

  @Test(arguments: Callout.allCases)
  func `a quote with a head is a callout`(callout: Callout) {
    let name = callout.rawValue.uppercased()
    #expect(
      kinds("> [!\(name)]\n> 学习率太大。\n>\n> two") == [
        .callout(
          callout,
          [
            Block(.paragraph([.text("学习率太大。")]), at: SourcePlace(line: 1, column: 3)),
            Block(.paragraph([.text("two")]), at: SourcePlace(line: 4, column: 3)),
          ])
      ])
  }

  @Test func `a head alone in its paragraph leaves none behind`() {
    guard case .callout(.note, let blocks)? = kinds("> [!note]\n>\n> - a\n").first else {
      Issue.record("no callout")
      return
    }
    #expect(blocks.count == 1)
  }

  @Test func `a quote that only mentions a word in brackets stays a quote`() {
    guard case .quote? = kinds("> [!NOTE] on the same line").first else {
      Issue.record("no quote")
      return
    }
  }

  // MARK: Lists, links, pictures

  @Test func `the boxes of a task list are ticked or open`() {
    guard case .list(let list)? = kinds("- [x] done\n- [ ] open\n- none\n").first else {
      Issue.record("no list")
      return
    }
    #expect(list.ticks == [true, false, nil])
    #expect(list.items.map { $0.flatMap(\.inlines).plainText } == ["done", "open", "none"])
  }

  @Test func `every address is listed once, and one that is its own text not at all`() {
    let text =
      "[a](https://a.org) [b](https://a.org) [https://b.org](https://b.org)\n\n- *[c](http://c.org)*\n\nx[^1]\n\n[^1]: [d](https://d.org)"
    #expect(
      parse(text).document.links == [
        DocumentLink(text: "a", url: "https://a.org"), DocumentLink(text: "c", url: "http://c.org"),
        DocumentLink(text: "d", url: "https://d.org"),
      ])
  }

  @Test func `a picture alone in its paragraph is a picture`() {
    #expect(
      kinds("![a *one*](datasets/one.pgm)") == [
        .image(path: "datasets/one.pgm", [.text("a "), .emphasis([.text("one")])])
      ])
  }

  // MARK: Terms

  private func marked(_ text: String, _ terms: [Term]) -> [Inline] {
    TermMarker(terms).marked(parse(text).document).blocks.flatMap(\.inlines)
  }

  private static let terms = [
    Term(id: "rate", forms: ["learning rate", "学习率"]), Term(id: "learning", forms: ["learning"]),
    Term(id: "adam", forms: ["Adam"]),
  ]

  @Test func `a term is marked where a section has it first, the longest first, in any case, with its plural`() {
    #expect(
      marked("Learning rates and the learning rate; **Adam**, Adamant.", Self.terms) == [
        .term("Learning rates", id: "rate"), .text(" and the "), .term("learning", id: "learning"), .text(" rate; "),
        .strong([.term("Adam", id: "adam")]), .text(", Adamant."),
      ])
  }

  @Test func `each section marks a term again, headings and links never`() {
    let inlines = marked("# Adam\n\nAdam\n\n## More Adam\n\n[Adam](https://a.org) 用Adam，学习率", Self.terms)
    #expect(
      inlines == [
        .text("Adam"), .term("Adam", id: "adam"), .text("More Adam"), .link([.text("Adam")], url: "https://a.org"),
        .text(" 用"), .term("Adam", id: "adam"), .text("，"), .term("学习率", id: "rate"),
      ])
  }

  // MARK: Read aloud

  @Test func `a page reads from top to bottom, footnotes last`() {
    let text = """
      - [x] a
      - [ ] b

      > [!WARNING]
      > hot[^1]

      ![a digit](datasets/one.pgm)

      [^1]: very
      """
    #expect(
      LinearText(words: .chinese) { _ in [] }.text(parse(text).document) == """
        - [已完成] a
        - [未完成] b

        > 注意:
        > hot[1]

        [图: a digit]

        ## 脚注

        [1] very

        """)
  }
}
