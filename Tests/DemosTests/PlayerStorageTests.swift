import Support
import Terminal
import Testing
import Wording

@testable import Demos

/// A demo that says how much memory its copies take.
private struct HeavyDemo: Demo {
  static let card = CountingDemo.card
  var steps = 0
  init(settings: Settings, seed: UInt64) {}
  mutating func step() { steps += 1 }
  func apply(_ input: DemoInput) -> InputFault? { nil }
  var isFinished: Bool { false }
  var metrics: [Metric] { [Metric("sum", Double(steps))] }
  var checkpointBytes: Int { 2 << 20 }
  func narration(_ language: Language) -> String { "" }
  var activeRegion: String? { nil }
  func table(_ language: Language) -> DataTable { DataTable(columns: [], rows: []) }
  func draw(on surface: inout Surface, context: DrawContext) {}
}

@Suite struct PlayerStorageTests {
  @Test func `copies stay under the memory cap, the first and the latest among them`() {
    var checkpoints = RunCheckpoints()
    var demo = HeavyDemo(settings: Settings(defaultsOf: HeavyDemo.card), seed: 1)
    for step in 0..<5000 {
      checkpoints.save(demo, at: step)
      demo.step()
      #expect(checkpoints.all.count * demo.checkpointBytes <= RunCheckpoints.byteCap)
    }
    #expect(checkpoints.all.first?.step == 0)
    #expect(checkpoints.nearest(to: 4998)?.step == 4998)
    #expect(checkpoints.nearest(to: 1)?.step == 0)
  }

  @Test func `going back in a long run finds every state with few copies`() {
    var player = DemoPlayer(HeavyDemo.self)
    player.seek(to: 3000)
    for step in [2999, 1500, 7, 2998] {
      player.seek(to: step)
      #expect(player.demo.metric("sum") == Double(step))
    }
  }

  @Test func `a long history is thinned evenly`() {
    var history = MetricHistory()
    for step in 0..<20_000 { history.note([Double(step)], at: step) }
    #expect(history.rows.count <= 4096)
    #expect(history.rows.count > 2000)
    let gaps = Set(zip(history.rows, history.rows.dropFirst()).map { $1.step - $0.step })
    #expect(gaps.count == 1)
    #expect(history.rows.allSatisfy { Double($0.step) == $0.values[0] })
  }

  @Test func `speeds go up and down by one level and stop at the ends`() {
    #expect(PlayerSpeed.allCases.map(\.rawValue) == [1, 2, 5, 10, 30, 60, 120, 1_000_000])
    #expect(PlayerSpeed.ten.faster == .thirty)
    #expect(PlayerSpeed.one.slower == .one)
    #expect(PlayerSpeed.unlimited.faster == .unlimited)
    #expect(PlayerSpeed.unlimited.interval == nil)
    #expect(PlayerSpeed.five.interval == .milliseconds(200))
    #expect(PlayerSpeed(stepsPerSecond: 4) == .two)
    #expect(PlayerSpeed(stepsPerSecond: 0) == .one)
  }

  @Test(arguments: [
    (
      SettingsError.unknownKnob("lerning-rate", known: ["rate", "learning-rate"]),
      "no knob named lerning-rate; did you mean learning-rate? The knobs are rate, learning-rate"
    ),
    (.unknownKnob("x", known: []), "no knob named x: this demo has none"),
    (.notANumber("rate", "fast"), "rate takes a number such as 0.1, not \"fast\""),
    (.outOfRange("rate", .number(3), .logarithmic(0.001...2)), "rate goes from 0.001 to 2, not 3"),
    (
      .outOfRange(
        "mode", .choice("no"), .choice([Choice("a", Bilingual(both: "A")), Choice("b", Bilingual(both: "B"))])),
      "mode is one of a, b, not no"
    ),
  ])
  func `a refused setting says what is expected`(error: SettingsError, sentence: String) {
    #expect(error.message.en == sentence)
    #expect(error.message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }
}
