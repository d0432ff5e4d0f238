import Demos
import Terminal
import Wording

/// A demo whose numbers can be worked out in the head: every step adds the live knob `rate` to `sum`, which begins at the
/// knob `start`.
struct CountingDemo: Demo {
  static let card = DemoCard(
    id: "counting", title: Bilingual(en: "Counting", zh: "计数"),
    knobs: [
      Knob("rate", Bilingual(en: "rate", zh: "步长"), .linear(-10...10, by: 1), default: .number(1)),
      Knob("start", Bilingual(en: "start", zh: "起点"), .linear(0...100, by: 1), default: .number(0), isLive: false),
      Knob(
        "mode", Bilingual(en: "mode", zh: "模式"),
        .choice([Choice("plain", Bilingual(en: "plain", zh: "普通")), Choice("odd", Bilingual(en: "odd", zh: "奇数"))]),
        default: .choice("plain")),
    ],
    textInput: TextInput(title: Bilingual(en: "number", zh: "数"), initial: Bilingual(both: "0"), limit: 8),
    presets: [Preset("fast", Bilingual(en: "fast", zh: "快"), ["rate": .number(5)])],
    regions: [], goal: Goal("sum", .atLeast, 10, within: 20), defaultSteps: 12)

  private(set) var sum: Double
  private(set) var steps = 0
  private var rate: Double
  let seed: UInt64
  /// Stops after so many steps.
  private let limit = 200

  init(settings: Settings, seed: UInt64) {
    sum = settings.number("start")
    rate = settings.number("rate")
    self.seed = seed
  }

  mutating func step() {
    guard !isFinished else { return }
    steps += 1
    sum += rate
  }

  mutating func apply(_ input: DemoInput) -> InputFault? {
    switch input {
    case .key(.up): sum += 1000
    case .key(.down): rate = -rate
    case .text(let text):
      guard let number = Double(text) else {
        return InputFault(Bilingual(en: "\(text) is no number", zh: "\(text) 不是数"), at: 0..<text.count)
      }
      sum = number
    case .knob("rate", .number(let value)): rate = value
    default: break
    }
    return nil
  }

  var isFinished: Bool { steps >= limit }
  var metrics: [Metric] { [Metric("sum", sum), Metric("seed", Double(seed))] }
  var turnedKnobs: [String: KnobValue] { ["rate": .number(rate)] }
  var activeRegion: String? { nil }
  func narration(_ language: Language) -> String { Bilingual(en: "The sum is \(sum).", zh: "总和是 \(sum)。")[language] }
  func table(_ language: Language) -> DataTable { DataTable(columns: ["sum"], rows: [["\(sum)"]]) }

  func draw(on surface: inout Surface, context: DrawContext) {
    surface.write("sum \(sum)", x: 0, y: 0)
    if let ghost = context.ghost as? CountingDemo { surface.write("ghost \(ghost.sum)", x: 0, y: 1) }
  }
}
