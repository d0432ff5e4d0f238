import Course
import Demos
import Terminal
import Wording

/// What is done to a demo: knobs, presets, text, keys, a second run.
extension DemoTalk {
  func change(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) {
    switch command {
    case .rewind:
      let step = shelf.demo?.player.step ?? 0
      shelf.demo?.player.seek(to: max(0, step - count(argument)))
    case .restart: shelf.demo?.player.restart()
    case .fork:
      shelf.demo?.player.fork()
      return talk.tell("linear.demo.forked")
    case .preset: return usePreset(argument, talk)
    case .type: return type(argument, talk)
    case .press: return press(argument, talk)
    case .compare: return compare(talk)
    case .other: return other(talk)
    default: return
    }
    tellState(talk)
  }

  private func usePreset(_ argument: String, _ talk: LinearTalk) {
    guard let card = shelf.demo?.player.card, let index = TypedChoice.index(argument, of: card.presets.count) else {
      talk.say(words(talk).presets)
      return talk.tell("linear.demo.preset-how", ["preset": talk.word(.preset)])
    }
    guard isAccepted(shelf.demo?.player.use(card.presets[index]), talk) else { return }
    talk.say(card.presets[index].title[talk.language])
    tellState(talk)
  }

  private func type(_ argument: String, _ talk: LinearTalk) {
    guard let demo = shelf.demo, let input = demo.player.card.textInput else { return }
    guard !argument.isEmpty else {
      let present = demo.frame(talk.language).text ?? input.initial[talk.language]
      return talk.tell(
        "linear.demo.type-how",
        ["what": input.title[talk.language], "text": present, "type": talk.word(.type)])
    }
    guard isAccepted(shelf.demo?.player.type(argument), of: argument, talk) else { return }
    tellState(talk)
  }

  /// Keys of the demo's own, by name, one after the other; a number repeats the one before it.
  private func press(_ argument: String, _ talk: LinearTalk) {
    let keys = TypedKeys.read(argument)
    guard let keys, !keys.isEmpty else { return talk.tell("linear.demo.press-how", ["press": talk.word(.press)]) }
    for key in keys { guard isAccepted(shelf.demo?.player.apply(.key(key)), talk) else { return } }
    tellState(talk)
    if let reason = shelf.demo?.frame(talk.language).explanation?.first {
      talk.say(SpokenNumber(language: talk.language).inText(reason))
    }
  }

  private func compare(_ talk: LinearTalk) {
    shelf.demo?.player.toggleComparison()
    talk.tell(shelf.demo?.player.isComparing == true ? "linear.demo.compared" : "linear.demo.alone")
  }

  private func other(_ talk: LinearTalk) {
    guard shelf.demo?.player.isComparing == true else { return talk.tell("linear.demo.no-other") }
    shelf.demo?.player.focusNext()
    talk.tell("linear.demo.focused", ["name": DemoWords.letter(shelf.demo?.player.focus ?? 0)])
    tellState(talk)
  }

  /// `3 0.1` sets the third knob; a number alone asks for its value; nothing lists them.
  func turn(_ argument: String, _ talk: LinearTalk) -> LinearMove {
    guard let card = shelf.demo?.player.card else { return .stay }
    let parts = argument.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let first = parts.first, let index = TypedChoice.index(first, of: card.knobs.count) else {
      talk.say(words(talk).knobs)
      talk.tell("linear.demo.knob-how")
      return .stay
    }
    let knob = KnobTalk(shelf, card.knobs[index])
    guard parts.count > 1 else { return .push(knob) }
    knob.set(parts[1], talk)
    return .stay
  }

  func isAccepted(_ fault: InputFault?, of text: String = "", _ talk: LinearTalk) -> Bool {
    guard let fault else { return true }
    talk.say(fault.spoken(text, talk))
    return false
  }

  /// How many steps are asked for: one where no number is given.
  func count(_ argument: String) -> Int {
    min(max(1, Int(LinearVocabulary.plain(argument)) ?? 1), 10_000_000)
  }
}

extension InputFault {
  /// What was wrong, and at which characters of a typed text.
  func spoken(_ text: String, _ talk: LinearTalk) -> String {
    guard let range, !text.isEmpty, range.lowerBound < text.count else { return message[talk.language] }
    let part = text.dropFirst(range.lowerBound).prefix(max(1, range.count))
    let place = ["place": String(range.lowerBound + 1), "text": String(part)]
    return message[talk.language] + (talk.language == .en ? ". " : "。") + talk.words("linear.fault-place", place)
  }
}
