import Course
import Support
import Terminal
import Testing
import Wording

@testable import Tutor
@testable import Widgets

/// Terms, footnotes, links, bookmarks and notes, as a learner meets them.
@Suite struct ReaderPaneTests {
  private func open(_ size: Size = Size(width: 80, height: 24), language: Language = .en) -> Learner {
    let learner = Learner(.lesson("gradient-descent"), size: size, language: language)
    learner.settle()
    return learner
  }

  /// Goes from mark to mark until the status line says a text.
  private func go(_ learner: Learner, to text: String) {
    for _ in 0..<60 where !learner.statusLine.contains(text) { learner.press(.right) }
    #expect(learner.statusLine.contains(text))
  }

  // MARK: Terms

  @Test(arguments: Language.allCases)
  func `Enter on a term explains it in both languages, and Esc leads back to the line`(language: Language) {
    let learner = open(language: language)
    go(learner, to: language == .en ? "“learning rate”" : "“学习率”")
    let before = learner.lines
    learner.press(.enter)
    #expect(learner.sees("learning rate") && learner.sees("学习率"))
    #expect(learner.sees("How far one step goes.") && learner.sees("一步走多远"))
    learner.press(.escape)
    #expect(learner.lines == before)
  }

  @Test func `a narrow screen explains a term one language after the other`() {
    let learner = open(Size(width: 40, height: 24))
    go(learner, to: "learning rate")
    learner.press(.enter)
    #expect(learner.sees("How far one step goes.") && learner.sees("一步走多远"))
    #expect(Picture.faults(learner.surface).isEmpty)
  }

  @Test func `a click on a term explains it`() {
    let learner = open()
    go(learner, to: "learning rate")
    guard let row = learner.lines.firstIndex(where: { $0.contains("learning rate") }),
      let column = learner.lines[row].range(of: "learning rate").map({
        learner.lines[row].distance(from: learner.lines[row].startIndex, to: $0.lowerBound)
      })
    else {
      Issue.record("the term is on the screen")
      return
    }
    learner.press(.character("g"))
    learner.press(.character("/"))
    learner.type("learning rate")
    learner.press(.enter, .escape)
    go(learner, to: "learning rate")
    let shown = learner.lines.firstIndex { $0.contains("learning rate") } ?? row
    learner.session.handle(.mouse(MouseEvent(.press, at: Point(x: column, y: shown))))
    #expect(learner.sees("How far one step goes."))
    learner.session.handle(.mouse(MouseEvent(.press, at: Point(x: 1, y: 1))))
    #expect(!learner.sees("How far one step goes."))
  }

  // MARK: Footnotes and links

  @Test func `Enter on a footnote goes to its text, and again back`() {
    let learner = open()
    go(learner, to: "Footnote 1: Enter goes there")
    let before = learner.lines
    learner.press(.enter)
    #expect(learner.statusLine.contains("goes back") && learner.sees("Diederik P. Kingma"))
    learner.press(.enter)
    #expect(learner.lines == before || learner.statusLine.contains("Enter goes there"))
  }

  @Test func `Enter on a link shows its address and opens nothing`() {
    let learner = open()
    go(learner, to: "Link: Enter shows its address")
    learner.press(.enter)
    #expect(learner.sees("https://arxiv.org/abs/1412.6980") && learner.sees("opens no browser"))
    learner.press(.character("q"))
    #expect(!learner.sees("opens no browser") && learner.sees("Theory"))
  }

  @Test func `Enter still opens the box where no mark is chosen`() {
    let learner = open()
    while !learner.isInField { learner.press(.enter, .down) }
    #expect(learner.sees(learner.words("lesson.predict-prompt")))
  }

  // MARK: Bookmarks and notes

  @Test func `a bookmark is set and taken away with one key`() {
    let learner = open()
    learner.press(.down, times: 20)
    _ = learner.surface
    learner.press(.character("m"))
    #expect(learner.lines[1].hasPrefix("⚑") || learner.lines.contains { $0.hasPrefix("⚑") })
    learner.press(.character("m"))
    #expect(!learner.surface.text.contains("⚑"))
  }

