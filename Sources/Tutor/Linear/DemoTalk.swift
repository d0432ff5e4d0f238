import Course
import Demos
import Terminal
import Wording

/// A demo in words: stepped, run, turned and asked, with what changes announced.
struct DemoTalk: LinearPlace {
  private let lesson: String
  private let shelf: DemoShelf
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

  // MARK: Looking

  /// Says what is asked; false where the command asks for no words.
  private func look(_ command: LinearCommand, _ talk: LinearTalk) -> Bool {
    switch command {
    case .hear: tellState(talk)
    case .numbers: talk.say(words(talk).numbers)
    case .table: talk.say(words(talk).table)
    case .why: talk.say(words(talk).explanation)
    case .history: talk.say(words(talk).history)
    case .code: tellCode(talk)
    case .last: tellLast(talk)
    default: return false
    }
    return true
  }

  /// The step, the leading number, the demo's own sentence; and what came of an experiment, once.
  private func tellState(_ talk: LinearTalk) {
    guard shelf.demo != nil else { return }
    let isRunFarEnough = shelf.demo?.see() == true
    let words = words(talk)
    talk.say(words.standing)
    talk.say(words.narration)
    guard isRunFarEnough, case .experiment(let experiment) = shelf.demo?.watch?.task else { return }
    talk.context.keepTried(experiment.id, in: lesson)
    guard let after = experiment.after else { return }
    talk.tell("linear.demo.after")
    talk.say(talk.markdown(after))
  }

  private func tellCode(_ talk: LinearTalk) {
    let id = shelf.demo?.player.demo.activeRegion
    guard let id, let region = SourceRegion.named(id) else { return talk.tell("linear.demo.no-code") }
    talk.tell("linear.source", ["file": SpokenSource.file(id), "line": String(region.firstLine)])
    talk.say(region.lines)
    talk.tell("linear.code-end")
  }

  private func tellLast(_ talk: LinearTalk) {
    guard let demo = shelf.demo, let ghost = demo.player.ghost, let value = ghost.metric(demo.leading) else {
      return talk.tell("linear.demo.no-last")
    }
    let number = SpokenNumber(language: talk.language)
    talk.tell(
      "linear.demo.last",
      [
        "step": String(demo.player.step), "metric": words(talk).title(demo.leading), "value": number.of(value),
        "now": number.of(demo.player.demo.metric(demo.leading) ?? .nan),
      ])
  }

  private func words(_ talk: LinearTalk) -> DemoWords { DemoWords(shelf.demo!, talk) }

  // MARK: Changing

  private func change(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) {
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
  private func turn(_ argument: String, _ talk: LinearTalk) -> LinearMove {
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

  private func isAccepted(_ fault: InputFault?, of text: String = "", _ talk: LinearTalk) -> Bool {
    guard let fault else { return true }
    talk.say(fault.spoken(text, talk))
    return false
  }

  /// How many steps are asked for: one where no number is given.
  private func count(_ argument: String) -> Int {
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
