import Markup
import Support
import Terminal
import Testing

@testable import Widgets

/// Terms, footnotes, links, callouts, bookmarks: what a page shows beside its text.
struct ReaderMarkTests {
  static let text = """
    # Rates

    The learning rate matters[^1]; see [the paper](https://arxiv.org/abs/1412.6980).

    > [!WARNING]
    > A large *learning rate* diverges.

    - [x] read
    - [ ] try, with a long text that goes on in the next row

    ## More

    Again a learning rate.

    [^1]: A note with `code`.
    """

  static let terms = [Term(id: "rate", forms: ["learning rate"])]

  private func reader(width: Int = 50, height: Int = 30, theme: Theme = mono) -> Reader {
    var reader = Reader(MarkdownParser.parse(Self.text).document, terms: Self.terms)
    reader.layOut(in: Size(width: width, height: height), theme: theme) { _, _ in [] }
    return reader
  }

  private func surface(_ reader: Reader, width: Int = 50, height: Int = 30, theme: Theme = mono) -> Surface {
    var surface = Surface(width: width, height: height)
    reader.draw(on: &surface, in: surface.bounds, theme: theme)
    return surface
  }

  @Test func `a page with everything at 50 columns`() {
    #expect(
      surface(reader()).lines.prefix(26) == [
        " Rates",
        " ━━━━━",
        "",
        " The learning rate matters¹; see the paper[1].",
        "",
        " ▌ ! Warning",
        " ▌ A large learning rate diverges.",
        "",
        " • ☑ read",
        " • ☐ try, with a long text that goes on in the",
        "     next row",
        "",
        " More",
        " ────",
        "",
        " Again a learning rate.",
        "",
        " Footnotes",
        " 1 A note with `code`.",
        "",
        " Links",
        " [1] the paper  https://arxiv.org/abs/1412.6980",
        "", "", "", "",
      ])
  }

  @Test func `in ASCII nothing is beyond it`() {
    let shown = surface(reader(theme: ascii), theme: ascii)
    #expect(shown.cells.allSatisfy { $0.scalar <= 0x7E })
    #expect(shown.lines[3] == " The learning rate matters^1; see the paper[1].")
    #expect(shown.lines[8] == " - [x] read")
  }

  @Test func `a term is underlined where a section has it first`() {
    let shown = surface(reader())
    #expect(shown[5, 3].style.attributes.contains(.underline))
    #expect(!shown[3, 3].style.attributes.contains(.underline))
    #expect(!shown[11, 6].style.attributes.contains(.underline))
    #expect(shown[9, 15].style.attributes.contains(.underline))
  }

  @Test func `marks come in reading order, one that goes on in the next row once`() {
    let marks: [ReaderMark] = [
      .term("rate"), .footnote(1), .link("https://arxiv.org/abs/1412.6980"), .term("rate"), .footnoteText(1),
      .link("https://arxiv.org/abs/1412.6980"),
    ]
    #expect(reader().page.marks.map(\.mark) == marks)
    let narrow = reader(width: 22)
    #expect(narrow.page.marks.first?.stretches.count == 2 || narrow.page.marks.first?.stretches.count == 1)
    #expect(narrow.page.marks.map(\.mark).prefix(5) == marks.prefix(5))
  }

  @Test func `marks are chosen one by one, shown without colour, and brought to the screen`() {
    var shown = reader(height: 6)
    #expect(shown.activeMark == nil)
    shown.chooseMark(by: 1)
    #expect(shown.activeMark?.mark == .term("rate"))
    #expect(surface(shown, height: 6)[5, 3].style.attributes.contains(.reverse))
    for _ in 0..<3 { shown.chooseMark(by: 1) }
    #expect(shown.activeMark?.line == 15 && shown.top > 0)
    #expect(shown.readingLine == 15)
    shown.scroll(by: -100)
    #expect(shown.activeMark == nil)
    let isFirst = shown.chooseMark(by: -1)
    #expect(isFirst && shown.activeMark?.line == 3)
  }

  @Test func `at the last mark there is no next`() {
    var shown = reader()
    while shown.chooseMark(by: 1) {}
    #expect(shown.activeMark?.line == 21)
  }

  @Test func `a footnote's mark leads to its text, which leads back`() {
    var shown = reader(height: 6)
    shown.chooseMark(by: 1)
    let isOther = shown.followFootnote()
    #expect(!isOther)
    shown.chooseMark(by: 1)
    let isFollowed = shown.followFootnote()
    #expect(isFollowed && shown.activeMark?.mark == .footnoteText(1) && shown.isVisible(18..<19))
    let isBack = shown.followFootnote()
    #expect(isBack && shown.activeMark?.mark == .footnote(1) && shown.isVisible(3..<4))
  }

  @Test func `a click chooses the mark under it`() {
    var shown = reader()
    let area = Rect(x: 0, y: 0, width: 50, height: 30)
    let onText = shown.chooseMark(at: Point(x: 1, y: 3), in: area)
    let onLink = shown.chooseMark(at: Point(x: 33, y: 3), in: area)
    #expect(!onText && onLink && shown.activeMark?.mark == .link("https://arxiv.org/abs/1412.6980"))
  }

  @Test func `bookmarks and notes stand in the margin, and move with the width`() {
    var shown = reader()
    let place = shown.page.position(ofLine: 15)
    shown.annotations = [ReaderAnnotation(at: .start), ReaderAnnotation(at: place, note: "ask about this")]
    let wide = surface(shown).lines
    #expect(wide[0] == "⚑Rates")
    #expect(wide[15] == "✎Again a learning rate.  ask about this")
    shown.layOut(in: Size(width: 24, height: 30), theme: mono) { _, _ in [] }
    let narrow = surface(shown, width: 24).lines
    #expect(narrow.contains { $0.hasPrefix("✎Again a learning") })
  }

  @Test func `a bookmark is put at words, not at the line below a heading`() {
    var shown = reader(height: 6)
    #expect(shown.readingLine == 0)
    shown.scroll(by: 1)
    #expect(shown.page.lines[1].text.plain == "━━━━━" && shown.readingLine == 3)
  }

  @Test func `the line of a note being written is pointed at`() {
    var shown = reader()
    shown.pointer = 3
    #expect(surface(shown).lines[3].hasPrefix("❯The"))
  }

  @Test(arguments: testSizes, [mono, ascii, Theme.standard(colors: .ansi256)])
  func `a page with everything is drawn at any size`(size: Size, theme: Theme) {
    var shown = reader(width: size.width, height: size.height, theme: theme)
    shown.annotations = [ReaderAnnotation(at: .start, note: "note")]
    while shown.chooseMark(by: 1) { _ = surface(shown, width: size.width, height: size.height, theme: theme) }
    #expect(shown.page.lines.allSatisfy { $0.text.width <= max(4, Reader.textWidth(size.width)) || size.width < 8 })
  }

  // MARK: Chinese lines

  static let chinese = """
    梯度下降（gradient descent）是最常用的优化方法：沿着负梯度走一小步，再走一小步，“一步一步来”。学习率（learning rate）太大，\
    损失就会发散；太小，又走得很慢。《深度学习》【第八章】、《统计学习导论》说得更细……——见下文！
    """

  @Test(arguments: 20...120)
  func `no line begins with a mark that closes, none ends with one that opens, no Latin word is cut`(width: Int) {
    var reader = Reader(MarkdownParser.parse(Self.chinese).document)
    reader.layOut(in: Size(width: width, height: 50), theme: mono) { _, _ in [] }
    let lines = reader.page.lines.map(\.text.plain)
    for line in lines {
      if let first = line.first { #expect(!"，。！？；：、）」』”’》〉】〕…—".contains(first), "\(line)") }
      if let last = line.last { #expect(!"（「『“‘《〈【〔".contains(last), "\(line)") }
    }
    for word in ["gradient", "descent", "learning", "rate"] {
      #expect(lines.contains { $0.contains(word) }, "\(word) at \(width)")
    }
    #expect(
      lines.joined().filter { $0 != " " } == reader.document.blocks.flatMap(\.inlines).plainText.filter { $0 != " " })
  }
}
