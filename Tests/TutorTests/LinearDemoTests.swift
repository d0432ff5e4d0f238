import Course
import Demos
import Testing
import Wording

@testable import Tutor

@Suite struct LinearDemoTests {
  /// Somebody in the demo of a lesson.
  private func trying(_ id: String, _ language: Language = .en, isInteractive: Bool = true) -> LinearListener {
    let listener = LinearListener(.lesson(id), language: language, isInteractive: isInteractive)
    listener.type("demo")
    return listener
  }

  @Test func `Enter takes a step and says where it led`() {
    let listener = trying("gradient-descent")
    #expect(listener.hears("Demo: Gradient descent."))
    let lines = listener.type("")
    #expect(lines[0].hasPrefix("Step 1: loss "))
    #expect(listener.prompt.hasPrefix("Step 1."))
  }

  @Test func `steps go forward and back by number`() {
    let listener = trying("gradient-descent")
    #expect(listener.type("step 10")[0].hasPrefix("Step 10: loss"))
    #expect(listener.type("rewind 4")[0].hasPrefix("Step 6: loss"))
    #expect(listener.type("run 30").say("Step 36: loss"))
    #expect(listener.type("restart")[0].hasPrefix("Step 0: loss"))
  }

  @Test func `a run tells at most one line a second, and Enter pauses it`() {
    let listener = trying("gradient-descent")
    #expect(listener.interrupt(with: "run").say("Running. Enter pauses."))
    let lines = listener.wait(.seconds(5))
    #expect((3...5).contains(lines.count), "\(lines)")
    #expect(lines.allSatisfy { $0.wholeMatch(of: /step \d+: loss .+, (falling|rising|steady)/) != nil }, "\(lines)")
    let paused = listener.interrupt()
    #expect(paused.first == "Paused.")
    #expect(!listener.session.isRunning)
    #expect(listener.wait(.seconds(5)).isEmpty)
  }

  @Test func `where each step is a stage of its own, each is told with its sentence`() {
    let listener = trying("backpropagation")
    #expect(listener.hears("Step 0."))
    listener.interrupt(with: "run")
    let lines = listener.wait(.seconds(7))
    #expect((2...4).contains(lines.count), "\(lines)")
    #expect(lines.allSatisfy { $0.contains("Forward:") }, "\(lines)")
  }

  @Test func `a command typed while it runs pauses it and is done`() {
    let listener = trying("gradient-descent")
    listener.interrupt(with: "run")
    listener.wait(.seconds(2))
    let lines = listener.interrupt(with: "numbers")
    #expect(lines.first == "Paused.")
    #expect(lines.say("distance to the bottom"))
  }

  @Test func `in a script a run ends by itself`() {
    let listener = trying("gradient-descent", isInteractive: false)
    #expect(listener.type("run").say("Step 100: loss"))
  }

  @Test func `a number picks a knob, a value sets it, and a refused one says what is taken`() {
    let listener = trying("gradient-descent")
    #expect(listener.type("3").say("learning rate"))
    #expect(listener.type("20").say("takes"))
    #expect(listener.type("0.05").say("learning rate 0.05"))
    #expect(listener.type("set 3 0.11").say("learning rate 0.11"))
    #expect(listener.type("1", "bowl").say("surface bowl"))
    #expect(listener.type("1", "2").say("surface ravine"))
    listener.type("3")
    #expect(listener.type("+").say("learning rate 0.12"))
  }

  @Test func `knobs and presets are listed with numbers`() {
    let listener = trying("gradient-descent")
    let knobs = listener.type("knobs")
    #expect(knobs.say("3. learning rate 0.09, takes 0.0001 to 2"))
    #expect(listener.type("presets").say("3. A rate too large"))
    #expect(listener.type("preset 3").say("A rate too large"))
    #expect(listener.type("run 40").say("diverged"))
  }

  @Test func `the table is read row by row, each number after its heading`() {
    let listener = trying("self-attention")
    listener.type("goal")
    let rows = listener.type("table")
    #expect(rows.allSatisfy { $0.hasPrefix("Row ") })
    #expect(rows.count > 3)
  }

  @Test func `why explains the chosen number, and press chooses another`() {
    let listener = trying("self-attention")
    listener.type("step 4")
    let first = listener.type("why")
    #expect(!first.isEmpty)
    #expect(listener.type("press left 2 up").count > 1)
    #expect(listener.type("why") != first)
    #expect(listener.type("press sideways") == [listener.words("linear.demo.press-how", ["press": "press"])])
  }

  @Test func `history tells the extremes and some steps between`() {
    let listener = trying("gradient-descent")
    #expect(listener.type("history") == [listener.words("linear.demo.no-history")])
    listener.type("run 40")
    let lines = listener.type("history")
    #expect(lines[0].hasPrefix("loss: lowest "))
    #expect(lines[1].hasPrefix("Half of its way was done by step "))
    #expect(lines.count == 12)
    #expect(lines[2] == "step 0: 18")
  }

  @Test func `text is typed, and a refused one says where its fault is`() {
    let listener = trying("backpropagation")
    #expect(listener.type("type (a*b)^2; a = 2, b = 3").say("Step 0"))
    #expect(listener.type("type a +* b").say("character"))
    #expect(listener.type("type").say("(a*b)^2"))
  }

  @Test func `code reads the lines that run next`() {
    let listener = trying("gradient-descent")
    let lines = listener.type("code")
    #expect(lines.first?.hasPrefix("What runs, from Demos/GradientDescent/") == true)
    #expect(lines.last == "End of the code.")
  }

  @Test func `two runs are compared, and the run before is remembered`() {
    let listener = trying("gradient-descent")
    listener.type("set 2 sgd", "run 20", "set 3 0.05", "restart", "run 10")
    #expect(listener.type("last").say("At step 10 the run before had loss"))
    #expect(listener.type("compare").say("Two runs, A and B"))
    #expect(listener.type("numbers").say("Run B:"))
    #expect(listener.type("other").say("Run A has the commands."))
    #expect(listener.type("compare") == [listener.words("linear.demo.alone")])
  }

  @Test func `how a demo was left is how it is found, here and on the full screen`() {
    let listener = trying("gradient-descent")
    listener.type("set 3 0.05", "quit")
    let again = LinearListener(.first, home: listener.home)
    #expect(again.hears("learning rate 0.05"))
    let learner = Learner.again(at: listener.home)
    learner.settle()
    #expect(learner.sees("learning rate 0.05"))
  }

  @Test(arguments: DemoCatalogue.all.map { $0.card.id }, Language.allCases)
  func `every demo can be walked by words alone`(id: String, language: Language) throws {
    let lesson = try #require(Repository.course.entry(id)).id
    let listener = trying(lesson, language)
    for command in ["step 3", "numbers", "table", "why", "history", "code", "goal", "hear", "presets", "preset 2", "?"]
    {
      #expect(!listener.type(command).isEmpty, "\(command)")
    }
    #expect(listener.prompt.contains(language == .en ? "Step" : "步"))
  }
}
