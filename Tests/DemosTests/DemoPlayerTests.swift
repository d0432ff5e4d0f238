import Demos
import Support
import Terminal
import Testing
import Wording

@Suite struct DemoPlayerTests {
  @Test func `stepping back gives the very state that was there`() {
    var player = DemoPlayer(CountingDemo.self)
    for _ in 0..<5 { player.advance() }
    #expect(player.apply(.key(.up)) == nil)
    for _ in 0..<5 { player.advance() }
    #expect(player.metric == 1010)
    player.stepBack()
    #expect(player.metric == 1009)
    player.seek(to: 5)
    #expect(player.metric == 1005, "the state at a step is that after its inputs")
    player.seek(to: 4)
    #expect(player.metric == 4)
    player.seek(to: 10)
    #expect(player.metric == 1010, "going on repeats what was done")
  }

  @Test func `a long run can be gone back anywhere although few copies are kept`() {
    var player = DemoPlayer(CountingDemo.self)
    for step in 0..<199 {
      player.advance()
      if step % 7 == 0 { _ = player.apply(.knob("rate", .number(Double(step % 5)))) }
    }
    let history = player.metricHistory("sum")
    #expect(history.count == 200)
    for step in [198, 150, 151, 99, 3, 0, 77] {
      player.seek(to: step)
      #expect(player.metric == history[step].value, "step \(step)")
    }
  }

  @Test func `a new input in the past starts a branch and keeps the old one as ghost`() {
    var player = DemoPlayer(CountingDemo.self)
    for _ in 0..<10 { player.advance() }
    player.seek(to: 4)
    #expect(player.apply(.knob("rate", .number(3))) == nil)
    player.advance()
    #expect(player.metric == 7)
    #expect(player.ghostMetric == 5)
    player.seek(to: 100)
    #expect(player.ghostMetric == 10, "a ghost waits at its end")
    player.seek(to: 2)
    #expect(player.ghostMetric == 2)
  }

  @Test func `forking keeps the way that was taken, and both can be exchanged`() {
    var player = DemoPlayer(CountingDemo.self)
    for _ in 0..<10 { player.advance() }
    player.seek(to: 3)
    player.fork()
    #expect(player.run.furthest == 3)
    _ = player.apply(.key(.up))
    player.advance()
    #expect((player.metric, player.ghostMetric) == (1004, 4))
    player.swapGhost()
    #expect((player.metric, player.ghostMetric) == (4, 1004))
    #expect(player.step == 4)
  }

  @Test func `restarting keeps the knobs and makes the run before the ghost`() {
    var player = DemoPlayer(CountingDemo.self)
    _ = player.apply(.knob("rate", .number(2)))
    for _ in 0..<4 { player.advance() }
    player.restart()
    #expect((player.step, player.metric, player.ghostMetric) == (0, 0, 0))
    player.advance()
    #expect((player.metric, player.ghostMetric) == (2, 2))
  }

  @Test func `a live knob goes on and another starts again`() {
    var player = DemoPlayer(CountingDemo.self)
    for _ in 0..<4 { player.advance() }
    _ = player.turn("rate", to: .number(7))
    #expect((player.step, player.metric) == (4, 4))
    player.advance()
    #expect(player.metric == 11)
    _ = player.turn("start", to: .number(50))
    #expect((player.step, player.metric) == (0, 50))
    #expect(player.settings.number("rate") == 7)
  }

  @Test func `a knob that the demo turns itself is shown and kept`() {
    var player = DemoPlayer(CountingDemo.self)
    player.advance()
    _ = player.apply(.key(.down))
    #expect(player.settings.number("rate") == -1)
    player.restart()
    player.advance()
    #expect(player.metric == -1)
  }

  @Test func `a refused input says why and changes nothing`() {
    var player = DemoPlayer(CountingDemo.self)
    for _ in 0..<3 { player.advance() }
    #expect(player.apply(.text("many"))?.range == 0..<4)
    #expect(player.apply(.text("123456789"))?.range == 8..<9)
    #expect(player.turn("rate", to: .number(11))?.message.en == "rate goes from -10 to 10, not 11")
    #expect(player.turn("rote", to: .number(1))?.message.en.contains("did you mean rate?") == true)
    #expect((player.step, player.metric) == (3, 3))
    #expect(player.receipt.inputs.isEmpty)
  }

  @Test func `typed text starts again and stays through restarts`() {
    var player = DemoPlayer(CountingDemo.self)
    for _ in 0..<3 { player.advance() }
    #expect(player.apply(.text("40")) == nil)
    #expect((player.step, player.metric) == (0, 40))
    player.advance()
    player.restart()
    #expect(player.metric == 40)
  }

  @Test func `two runs beside each other keep step, and keys go to the focused one`() {
    var player = DemoPlayer(CountingDemo.self)
    for _ in 0..<3 { player.advance() }
    player.toggleComparison()
    _ = player.turn("rate", to: .number(5))
    player.advance()
    let frame = player.frame(PlayerView(size: testSizes[1], language: .en, theme: .standard(colors: .none)))
    #expect(frame.lanes.map { $0.metrics[0].value } == [4, 8])
    #expect(frame.focus == 1)
    player.focusNext()
    _ = player.apply(.key(.up))
    #expect(player.metric == 1004)
    player.stepBack()
    #expect(player.metric == 3)
    player.focusNext()
    #expect(player.metric == 3)
    player.toggleComparison()
    #expect(!player.isComparing)
  }

