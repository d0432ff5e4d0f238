import Wording

/// Reads `knob=value` settings, and the four names that are not knobs, into a run.
struct SettingsReader {
  let demo: String
  let log: LoadLog
  /// Where the text's first character stands.
  let place: Place

  /// What stands for a run's other parts in a fence's arguments.
  struct Parts {
    var preset: String?
    var settings: [KnobSetting] = []
    var seed: UInt64?
    var steps: Int?
    var text: String?
  }

  /// The settings of a `set:` text, where only `preset` and knobs may stand.
  func settings(_ text: String) -> Parts {
    var parts = read(text)
    for (name, isGiven) in [("seed", parts.seed != nil), ("steps", parts.steps != nil), ("text", parts.text != nil)]
    where isGiven {
      log.add(.badSetting(name, reason: .belongsElsewhere), at: place)
    }
    (parts.seed, parts.steps, parts.text) = (nil, nil, nil)
    return parts
  }

  /// The settings on a fence's opening line.
  func read(_ text: String) -> Parts { read(ArgumentText(text)) }

  func read(_ text: ArgumentText, after first: Int = 0) -> Parts {
    var parts = Parts()
    var seen: Set<String> = []
    if let offset = text.openQuote { log.add(.badSetting("\"", reason: .openQuote), at: place.moved(by: offset)) }
    for argument in text.arguments.dropFirst(first) {
      let place = place.moved(by: argument.offset)
      guard !argument.name.isEmpty, !argument.value.isEmpty else {
        log.add(
          .badSetting(argument.name.isEmpty ? argument.value : argument.name, reason: .notKnobEqualsValue), at: place)
        continue
      }
      if !seen.insert(argument.name).inserted { log.add(.badSetting(argument.name, reason: .repeated), at: place) }
      take(argument, at: place, into: &parts)
    }
    return parts
  }

  private func take(_ argument: ArgumentText.Argument, at place: Place, into parts: inout Parts) {
    switch argument.name {
    case "preset":
      parts.preset = argument.value
      log.mention(.preset(argument.value, demo: demo), at: place)
    case "text":
      parts.text = argument.value
      log.mention(.typedText(demo: demo), at: place)
    case "seed":
      parts.seed = UInt64(argument.value)
      if parts.seed == nil { log.add(.badSetting("seed", reason: .notWhole), at: place) }
    case "steps":
      parts.steps = Int(argument.value).flatMap { $0 >= 0 ? $0 : nil }
      if parts.steps == nil { log.add(.badSetting("steps", reason: .notWhole), at: place) }
    default:
      let setting = KnobSetting(argument.name, argument.value)
      parts.settings.append(setting)
      log.mention(.setting(setting, demo: demo), at: place)
    }
  }
}
