import ArgumentParser
import Course
import Demos
import Foundation
import Tutor
import Wording

/// `gradus demos`: every demo with its knobs and goal.
struct DemosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demos", abstract: "List every demo with its knobs and goal.")

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: "The language of words in the output: en or zh.")
  var lang: Language = .en

  func run() throws {
    let cards = DemoCatalogue.all.map { $0.card }
    if json { return try printJSON(cards.map(CardRow.init)) }
    for card in cards {
      print("\(card.id)  \(card.title[lang])")
      let goal = card.goal
      print(
        "  goal: \(goal.metric) \(goal.relation.rawValue) \(NumberText.short(goal.bound)) within \(goal.steps) steps")
      for knob in card.knobs {
        print("  --set \(knob.id)=\(knob.rawText(knob.defaultValue))  (\(knob.accepted))  \(knob.title[lang])")
      }
      for preset in card.presets { print("  preset \(preset.id)  \(preset.title[lang])") }
    }
  }
}

/// A demo's card as JSON.
private struct CardRow: Encodable {
  struct KnobRow: Encodable {
    let id: String
    let title: [String: String]
    let unit: String
    let accepts: String
    let value: String
    let live: Bool
  }

  struct GoalRow: Encodable {
    let metric: String
    let relation: String
    let bound: Double
    let steps: Int
  }

  let id: String
  let title: [String: String]
  let knobs: [KnobRow]
  let presets: [String]
  let takesText: Bool
  let regions: [String]
  let goal: GoalRow

  init(_ card: DemoCard) {
    id = card.id
    title = ["en": card.title.en, "zh": card.title.zh]
    knobs = card.knobs.map {
      KnobRow(
        id: $0.id, title: ["en": $0.title.en, "zh": $0.title.zh], unit: $0.unit, accepts: $0.accepted,
        value: $0.rawText($0.defaultValue), live: $0.isLive)
    }
    presets = card.presets.map(\.id)
    takesText = card.textInput != nil
    regions = card.regions
    goal = GoalRow(
      metric: card.goal.metric, relation: card.goal.relation.rawValue, bound: card.goal.bound, steps: card.goal.steps)
  }
}

extension Knob {
  /// A value as `--set` takes it.
  func rawText(_ value: KnobValue) -> String {
    switch value {
    case .number(let number): NumberText.short(number)
    case .choice(let id): id
    }
  }
}

/// Prints a value as one JSON document with its keys sorted.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
