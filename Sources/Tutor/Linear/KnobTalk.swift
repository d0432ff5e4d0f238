import Demos
import Wording

/// One knob: what it stands at, what it takes, and a value typed for it.
struct KnobTalk: LinearPlace {
  private let shelf: DemoShelf
  private let knob: Knob

  init(_ shelf: DemoShelf, _ knob: Knob) {
    self.shelf = shelf
    self.knob = knob
  }

  var pane: LessonPane? { .demo }
  /// The names of choices are words.
  var takesWords: Bool { true }

  func commands(_ talk: LinearTalk) -> [LinearCommand] { [.next] }

  func open(_ talk: LinearTalk) {
    guard let demo = shelf.demo else { return }
    talk.say(DemoWords(demo, talk).knob(knob))
    guard case .choice(let choices) = knob.range else { return talk.say(DemoWords(demo, talk).range(knob)) }
    for (index, choice) in choices.enumerated() { talk.say("\(index + 1). \(choice.title[talk.language])") }
  }

  func prompt(_ talk: LinearTalk) -> String {
    if case .choice(let choices) = knob.range {
      return talk.words("linear.knob.prompt-choice", ["count": String(choices.count)])
    }
    return talk.words("linear.knob.prompt")
  }

  func perform(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) -> LinearMove { .back }

  func take(_ text: String, _ talk: LinearTalk) -> LinearMove? {
    set(text, talk) ? .back : .stay
  }

  /// Sets the knob from what was typed: a value, the number of a choice, or `+` and `-`.
  @discardableResult
  func set(_ text: String, _ talk: LinearTalk) -> Bool {
    guard let demo = shelf.demo else { return false }
    let before = demo.player.step
    if let fault = turn(text) {
      talk.say(fault.spoken("", talk))
      return false
    }
    if let changed = shelf.demo { talk.say(DemoWords(changed, talk).knob(knob)) }
    if before > 0, shelf.demo?.player.step == 0 { talk.tell("linear.knob.restarted") }
    return true
  }

  private func turn(_ text: String) -> InputFault? {
    let typed = LinearVocabulary.plain(text)
    if typed == "+" || typed == "-" {
      let value = shelf.demo?.player.settings[knob.id] ?? knob.defaultValue
      return shelf.demo?.player.turn(knob.id, to: knob.turned(value, by: typed == "+" ? 1 : -1))
    }
    if case .choice(let choices) = knob.range, let index = TypedChoice.index(text, of: choices.count) {
      return shelf.demo?.player.turn(knob.id, to: .choice(choices[index].id))
    }
    return shelf.demo?.player.turn(knob.id, toTyped: text)
  }
}
