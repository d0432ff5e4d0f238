import Course
import Demos
import Wording

/// How a learner left a demo: kept, so that coming back finds it so.
struct SavedSetup: Codable, Hashable {
  let demo: String
  let settings: [KnobSetting]
  let seed: UInt64
  let text: String?

  init(_ frame: PlayerFrame) {
    self.init(frame.card, frame.settings, seed: frame.seed, text: frame.fault == nil ? frame.text : nil)
  }

  init(_ card: DemoCard, _ settings: Settings, seed: UInt64, text: String?) {
    demo = card.id
    self.settings = card.knobs.compactMap { knob in
      settings[knob.id].map { KnobSetting(knob.id, $0.plainText) }
    }
    self.seed = seed
    self.text = text
  }

  var request: RunRequest {
    RunRequest(demo: demo, settings: settings, seed: seed, text: text.map { Bilingual(both: $0) }, steps: 0)
  }
}