  @Test func `a preset sets knobs and the others go back to their defaults`() {
    var player = DemoPlayer(CountingDemo.self)
    _ = player.turn("start", to: .number(9))
    #expect(player.use(CountingDemo.card.presets[0]) == nil)
    player.advance()
    #expect(player.metric == 5)
  }

  @Test func `the next preset follows the last one, and is in force until a knob is turned`() {
    var player = DemoPlayer(GradientDescentDemo.self)
    let count = GradientDescentDemo.card.presets.count
    for place in 0..<(count + 2) {
      #expect(player.useNextPreset() == nil)
      #expect(player.preset == place % count)
    }
    player.advance()
    player.restart()
    #expect(player.preset == 1)
    let frame = player.frame(PlayerView(size: testSizes[1], language: .en, theme: .standard(colors: .none)))
    #expect(frame.preset.map { "\($0.place)/\($0.count): \($0.title.en)" } == "2/7: Zigzag across the ravine")
    _ = player.turn("noise", to: .number(1))
    #expect(player.preset == nil)
    _ = player.useNextPreset()
    #expect(player.preset == 2)
    _ = player.apply(.key(.up))
    #expect(player.preset == nil, "the start was moved")
  }

  @Test func `a ghost that ran over other ground is not drawn`() {
    var player = DemoPlayer(GradientDescentDemo.self)
    player.seek(to: 5)
    player.restart()
    #expect(player.ghost != nil)
    _ = player.turn("surface", to: .choice("bowl"))
    #expect(player.ghost == nil)
    var formulas = DemoPlayer(BackpropagationDemo.self)
    _ = formulas.type("x*x; x = 2")
    formulas.seek(to: 3)
    formulas.restart()
    #expect(formulas.ghost != nil)
    _ = formulas.use(BackpropagationDemo.card.presets[0])
    #expect(formulas.ghost == nil)
  }

  @Test(arguments: [
    ("learning-rate", "0.11", KnobValue.number(0.11)), ("learning-rate", " 0,5 ", .number(0.5)),
    ("learning-rate", "１e－2", .number(0.01)), ("surface", "bowl", .choice("bowl")),
    ("surface", "Two minima", .choice("two-minima")), ("surface", "马鞍", .choice("saddle")),
    ("optimizer", "ad", .choice("adam")),
  ])
  func `a knob takes what is typed for it`(knob: String, text: String, value: KnobValue) {
    var player = DemoPlayer(GradientDescentDemo.self)
    #expect(player.turn(knob, toTyped: text) == nil)
    #expect(player.settings[knob] == value)
  }

  @Test(arguments: [
    ("learning-rate", "3", "learning rate takes 0.0001...2, not \"3\""),
    ("learning-rate", "much", "learning rate takes 0.0001...2, not \"much\""),
    ("learning-rate", "nan", "learning rate takes 0.0001...2, not \"nan\""),
    ("surface", "", "surface takes bowl, ravine, saddle, Rosenbrock, two minima, not \"\""),
  ])
  func `a knob that refuses what is typed says what it takes`(knob: String, text: String, message: String) {
    var player = DemoPlayer(GradientDescentDemo.self)
    let before = player.settings
    #expect(player.turn(knob, toTyped: text)?.message.en == message)
    #expect(player.settings == before)
  }

  @Test func `a logarithmic knob is turned along round numbers`() throws {
    let knob = try #require(GradientDescentDemo.card.knob("learning-rate"))
    func walk(_ start: Double, _ direction: Int, _ count: Int) -> [Double] {
      var value = KnobValue.number(start)
      return (0..<count).compactMap { _ in
        value = knob.turned(value, by: direction)
        guard case .number(let number) = value else { return nil }
        return number
      }
    }
    #expect(walk(0.08, 1, 6) == [0.09, 0.1, 0.11, 0.12, 0.15, 0.2])
    #expect(walk(0.125, -1, 4) == [0.12, 0.11, 0.1, 0.09])
    #expect(walk(0.00012, -1, 3) == [0.00011, 0.0001, 0.0001])
    #expect(walk(1.5, 1, 2) == [2, 2])
  }

  @Test func `the goal is reached at its first step, not before, and missed after its last`() {
    var player = DemoPlayer(CountingDemo.self)
    player.seek(to: 9)
    #expect(player.goalState == .notYet)
    player.seek(to: 15)
    #expect(player.goalState == .reached(step: 10))
    player.seek(to: 9)
    #expect(player.goalState == .notYet, "the goal is judged at the step shown")
    _ = player.turn("rate", to: .number(0))
    player.seek(to: 20)
    #expect(player.goalState == .missed)
    _ = player.apply(.key(.up))
    player.seek(to: 30)
    #expect(player.goalState == .missed || player.goalState == .reached(step: 20))
  }

  @Test func `the same seed, knobs and inputs give the same receipt, and another input another`() {
    func receipt(_ rate: Double) -> Receipt {
      var player = DemoPlayer(CountingDemo.self, seed: 3)
      player.seek(to: 5)
      _ = player.turn("rate", to: .number(rate))
      player.seek(to: 9)
      return player.receipt
    }
    #expect(receipt(2) == receipt(2))
    #expect(receipt(2).outcome != receipt(3).outcome)
    #expect(receipt(2).inputs == [StampedInput(step: 5, input: .knob("rate", .number(2)))])
  }
}

extension DemoPlayer {
  fileprivate var metric: Double? { demo.metric("sum") }
  fileprivate var ghostMetric: Double? { ghost?.metric("sum") }
}
