import Course
import Terminal
import Wording

/// What every screen needs: the learner's choices, the course, the progress, and the joined live parts.
public final class TutorContext {
  public var language: Language {
    didSet { if language != oldValue { progress.set("language", to: language.rawValue) } }
  }
  public var look: Look {
    didSet {
      theme = look.theme(tier)
      if look != oldValue { progress.set("look", to: look.rawValue) }
    }
  }
  public private(set) var theme: Theme
  /// One line for the status line, until the next key.
  public var notice: String?

  public let course: Course
  public let folder: CourseFolder
  public let progress: ProgressKeeper
  public let judge: any RunJudge
  public let waker: any Waker
  private let tier: ColorTier
  private let strings: StringTable

  public init(
    strings: StringTable, course: Course, folder: CourseFolder, progress: ProgressKeeper, judge: any RunJudge,
    waker: any Waker, tier: ColorTier, language: Language, isASCII: Bool = false
  ) {
    self.strings = strings
    self.course = course
    self.folder = folder
    self.progress = progress
    self.judge = judge
    self.waker = waker
    self.tier = tier
    self.language = progress.setting("language").flatMap(Language.init(rawValue:)) ?? language
    look = isASCII ? .ascii : progress.setting("look").flatMap(Look.init(rawValue:)) ?? (tier == .none ? .none : .full)
    theme = look.theme(tier)
  }

  /// The interface's words for a key in the learner's language.
  public func words(_ key: String, _ arguments: [String: String] = [:]) -> String {
    strings(key, language, arguments)
  }

  /// The words for a key in a language that may not be the learner's.
  func words(_ key: String, in language: Language) -> String { strings(key, language) }

  // MARK: First start

  var isFirstStart: Bool { progress.setting("toured") == nil }

  func finishFirstStart() {
    progress.set("language", to: language.rawValue)
    progress.set("look", to: look.rawValue)
    progress.set("toured", to: "yes")
  }

  // MARK: Guesses

  func guess(_ lesson: String, _ id: String) -> String? { progress.setting("guess.\(lesson).\(id)") }

  func keepGuess(_ guess: String, _ lesson: String, _ id: String) { progress.set("guess.\(lesson).\(id)", to: guess) }

  // MARK: Experiments

  /// Whether the learner has set an experiment up: before that its outcome is not told.
  func hasTried(_ id: String, in lesson: String) -> Bool { progress.setting("try.\(lesson).\(id)") != nil }

  func keepTried(_ id: String, in lesson: String) { progress.set("try.\(lesson).\(id)", to: "yes") }
}
