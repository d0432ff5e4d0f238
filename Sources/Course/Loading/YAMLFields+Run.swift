import Wording

extension YAMLFields {
  /// The keys of every run.
  static let runKeys = ["demo", "set", "seed", "text", "steps"]

  /// The run that a `predict`, `try` or question asks for; nil where it lacks a demo or steps.
  func run(steps given: Int? = nil) -> RunRequest? {
    let demo = required("demo")?.mentioned(Mention.What.demo)
    let steps = given ?? required("steps")?.int(in: 1...1_000_000)
    let seed = self["seed"]?.int(in: 0...Int.max).map { UInt64($0) }
    guard let demo, let steps else { return nil }
    let parts = settings("set", demo: demo)
    return RunRequest(
      demo: demo, preset: parts.preset, settings: parts.settings, seed: seed ?? 1, text: typedText(demo: demo),
      steps: steps)
  }

  /// The settings under a key; none where it is absent.
  func settings(_ key: String, demo: String) -> SettingsReader.Parts {
    guard let value = self[key], !value.isEmpty, let text = value.text() else { return SettingsReader.Parts() }
    return SettingsReader(demo: demo, log: value.log, place: value.textPlace).settings(text)
  }

  private func typedText(demo: String) -> Bilingual? {
    guard let value = self["text"] else { return nil }
    value.log.mention(.typedText(demo: demo), at: value.place)
    return value.node.scalar != nil ? value.text().map { Bilingual(both: $0) } : value.bilingual()
  }
}

extension YAMLValue {
  /// A claim about a run of `demo`; a fault, with its column, where it cannot be read.
  func claim(demo: String?) -> Claim? {
    guard let text = text() else { return nil }
    do {
      let claim = try Claim.parse(text)
      if let demo { for metric in claim.metrics { log.mention(.metric(metric, demo: demo), at: textPlace) } }
      return claim
    } catch {
      log.add(.badClaim(text, at: error.offset, error.reason), at: textPlace.moved(by: error.offset))
      return nil
    }
  }

  /// A metric's name.
  func metric(demo: String?) -> String? {
    guard let name = text() else { return nil }
    if let demo { log.mention(.metric(name, demo: demo), at: place) }
    return name
  }

  /// Where the text itself begins: after the quote of a quoted scalar.
  var textPlace: Place {
    switch node.scalar?.style {
    case .singleQuoted, .doubleQuoted: place.moved(by: 1)
    default: place
    }
  }
}
