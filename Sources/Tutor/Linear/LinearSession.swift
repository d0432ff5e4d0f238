import Terminal

/// The linear conversation between two lines: a stack of places, pure of any terminal. Lines go in, lines come out; what
/// was said is never changed. Over the same course, demos and progress as the full screen.
public struct LinearSession {
  public private(set) var isOver = false
  private let talk: LinearTalk
  private var places: [any LinearPlace] = []

  /// - Parameters:
  ///   - isInteractive: whether a person may be typing; see `LineSource`.
  ///   - clock: the time, for what runs at a pace.
  public init(
    context: TutorContext, sink: any LineSink, isInteractive: Bool, clock: @escaping () -> ContinuousClock.Instant
  ) {
    talk = LinearTalk(context, sink: sink, isInteractive: isInteractive, clock: clock)
  }

  /// Says where the learner is: at the first start's question, or where they left off.
  public mutating func begin() {
    talk.tellNotices()
    places = [talk.context.isFirstStart ? StartTalk() : RoadmapTalk()]
    guard !talk.context.isFirstStart, let place = talk.context.progress.lastPlace,
      var lesson = LessonTalk(place, talk)
    else { return places[0].open(talk) }
    lesson.comeBack(talk)
    let onward = lesson.onward(to: place.pane, talk)
    places.append(lesson)
    go(onward)
  }

  /// What can be typed now; nil while something runs.
  public var prompt: String? { isOver || isRunning ? nil : places.last?.prompt(talk) }

  /// Says `prompt` as a prompt, not as a line.
  public func ask() { if let prompt { talk.prompt(prompt) } }

  /// Whether something runs that goes on by itself.
  public var isRunning: Bool { due != nil }

  /// When `tick` is due; nil while nothing runs.
  public var due: ContinuousClock.Instant? { isOver ? nil : places.last?.due(talk) }

  /// Goes on with what runs.
  public mutating func tick() {
    guard !isOver, !places.isEmpty else { return }
    places[places.count - 1].tick(talk)
  }

  /// Takes a line. What runs is paused by any line; one that is not empty is then answered.
  public mutating func hear(_ line: String) {
    guard !isOver, !places.isEmpty else { return }
    let text = Sanitizer.clean(line).trimmed
    if isRunning {
      places[places.count - 1].pause(talk)
      if text.isEmpty { return }
    }
    answer(text)
    if !isOver { talk.tellNotices() }
  }

  /// Ends the conversation; everything is kept. Safe to call twice.
  public mutating func leave() {
    guard !isOver else { return }
    isOver = true
    talk.pane = places.last?.pane ?? .theory
    for index in places.indices.reversed() { places[index].close(talk) }
    talk.context.progress.flush()
    talk.tellNotices()
    talk.tell("linear.goodbye")
  }

  // MARK: Answering

  private mutating func answer(_ text: String) {
    let top = places.count - 1
    if text.isEmpty { return go(places[top].perform(.next, "", talk)) }
    let known = places[top].commands(talk)
    let wholeWords = places[top].takesWords
    if let asked = talk.vocabulary.read(text, among: known + LinearCommand.everywhere, wholeWords: wholeWords) {
      return perform(asked.command, asked.argument)
    }
    guard let move = places[top].take(text, talk) else {
      return talk.tell("linear.not-understood", ["text": text.truncated(to: 60)])
    }
    go(move)
  }

  private mutating func perform(_ command: LinearCommand, _ argument: String) {
    let top = places.count - 1
    switch command {
    case .help: LinearHelp(places[top], talk).say()
    case .again: places[top].again(talk)
    case .back: go(.back)
    case .quit: leave()
    case .formulas:
      talk.saysSigns.toggle()
      talk.tell(talk.saysSigns ? "linear.formulas.signs" : "linear.formulas.words")
    case .language:
      talk.context.language = talk.language.other
      places[top].again(talk)
    default: go(places[top].perform(command, argument, talk))
    }
  }

  private mutating func go(_ move: LinearMove) {
    switch move {
    case .stay: break
    case .push(var place):
      place.open(talk)
      places.append(place)
    case .replace(var place):
      place.open(talk)
      places[places.count - 1] = place
    case .back: leavePlace()
    case .roadmap:
      while places.count > 2 { closeLast() }
      leavePlace()
    case .quit: leave()
    }
  }

  private mutating func leavePlace() {
    guard places.count > 1 else { return talk.tell("linear.first-place", ["quit": talk.word(.quit)]) }
    closeLast()
    if places.count == 1 { talk.context.progress.keepScreen("roadmap") }
    places[places.count - 1].comeBack(talk)
  }

  private mutating func closeLast() {
    talk.pane = places.last?.pane ?? .theory
    places[places.count - 1].close(talk)
    places.removeLast()
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
