import Course
import Demos
import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct LessonTests {
  private func open(_ pane: LessonPane = .theory, block: Int = 0, width: Int = 80) -> Learner {
    let learner = Learner(.lesson("gradient-descent", pane, block: block), size: Size(width: width, height: 24))
    learner.settle()
    return learner
  }

  /// The place that would be kept if the learner left now.
  private func place(of learner: Learner) -> LessonPosition? {
    learner.session.handle(.terminate)
    return learner.home.store().lastPlace()?.position
  }

  // MARK: Moving

  @Test func `Enter on the roadmap opens gradient descent`() {
    let learner = Learner()
    learner.press(.enter)
    learner.settle()
    #expect(learner.sees("First, a bet"))
    #expect(learner.statusLine.contains("% read"))
  }

  @Test func `Tab goes from theory to demo to quiz and round, Shift-Tab the other way`() {
    let learner = open()
    let signs = ["% read", "Space play", "Question 1 of 10"]
    for sign in signs + signs {
      #expect(learner.statusLine.contains(sign))
      learner.press(.tab)
      learner.settle()
    }
    for sign in [signs[0], signs[2], signs[1], signs[0]] {
      #expect(learner.statusLine.contains(sign))
      learner.press(.backTab)
      learner.settle()
    }
  }

  @Test func `theory stands beside the demo from 110 columns, and all three from 180`() {
    let learner = open(width: 120)
    #expect(learner.sees("First, a bet") && learner.sees("step 0"))
    learner.size = Size(width: 200, height: 60)
    learner.settle()
    #expect(learner.sees("First, a bet") && learner.sees("step 0") && learner.sees("Question 1 of 10"))
    learner.size = Size(width: 80, height: 24)
    learner.settle()
    #expect(learner.sees("First, a bet") && !learner.sees("step 0"))
  }

  @Test func `a click gives its pane the keys`() {
    let learner = open(width: 200)
    learner.session.handle(.mouse(MouseEvent(.press, at: Point(x: 100, y: 10))))
    learner.settle()
    #expect(learner.statusLine.contains("Space play") && learner.step == 0)
    learner.session.handle(.mouse(MouseEvent(.press, at: Point(x: 190, y: 10))))
    #expect(learner.statusLine.contains("Question 1 of 10"))
  }

  @Test func `the wheel scrolls the text`() {
    let learner = open()
    let top = learner.lines
    learner.session.handle(.mouse(MouseEvent(.wheelDown, at: Point(x: 5, y: 5))))
    #expect(learner.lines != top)
    learner.session.handle(.mouse(MouseEvent(.wheelUp, at: Point(x: 5, y: 5))))
    #expect(learner.lines == top)
  }

  // MARK: The other language, in place

  @Test(arguments: [3, 17, 40, 90])
  func `L keeps the block at the top`(rows: Int) {
    let (still, flipped, twice) = (open(), open(), open())
    for learner in [still, flipped, twice] {
      learner.press(.down, times: rows)
      _ = learner.surface
    }
    flipped.press(.character("L"))
    #expect(flipped.sees("讲解") && flipped.context.language == .zh)
    twice.press(.character("L"))
    _ = twice.surface
    twice.press(.character("L"))
    _ = twice.surface
    let block = place(of: still)?.block
    #expect(place(of: flipped)?.block == block && place(of: twice)?.block == block)
  }

  @Test func `L keeps the demo's step, its pane and its numbers`() {
    let learner = open(.demo)
    learner.press(.character("."), times: 7)
    learner.settle()
    learner.press(.character("L"))
    learner.settle()
    #expect(learner.step == 7 && learner.sees("第 7 步"))
    learner.press(.character("."))
    learner.settle()
    #expect(learner.step == 8)
  }

  @Test func `L keeps the question, and what is chosen but not handed in`() {
    let learner = open(.quiz)
    Examinee(learner, "gradient-descent").go(to: .single)
    learner.press(.character("3"))
    let row = learner.lines.firstIndex { $0.contains("◉") }
    learner.press(.character("L"))
    #expect(learner.statusLine.contains("第 3 题"))
    #expect(learner.lines.filter { $0.contains("◉") }.count == 1)
    learner.press(.character("L"))
    #expect(row != nil && learner.lines.firstIndex { $0.contains("◉") } == row)
  }

  // MARK: Search

  @Test func `a search counts its matches, and n and N go round them`() {
    let learner = open()
    learner.press(.character("/"))
    learner.type("momentum")
    learner.press(.enter)
    #expect(learner.statusLine.contains(" 1/"))
    #expect(learner.surface.text.lowercased().contains("momentum"))
    learner.press(.character("n"))
    #expect(learner.statusLine.contains(" 2/"))
    learner.press(.character("N"))
    #expect(learner.statusLine.contains(" 1/"))
    learner.press(.character("N"))
    #expect(!learner.statusLine.contains(" 1/"))
  }

  @Test func `a search for what is not there says so and loses nothing`() {
    let learner = open()
    let before = learner.lines.dropLast()
    learner.press(.character("/"))
    learner.type("xyzzy")
    learner.press(.enter)
    #expect(learner.statusLine.contains("“xyzzy” is not on this page"))
    #expect(learner.lines.dropLast() == before)
  }

  @Test func `Chinese is searched in the Chinese text`() {
    let learner = Learner(.lesson("gradient-descent"), language: .zh)
    learner.press(.character("/"))
    learner.session.handle(.paste("学习率"))
    learner.press(.enter)
    #expect(learner.surface.text.contains("学习率") && !learner.statusLine.contains("没有"))
  }

  // MARK: Guesses and boxes

  private func guess(_ text: String) -> Learner {
    let learner = open()
    while !learner.isInField { learner.press(.enter, .down) }
    learner.type(text)
    learner.press(.enter)
    return learner
  }

  @Test(arguments: [("10", "lesson.predict-hit"), ("0", "lesson.predict-miss")])
  func `a guess waits for the run, which decides`(text: String, key: String) {
    let learner = guess(text)
    #expect(learner.statusLine.contains(learner.words("lesson.running")))
    learner.settle()
    #expect(learner.sees("Your guess \(text) · the run gave 10"))
    #expect(learner.sees(learner.words(key)))
  }

  @Test func `what cannot be read as a number is no guess`() {
    let learner = guess("about ten or so")
    #expect(learner.statusLine.contains(learner.words("lesson.number-needed")))
    #expect(!learner.sees("the run gave"))
    learner.clearField()
    learner.type("10")
    learner.press(.enter)
    learner.settle()
    #expect(learner.sees("the run gave 10"))
  }

  @Test func `a guess is kept, and the outcome shown when the lesson is opened again`() {
    let learner = guess("12")
    learner.settle()
    learner.session.handle(.terminate)
    let again = Learner.again(at: learner.home)
    again.settle()
    #expect(again.sees("Your guess 12 · the run gave 10"))
  }

  @Test func `the box of an experiment sets the demo up as it says`() {
    let learner = open()
    learner.press(.character("/"))
    learner.type("learning-rate=0.11")
    learner.press(.escape)
    for _ in 0..<200 where !learner.statusLine.contains("Set up") {
      if learner.lines.contains(where: { $0.contains("▶") && $0.contains("Try it") }) { learner.press(.enter) }
      learner.press(.down)
    }
    learner.settle()
    #expect(learner.step == 0)
    let lesson = Examinee(learner, "gradient-descent").lesson
    guard case .experiment(let experiment)? = lesson.texts[.en]?.fences.values.first(where: { $0.id == "too-large" })
    else {
      Issue.record("the lesson has its experiment too-large")
      return
    }
    let rate = experiment.run.settings.first { $0.knob == "learning-rate" }?.value ?? "?"
    #expect(learner.sees(rate))
  }

  // MARK: The demo

  @Test func `playing makes steps until it is paused`() {
    let learner = open(.demo)
    learner.press(.character(" "))
    #expect(learner.wait { $0.step >= 5 })
    #expect(learner.sees("▶ playing"))
    learner.press(.character(" "))
    learner.settle()
    #expect(learner.sees("‖ paused"))
    let first = learner.surface
    learner.session.handle(.wake)
    #expect(learner.surface == first)
  }

  @Test func `a step forward and a step back give the same picture again`() {
    let learner = open(.demo)
    learner.press(.character("."), .character("."))
    learner.settle()
    let second = learner.lines
    learner.press(.character("."))
    learner.settle()
    #expect(learner.lines != second)
    learner.press(.character(","))
    learner.settle()
    #expect(learner.step == 2)
    #expect(learner.lines.dropFirst(3).dropLast(4) == second.dropFirst(3).dropLast(4))
  }

  @Test func `a knob turned changes the run that follows`() {
    let learner = open(.demo)
    learner.press(.character("."), times: 5)
    learner.settle()
    let usual = learner.lines
    learner.press(.character("r"))
    Self.select("learning-rate", learner)
    learner.press(.character("d"), times: 3)
    learner.press(.character("."), times: 5)
    learner.settle()
    #expect(learner.step == 5)
    #expect(learner.lines != usual)
  }

  @Test func `starting again leaves the last run as a ghost that o takes away`() {
    let learner = open(.demo)
    learner.press(.character("."), times: 9)
    learner.press(.character("r"))
    learner.settle()
    #expect(learner.sees("ghost") && learner.step == 0)
    learner.press(.character("o"))
    learner.settle()
    #expect(!learner.sees("ghost"))
  }

  @Test func `a typed formula runs, and a broken one gets a caret`() {
    let learner = Learner(.lesson("backpropagation", .demo))
    learner.settle()
    learner.press(.character("t"))
    learner.clearField()
    learner.type("u*v; u=2, v=3")
    learner.press(.enter)
    learner.settle()
    #expect(learner.sees("u*v"), "\(learner.surface.text)")
    learner.press(.character("t"))
    learner.clearField()
    learner.type("u*(v; u=2, v=3")
    learner.press(.enter)
    learner.settle()
    #expect(learner.lines.contains { $0.contains("^") && !$0.contains("u") })
  }

  private static func select(_ knob: String, _ learner: Learner) {
    let knobs = DemoCatalogue.demo("gradient-descent")?.card.knobs ?? []
    learner.press(.character("s"), times: knobs.firstIndex { $0.id == knob } ?? 0)
  }
}
