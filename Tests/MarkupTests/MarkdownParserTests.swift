import Testing

@testable import Markup

private func blocks(_ text: String) -> [Block.Kind] { MarkdownParser.parse(text).document.blocks.map(\.kind) }

struct MarkdownParserTests {
  @Test func `front matter is cut off and the lines after it stay the file's`() {
    let parsed = MarkdownParser.parse("---\nid: a\ntitle: b\n---\n\n# Title\n\ntext\n")
    #expect(parsed.document.frontMatter == FrontMatter(text: "id: a\ntitle: b\n", firstLine: 2))
    #expect(parsed.document.blocks.map(\.place) == [SourcePlace(line: 6, column: 1), SourcePlace(line: 8, column: 1)])
    #expect(parsed.faults.isEmpty)
  }

  @Test func `a rule in the middle is no front matter`() {
    #expect(blocks("a\n\n---\n\nb") == [.paragraph([.text("a")]), .rule, .paragraph([.text("b")])])
  }

  @Test func `headings, emphasis, code and links are told apart`() {
    #expect(
      blocks("## A *b* **c** `d` [e](https://f.org)") == [
        .heading(
          level: 2,
          [
            .text("A "), .emphasis([.text("b")]), .text(" "), .strong([.text("c")]), .text(" "), .code("d"), .text(" "),
            .link([.text("e")], url: "https://f.org"),
          ])
      ])
  }

  @Test func `lists keep their numbers and their nesting`() throws {
    guard case .list(let list)? = blocks("3. a\n4. b\n   - c\n").first else {
      Issue.record("no list")
      return
    }
    #expect(list.isOrdered && list.start == 3 && list.isTight)
    #expect(list.items.count == 2)
    #expect(list.items[1].map(\.kind).count == 2)
  }

  @Test func `a table keeps columns and alignment, and a formula's bar does not cut a cell`() {
    guard case .table(let table)? = blocks("| a | b |\n|:-:|--:|\n| $p(x|y)$ | 2 |\n").first else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments == [.centre, .right])
    #expect(table.header.map(\.plainText) == ["a", "b"])
    #expect(table.rows.map { $0.map(\.plainText) } == [["p(x|y)", "2"]])
  }

  @Test(arguments: Fence.Kind.allCases)
  func `the engine's fences are told from other code`(kind: Fence.Kind) {
    let fence = blocks("x\n\n```\(kind.rawValue) some id=1\nbody\n```\n").last
    #expect(fence == .fence(Fence(kind, arguments: "some id=1", body: "body\n", line: 3)))
  }

  @Test func `other fences are code, dollars and all`() {
    #expect(
      blocks("```swift\nlet a = $0 + $1 // \\$\n```") == [.code(language: "swift", text: "let a = $0 + $1 // \\$\n")])
  }

  @Test(arguments: [
    ("one\ntwo", "one two"), ("梯度\n下降", "梯度下降"), ("梯度\ngradient", "梯度 gradient"), ("他说，\n“好”", "他说，“好”"),
    ("结束。\n1986 年", "结束。1986 年"), ("**很**\n$x$", "很 x"), ("“好”\n他说", "“好”他说"), ("“so”\nit is", "“so” it is"),
    ("loss\n（损失）", "loss（损失）"),
  ])
  func `a line's end is a blank between words and nothing between Han characters`(text: String, joined: String) {
    #expect(blocks(text).map(plain) == [joined])
  }

  @Test func `a displayed formula inside a paragraph stands alone`() {
    let kinds = blocks("before $$x = 1$$ after")
    #expect(kinds.count == 3)
    guard case .math(let math) = kinds[1] else {
      Issue.record("no formula: \(kinds)")
      return
    }
    #expect(math.source == "x = 1")
    #expect(math.place == SourcePlace(line: 1, column: 10))
  }

  @Test func `fences inside lists are found too`() {
    let document = MarkdownParser.parse("- a\n\n  ```try\n  x\n  ```\n\n```demo d\n```\n").document
    #expect(document.fences.map(\.kind) == [.try, .demo])
  }

  private func plain(_ kind: Block.Kind) -> String {
    if case .paragraph(let inlines) = kind { inlines.plainText } else { "" }
  }
}
