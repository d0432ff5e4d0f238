import Course
import Demos
import Wording

/// A demo and how it begins: what a fence, a question or the command line asks for, checked against the demo's card.
public struct DemoSetup: Sendable {
  public let type: any Demo.Type
  public let settings: Settings
  public let seed: UInt64
  /// What is typed before the first step; nil where the demo's own text stands.
  public let text: String?
  public let steps: Int

  public var card: DemoCard { type.card }

  /// - Throws: the first thing that the catalogue or the card refuses, with what is known instead.
  public init(_ request: RunRequest, _ language: Language) throws(RunFault) {
    guard let type = DemoCatalogue.demo(request.demo) else {
      throw .unknownDemo(request.demo, known: DemoCatalogue.all.map { $0.card.id })
    }
    var settings = Settings(defaultsOf: type.card)
    var presetText: String?
    if let id = request.preset {
      guard let preset = type.card.presets.first(where: { $0.id == id }) else {
        throw .unknownPreset(id, known: type.card.presets.map(\.id))
      }
      for (knob, value) in preset.values { try Self.set(knob, .value(value), in: &settings, type.card) }
      presetText = preset.text
    }
    for setting in request.settings {
      try Self.set(setting.knob, .text(setting.value), in: &settings, type.card)
    }
    self.type = type
    self.settings = settings
    seed = request.seed
    text = request.text?[language] ?? presetText
    steps = request.steps
  }

  private enum Given {
    case value(KnobValue)
    case text(String)

    var words: String {
      switch self {
      case .value(.number(let number)): NumberText.short(number)
      case .value(.choice(let id)): id
      case .text(let text): text
      }
    }
  }

  private static func set(
    _ knob: String, _ given: Given, in settings: inout Settings, _ card: DemoCard
  ) throws(RunFault) {
    do {
      switch given {
      case .value(let value): try settings.set(knob, to: value, card: card)
      case .text(let text): try settings.set(knob, toText: text, card: card)
      }
    } catch {
      guard case .unknownKnob(_, let known) = error else {
        throw .badValue(KnobSetting(knob, given.words), expected: card.knob(knob)?.accepted ?? "")
      }
      throw .unknownKnob(knob, known: known)
    }
  }
}

extension Knob {
  /// What the knob takes, in a form that is the same in both languages: `0.0001...2`, `sgd | adam`.
  public var accepted: String {
    switch range {
    case .linear(let range, _), .logarithmic(let range, _):
      "\(NumberText.short(range.lowerBound))...\(NumberText.short(range.upperBound))"
    case .choice(let choices): choices.map(\.id).joined(separator: " | ")
    }
  }
}
