import Support
import Terminal
import Testing
import Wording

@testable import Tutor

/// Every click has a key; these hold that the mouse does the same.
@Suite struct MouseTests {
  private func click(_ learner: Learner, on text: String, in lines: Range<Int>? = nil) {
    let rows = learner.lines
    for y in lines ?? rows.indices where rows.indices.contains(y) {
      guard let range = rows[y].range(of: text) else { continue }
      let x = TextWidth.of(rows[y][..<range.lowerBound])
      learner.session.handle(.mouse(MouseEvent(.press, at: Point(x: x, y: y))))
      learner.session.handle(.mouse(MouseEvent(.release, at: Point(x: x, y: y))))
      return
    }
    Issue.record("“\(text)” is not on the screen:\n\(learner.surface.text)")
  }

  private func wheel(_ learner: Learner, _ action: MouseEvent.Action, at point: Point) {
    learner.session.handle(.mouse(MouseEvent(action, at: point)))
  }

  @Test func `a tab is chosen`() {
    let learner = Learner(.lesson("gradient-descent"))
    learner.settle()
    _ = learner.surface
    click(learner, on: learner.words("pane.quiz"), in: 0..<1)
    #expect(learner.lines[0].contains("[\(learner.words("pane.quiz"))"))
    click(learner, on: learner.words("pane.demo"), in: 0..<1)
    #expect(learner.lines[0].contains("[\(learner.words("pane.demo"))"))
  }

  @Test func `a hint of the status line does what its key does`() {
    let learner = Learner()
    let last = learner.lines.count - 1
    click(learner, on: "? \(learner.words("key.help"))", in: last..<last + 1)
    #expect(learner.sees(learner.words("help.title")))
    learner.press(.escape)
    _ = learner.surface
    click(learner, on: learner.words("key.back"), in: last..<last + 1)
    #expect(learner.session.isOver)
  }

  @Test func `an answer is chosen, and the hint hands it in`() {
    let learner = Place.quizSingle.learner(size: Size(width: 80, height: 24))
    let before = learner.lines
    click(learner, on: "2 ○")
    #expect(learner.lines != before && learner.lines.contains { $0.contains("2 ◉") }, "\(learner.surface.text)")
    click(learner, on: learner.words("key.submit"))
    learner.settle()
    #expect(learner.sees(learner.words("quiz.right")) || learner.sees(learner.words("quiz.wrong")))
  }

  @Test func `a knob is chosen, turned by the wheel, and typed at the second click`() {
    let learner = Learner(.lesson("gradient-descent", .demo), size: Size(width: 100, height: 30))
    learner.settle()
    let row = learner.lines.lastIndex { $0.contains("[") } ?? 0
    let line = learner.lines[row]
    let other = Point(x: TextWidth.of(line.prefix { $0 != "]" }) + 3, y: row)
    learner.session.handle(.mouse(MouseEvent(.press, at: other)))
    learner.settle()
    let chosen = learner.lines[row]
    #expect(chosen != line, "\(learner.surface.text)")
    let knob = Point(x: TextWidth.of(chosen.prefix { $0 != "[" }) + 2, y: row)
    wheel(learner, .wheelUp, at: knob)
    learner.settle()
    #expect(learner.lines[row] != chosen)
    learner.session.handle(.mouse(MouseEvent(.press, at: knob)))
    learner.settle()
    #expect(learner.isInField)
  }

  @Test func `a click on the player's line plays and pauses`() {
    let learner = Learner(.lesson("gradient-descent", .demo))
    learner.settle()
    click(learner, on: "‖")
    #expect(learner.wait { $0.step > 0 })
    click(learner, on: "▶")
    learner.settle()
    #expect(learner.lines.contains { $0.contains("‖") })
  }

  @Test func `the wheel scrolls what is under it, whoever has the keys`() {
    let learner = Learner(.lesson("gradient-descent", .quiz), size: Size(width: 120, height: 30))
    learner.settle()
    let before = learner.lines
    wheel(learner, .wheelDown, at: Point(x: 10, y: 10))
    #expect(learner.lines != before)
    #expect(learner.lines[0].contains("[\(learner.words("pane.quiz"))"))
  }

  @Test func `a row of the palette is done, and a click beside it does nothing`() {
    let learner = Learner()
    learner.press(.character(":"))
    learner.type("backpropagation")
    let before = learner.lines
    for point in [Point(x: 0, y: 0), Point(x: 79, y: 22), Point(x: 1, y: 12)] {
      learner.session.handle(.mouse(MouseEvent(.press, at: point)))
      #expect(learner.lines == before)
    }
    click(learner, on: "lesson", in: 4..<20)
    learner.settle()
    #expect(learner.lines[0].contains("Backpropagation"), "\(learner.surface.text)")
  }

  @Test func `a finding and a setting answer clicks`() {
    let learner = Learner()
    learner.press(.control("f"))
    learner.type("saddle")
    learner.settle()
    click(learner, on: "saddle", in: 4..<20)
    learner.settle()
    if learner.sees(learner.words("search-all.title")) { click(learner, on: "saddle", in: 4..<20) }
    learner.settle()
    #expect(learner.statusLine.contains("“saddle”"), "\(learner.surface.text)")
    learner.press(.function(2))
    _ = learner.surface
    click(learner, on: learner.words("settings.mouse"))
    click(learner, on: learner.words("settings.mouse"))
    #expect(!learner.context.preferences.value.mouse)
  }

  @Test(arguments: Place.allCases)
  func `a click on empty space does nothing`(place: Place) {
    let learner = place.learner(size: Size(width: 80, height: 24))
    // A picture of a demo answers clicks everywhere.
    guard !place.rawValue.contains("demo"), place != .helpDemo else { return }
    let before = learner.lines
    learner.session.handle(.mouse(MouseEvent(.press, at: Point(x: 0, y: 0))))
    learner.session.handle(.mouse(MouseEvent(.release, at: Point(x: 0, y: 0))))
    #expect(learner.lines.dropLast() == before.dropLast())
  }

  @Test func `the terminal is told whether the mouse is wanted`() {
    let backend = MemoryBackend(script: [nil, .key(.function(2)), nil, .key(.control("c"))])
    let learner = Learner()
    learner.context.preferences.override { $0.mouse = false }
    var loop = TutorLoop(backend: backend, session: learner.session)
    loop.run()
    #expect(backend.mouse == false)
  }
}
