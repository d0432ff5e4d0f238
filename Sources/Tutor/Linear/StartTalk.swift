import Wording

/// The one question of a first start: which language. Enter takes the one of the locale.
struct StartTalk: LinearPlace {
  func commands(_ talk: LinearTalk) -> [LinearCommand] { [.next] }

  mutating func open(_ talk: LinearTalk) {
    // Until one is chosen, everything is said in both.
    for key in ["welcome.title", "welcome.language"] {
      for language in Language.allCases { talk.say(talk.context.words(key, in: language)) }
    }
    for (index, language) in Language.allCases.enumerated() { talk.say("\(index + 1). \(language.name)") }
  }

  func prompt(_ talk: LinearTalk) -> String {
    let prompts = Language.allCases.map { talk.context.words("linear.start.prompt", in: $0) }
    return prompts.joined(separator: " ").replacing("{language}", with: talk.language.name)
  }

  mutating func perform(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) -> LinearMove {
    talk.context.finishFirstStart()
    talk.tell("welcome.line")
    talk.tell("linear.start.how")
    return .replace(RoadmapTalk())
  }

  mutating func take(_ text: String, _ talk: LinearTalk) -> LinearMove? {
    let languages = Language.allCases
    let named = languages.firstIndex { $0.name.lowercased() == text.lowercased() || $0.rawValue == text.lowercased() }
    guard let index = TypedChoice.index(text, of: languages.count) ?? named else { return nil }
    talk.context.language = languages[index]
    return perform(.next, "", talk)
  }
}
