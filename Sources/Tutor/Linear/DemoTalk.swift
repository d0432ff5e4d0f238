import Course
import Demos
import Terminal
import Wording

/// A demo in words: stepped, run, turned and asked, with what changes announced.
struct DemoTalk: LinearPlace {
  let lesson: String
  let shelf: DemoShelf
  private var run: DemoPace?
  /// Steps to run at once on opening; 0 for none.
  private let stepsAtOpening: Int

  init(_ shelf: DemoShelf, in lesson: String, running steps: Int = 0) {
    self.shelf = shelf
    self.lesson = lesson
    stepsAtOpening = steps
  }

  var pane: LessonPane? { .demo }

  func commands(_ talk: LinearTalk) -> [LinearCommand] {
    guard let card = shelf.demo?.player.card else { return [] }
    var commands: [LinearCommand] = [.next, .step, .rewind, .run, .goal, .restart]
    if !card.knobs.isEmpty { commands += [.knob, .set] }
    if !card.presets.isEmpty { commands.append(.preset) }
    if card.textInput != nil { commands.append(.type) }
    commands += [.hear, .numbers, .table, .why, .history, .code]
    if !card.keys.isEmpty { commands.append(.press) }
    return commands + [.compare, .other, .last, .fork]
  }

  mutating func open(_ talk: LinearTalk) {
    introduce(talk)
    if stepsAtOpening > 0 { begin(.steps(stepsAtOpening), talk) }
  }

  private func introduce(_ talk: LinearTalk) {
    guard let demo = shelf.demo else { return }
    let card = demo.player.card
    talk.tell("linear.demo.title", ["title": card.title[talk.language]])
    switch demo.watch?.task {
    case .goal(let key): talk.tell("linear.demo.goal", ["goal": ClaimSpeech(talk, demo: key.run.demo).words(key.goal)])
    case .experiment(let experiment): talk.say(talk.markdown(experiment.task))
    case nil: break
    }
    if !card.knobs.isEmpty {
      let separator = talk.language == .en ? "; " : "；"
      talk.say(card.knobs.map { words(talk).knob($0) }.joined(separator: separator))
    }
    tellState(talk)
  }

  mutating func comeBack(_ talk: LinearTalk) { tellState(talk) }

  mutating func again(_ talk: LinearTalk) { introduce(talk) }

  func prompt(_ talk: LinearTalk) -> String {
    guard let demo = shelf.demo else { return talk.words("linear.prompt") }
    return talk.words("linear.demo.prompt", ["step": String(demo.player.step)])
  }

  func help(_ talk: LinearTalk) -> [String] {
    guard let card = shelf.demo?.player.card else { return [] }
    let keys = card.keys.map {
      talk.words("linear.demo.own-key", ["key": $0.keys[talk.language], "does": $0.title[talk.language]])
    }
    return keys
  }

  mutating func perform(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) -> LinearMove {
    guard shelf.demo != nil else { return .back }
    switch command {
    case .next: begin(.steps(1), talk)
    case .step: begin(.steps(count(argument)), talk)
    case .run: begin(argument.isEmpty ? .played : .steps(count(argument)), talk)
    case .goal: begin(.goal, talk)
    case .knob, .set: return turn(argument, talk)
    default:
      if !look(command, talk) { change(command, argument, talk) }
    }
    return .stay
  }

  /// A number is a knob.
  mutating func take(_ text: String, _ talk: LinearTalk) -> LinearMove? {
    let first = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    guard let card = shelf.demo?.player.card, TypedChoice.index(first, of: card.knobs.count) != nil else { return nil }
    return turn(text, talk)
  }

  mutating func close(_ talk: LinearTalk) { run = nil }

  // MARK: Running

  func due(_ talk: LinearTalk) -> ContinuousClock.Instant? { run?.due(talk) }

  mutating func tick(_ talk: LinearTalk) {
    guard var pace = run, shelf.demo != nil else { return run = nil }
    // In place: a copy of the demo would copy its weights at every step.
    let isDone = pace.advance(&shelf.demo!, talk)
    run = isDone ? nil : pace
    guard isDone else { return }
    if tellEnd(talk) { tellState(talk) }
  }

  mutating func pause(_ talk: LinearTalk) {
    run = nil
    talk.tell("linear.demo.paused")
    tellState(talk)
  }

  private mutating func begin(_ extent: DemoPace.Extent, _ talk: LinearTalk) {
    guard let demo = shelf.demo else { return }
    if demo.player.isFinished { return talk.tell("linear.demo.finished", ["restart": talk.word(.restart)]) }
    run = DemoPace(extent, demo, talk)
    tick(talk)
    // What takes longer goes on between lines.
    if run != nil, talk.isInteractive { talk.tell("linear.demo.running") }
  }

  /// Says what a run came to; false where the state need not be told again.
  private func tellEnd(_ talk: LinearTalk) -> Bool {
    guard let demo = shelf.demo else { return false }
    if demo.player.isFinished { talk.tell("linear.demo.is-finished") }
    guard let watch = demo.watch else { return true }
    if case .goal(let key) = watch.task {
      let goal = ["goal": ClaimSpeech(talk, demo: key.run.demo).words(key.goal), "step": String(watch.reached ?? 0)]
      if watch.reached != nil { talk.tell("linear.demo.reached", goal) }
      if watch.isMissed { talk.tell("linear.demo.missed", goal) }
    }
    return true
  }
}
