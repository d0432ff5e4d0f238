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
    demo = frame.card.id
    settings = frame.card.knobs.compactMap { knob in
      frame.settings[knob.id].map { KnobSetting(knob.id, $0.plainText) }
    }
    seed = frame.seed
    text = frame.fault == nil ? frame.text : nil
  }

  var request: RunRequest {
    RunRequest(demo: demo, settings: settings, seed: seed, text: text.map { Bilingual(both: $0) }, steps: 0)
  }
}
