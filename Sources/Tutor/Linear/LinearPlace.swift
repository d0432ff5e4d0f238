/// One place of the linear conversation: says what is here, and answers what is typed.
protocol LinearPlace {
  /// The pane of a lesson that this place is; nil elsewhere.
  var pane: LessonPane? { get }

  /// What can be asked for here, beyond what can be everywhere.
  func commands(_ talk: LinearTalk) -> [LinearCommand]

  /// Words may be an answer here, so that only whole command words count.
  var takesWords: Bool { get }

  /// Says what is here, at the first coming.
  mutating func open(_ talk: LinearTalk)

  /// Says it on coming back from a place beyond.
  mutating func comeBack(_ talk: LinearTalk)

  /// Says it once more.
  mutating func again(_ talk: LinearTalk)

  /// What can be typed now.
  func prompt(_ talk: LinearTalk) -> String

  /// Further lines of help, for what is no command: numbers, answers.
  func help(_ talk: LinearTalk) -> [String]

  /// Does a command; an empty line is `next`.
  mutating func perform(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) -> LinearMove

  /// Takes what is no command, as it was typed; nil where it means nothing here.
  mutating func take(_ text: String, _ talk: LinearTalk) -> LinearMove?

  /// When something that runs here is due; nil while nothing runs.
  func due(_ talk: LinearTalk) -> ContinuousClock.Instant?

  /// Goes on with what runs.
  mutating func tick(_ talk: LinearTalk)

  /// Stops what runs, and says how it stands.
  mutating func pause(_ talk: LinearTalk)

  /// The place is left for good: keeps what is to be kept.
  mutating func close(_ talk: LinearTalk)
}

extension LinearPlace {
  var pane: LessonPane? { nil }
  var takesWords: Bool { false }
  mutating func comeBack(_ talk: LinearTalk) { open(talk) }
  mutating func again(_ talk: LinearTalk) { open(talk) }
  func help(_ talk: LinearTalk) -> [String] { [] }
  mutating func take(_ text: String, _ talk: LinearTalk) -> LinearMove? { nil }
  func due(_ talk: LinearTalk) -> ContinuousClock.Instant? { nil }
  mutating func tick(_ talk: LinearTalk) {}
  mutating func pause(_ talk: LinearTalk) {}
  mutating func close(_ talk: LinearTalk) {}
}

/// Where the conversation goes next.
enum LinearMove {
  case stay
  case push(any LinearPlace)
  case replace(any LinearPlace)
  case back
  case roadmap
  case quit
}

/// A choice typed as a number from 1.
enum TypedChoice {
  /// The position from 0 among `count`; nil where the text is no such number.
  static func index(_ text: String, of count: Int) -> Int? {
    guard let number = Int(LinearVocabulary.plain(text)), (1...max(1, count)).contains(number), count > 0 else {
      return nil
    }
    return number - 1
  }

  /// Several numbers, parted by blanks or commas; nil where one of them is none of the choices.
  static func indices(_ text: String, of count: Int) -> [Int]? {
    let parts = LinearVocabulary.plain(text).split { $0.isWhitespace || ",、;".contains($0) }
    let indices = parts.compactMap { index(String($0), of: count) }
    return indices.count == parts.count && !parts.isEmpty ? indices : nil
  }
}
