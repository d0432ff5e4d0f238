import Language
import MiniML
import Terminal
import Testing
import Wording

@testable import Demos

@Suite struct SelfAttentionDemoTests {
  static let presets = SelfAttentionDemo.card.presets.compactMap(\.text)

  @Test(arguments: presets + ["the queen lost her crown", "王后丢了她的王冠", "x", "zebra zebra zebra", "床前明月光，疑是地上霜。"])
  func `every stage equals the reference to the goal`(text: String) throws {
    let demo = try SelfAttentionSupport.demo(text, steps: 8)
    let goal = SelfAttentionDemo.card.goal
    let (error, rows) = (try #require(demo.metric(goal.metric)), try #require(demo.metric("row-sum-error")))
    #expect(goal.isReached(by: error))
    #expect(rows < 1e-5)
    #expect(demo.metric("masked-weight") == 0)
    #expect(demo.metric("max-weight") == 1)
  }

  @Test(arguments: ["1", "2", "3", "4", "all"], ["0.1", "1", "10"])
  func `heads, temperatures, mask and scale keep to the reference`(head: String, temperature: String) throws {
    for (mask, scale) in [("on", "on"), ("off", "on"), ("on", "off"), ("off", "off")] {
      let demo = try SelfAttentionSupport.demo(
        "the dogs near the house are barking .", steps: 8,
        ["head": head, "temperature": temperature, "mask": mask, "scale": scale])
      // A temperature of 0.1 without the scale magnifies float32's rounding of the scores 35 times.
      let bound = temperature == "0.1" || scale == "off" ? 1e-3 : 1e-5
      let error = try #require(demo.metric("reference-error"))
      #expect(error < bound)
      #expect(mask == "on" || demo.metric("masked-weight") ?? 0 > 0)
    }
  }

  @Test func `the goal is not reached before the last stage of attention`() throws {
    for steps in 0..<8 {
      let error = try #require(try SelfAttentionSupport.demo(steps: steps).metric("reference-error"))
      #expect(error > 1e-3, "after \(steps) steps")
    }
  }

  @Test func `the weights are PyTorch's`() throws {
    for recorded in try AttentionRecording.cases() {
      let demo = try SelfAttentionSupport.demo(recorded.text, steps: 9)
      let run = try #require(demo.run)
      #expect(run.attention.tokens == recorded.tokens)
      for (stage, expected) in [(AttentionStage.weights, recorded.weights), (.mixed, recorded.mixed)] {
        let got = try #require(run.attention[stage])
        #expect(got.largestDifference(to: Tensor(got.shape, expected)) < 1e-5)
      }
      #expect(run.figures.guesses.map { $0[0].token } == recorded.best)
      #expect(abs(run.figures.loss - recorded.loss) < 1e-4)
    }
  }

  @Test(arguments: [
    ("the queen met the sailor and lost her crown .", "3", 7, 1), ("王后丢了她的王冠", "3", 4, 0),
    ("the dogs near the house are barking .", "3", 5, 1), ("马，我们买了三匹。", "4", 5, 0),
    ("the lemon on the table is yellow .", "3", 5, 1),
  ])
  func `a head's map can be read`(text: String, head: String, row: Int, column: Int) throws {
    let demo = try SelfAttentionSupport.demo(text, steps: 7, ["head": head])
    let weights = try #require(demo.matrix(.weights, head: demo.head))
    #expect(weights[row, column] > 0.8, "\(text): word \(row) should look at word \(column)")
  }

  @Test func `a high temperature evens the rows out and a low one sharpens them`() throws {
    let entropy = { (temperature: String) throws -> Double in
      let demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: 8, ["temperature": temperature])
      return try #require(demo.metric("entropy"))
    }
    let (hot, plain, cold) = (try entropy("10"), try entropy("1"), try entropy("0.1"))
    #expect(abs(hot - 0.957) < 0.03)
    #expect(plain > 0.1)
    #expect(cold <= 0.1)
  }

  @Test func `without the mask weight falls on the future and the loss is another`() throws {
    let (on, off) = (try SelfAttentionSupport.demo(steps: 9), try SelfAttentionSupport.demo(steps: 9, ["mask": "off"]))
    #expect(off.metric("masked-weight") ?? 0 > 0.1)
    #expect(on.metric("loss") != off.metric("loss"))
  }

  @Test func `a knob turned in the run changes what is computed so far`() throws {
    var demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: 7)
    #expect(demo.apply(.knob("temperature", .number(10))) == nil)
    #expect(demo.stage == .weights)
    let fresh = try SelfAttentionSupport.demo("the queen lost her crown", steps: 7, ["temperature": "10"])
    #expect(demo.metrics == fresh.metrics)
  }

  @Test func `it ends with the next words`() throws {
    var demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: 9)
    #expect(demo.isFinished)
    #expect(demo.activeRegion == nil)
    let before = demo.metrics
    demo.step()
    #expect(demo.metrics == before)
    #expect(demo.run?.figures.guesses[3].first.map { demo.vocabularyWord($0.token) } == "crown")
  }

  @Test func `every stage names a region that is compiled in`() throws {
    for steps in 0..<9 {
      let region = try #require(try SelfAttentionSupport.demo(steps: steps).activeRegion)
      #expect(SelfAttentionDemo.card.regions.contains(region))
      #expect(SourceRegion.named(region) != nil, "\(region)")
    }
  }

  @Test func `metrics keep their names and are finite at every step`() throws {
    let names = try SelfAttentionSupport.demo().metrics.map(\.name)
    for text in ["x", "the queen lost her crown"] {
      for steps in 0...9 {
        let metrics = try SelfAttentionSupport.demo(text, steps: steps).metrics
        #expect(metrics.map(\.name) == names)
        #expect(metrics.allSatisfy { $0.value.isFinite }, "\(text) after \(steps)")
      }
    }
  }
}