  @Test func `a note is kept at its line through another start, the other language and another width`() {
    let learner = open()
    learner.press(.down, times: 20)
    _ = learner.surface
    learner.press(.character("M"), .down, .down)
    learner.type("ask why?")
    learner.press(.enter)
    #expect(learner.surface.text.contains("✎"))
    let block = learner.context.progress.bookmarks(in: "gradient-descent").map(\.block)
    learner.press(.character("L"))
    #expect(learner.surface.text.contains("✎"))
    learner.size = Size(width: 120, height: 40)
    #expect(learner.surface.text.contains("✎"))
    learner.session.handle(.terminate)
    let again = Learner.again(at: learner.home)
    #expect(again.surface.text.contains("✎"))
    #expect(again.context.progress.bookmarks(in: "gradient-descent").map(\.block) == block)
    again.press(.character("'"))
    #expect(again.sees("ask why?"))
  }

  @Test func `the list goes to a place and takes one away`() {
    let learner = open()
    learner.press(.character("'"))
    #expect(learner.statusLine.contains("No bookmarks yet"))
    learner.press(.down, times: 12)
    _ = learner.surface
    learner.press(.character("m"))
    let there = learner.lines
    learner.press(.character("g"), .character("'"))
    #expect(learner.sees("Bookmarks and notes"))
    learner.press(.enter)
    #expect(learner.lines[1...20] == there[1...20])
    learner.press(.character("'"), .character("x"))
    #expect(!learner.sees("Bookmarks and notes") && !learner.surface.text.contains("⚑"))
  }

  @Test func `a note is changed, and goes when it is emptied; m does not lose it`() {
    let learner = open()
    learner.press(.character("M"))
    learner.type("one")
    learner.press(.enter, .character("M"))
    learner.type(" two")
    learner.press(.enter)
    #expect(learner.context.progress.bookmarks(in: "gradient-descent").map(\.note) == ["one two"])
    learner.press(.character("m"))
    #expect(learner.statusLine.contains("has a note"))
    learner.press(.character("M"))
    learner.clearField()
    learner.press(.enter)
    #expect(learner.context.progress.bookmarks(in: "gradient-descent").isEmpty)
  }

  @Test func `Esc leaves a note unwritten`() {
    let learner = open()
    learner.press(.character("M"))
    learner.type("never mind")
    learner.press(.escape)
    #expect(learner.context.progress.bookmarks(in: "gradient-descent").isEmpty && !learner.isInField)
  }

  // MARK: Room

  @Test func `the checker's widths are those of the panes`() {
    func text(_ width: Int) -> Int {
      let area = Rect(x: 0, y: 0, width: width, height: 24)
      let layout = LessonLayout(area: area, panes: LessonPane.allCases, focus: .theory, companion: .demo)
      return Reader.textWidth(layout.rects[0].rect.width)
    }
    #expect((80...300).map(text).min() == PageWidth.narrowest)
    #expect(text(80) == PageWidth.usual)
  }

  @Test func `a grey picture becomes rows, and what is none becomes its words`() {
    let header = Array("P5\n# a comment\n4 2\n255\n".utf8)
    let picture = PictureFile(header + [0, 80, 160, 255, 255, 160, 80, 0])
    #expect(picture?.rows.count == 2 && picture?.rows[0].last == 1)
    for theme in [Theme.standard(colors: .ansi256), .standard(colors: .none), .standard(colors: .none, glyphs: .ascii)]
    {
      let rows = picture.map { PictureLines.of($0, width: 40, theme: theme) } ?? []
      #expect(!rows.isEmpty && rows.allSatisfy { $0.width <= 40 })
    }
    for bytes in [
      [], Array("P5 4 2 255\n".utf8), Array("P6 1 1 255\n123".utf8), Array("P5 9999999 1 255\n".utf8),
      Array("P5 x".utf8),
    ] {
      #expect(PictureFile(bytes) == nil)
    }
  }
}
