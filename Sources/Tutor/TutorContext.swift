import Course
import Markup
import Terminal
import Wording

/// What every screen needs: the learner's choices, the course, the progress, and the joined live parts.
public final class TutorContext {
  /// One line for the status line, until the next key.
  public var notice: String?

  public let course: Course
  public let folder: CourseFolder
  public let progress: ProgressKeeper
  public let preferences: PreferencesKeeper
  public let judge: any RunJudge
  public let waker: any Waker
  /// Where pictures of lessons are; nil shows their words.
  public var assets: String?
  /// What is known of the terminal by now; what the learner chose goes before it.
  public var traits: TerminalTraits {
    didSet { if traits != oldValue { theme = preferences.value.theme(on: traits) } }
  }
  public private(set) var theme: Theme
  private let strings: StringTable
  /// The language of the locale, for a learner who chose none.
  private let locale: Language
  private var searching: BackgroundWork<SearchIndex>?

  public init(
    strings: StringTable, course: Course, folder: CourseFolder, progress: ProgressKeeper,
    preferences: PreferencesKeeper = PreferencesKeeper(), judge: any RunJudge,
    waker: any Waker, tier: ColorTier, language: Language, isASCII: Bool = false
  ) {
    self.strings = strings
    self.course = course
    self.folder = folder
    self.progress = progress
    self.preferences = preferences
    self.judge = judge
    self.waker = waker
    let traits = TerminalTraits(colors: tier)
    self.traits = traits
    locale = language
    preferences.takeOver(progress)
    if isASCII { preferences.override { Look.ascii.choose(in: &$0) } }
    theme = preferences.value.theme(on: traits)
  }

  /// The interface's words for a key in the learner's language.
  public func words(_ key: String, _ arguments: [String: String] = [:]) -> String {
    strings(key, language, arguments)
  }

  /// The same in a named language.
  public func words(_ key: String, in language: Language, _ arguments: [String: String] = [:]) -> String {
    strings(key, language, arguments)
  }

  /// What a laid out document says of itself.
  var documentWords: DocumentWords { DocumentWords { words($0) } }

  // MARK: Preferences

  public var language: Language {
    get { preferences.value.language ?? locale }
    set { if newValue != language { choose { $0.language = newValue } } }
  }

  public var look: Look {
    get { Look(preferences.value, on: traits.colors) }
    set { choose { newValue.choose(in: &$0) } }
  }

  /// Changes what the learner chose, at once and in the file; says in the status line where the file could not be.
  public func choose(_ change: (inout Preferences) -> Void) {
    let fault = preferences.change(change)
    theme = preferences.value.theme(on: traits)
    if let fault { notice = PreferencesSentences.sentence(fault, path: preferences.path ?? "")[language] }
  }

  /// Frames a second at most.
  public var framesPerSecond: Int { preferences.value.framesPerSecond(on: traits) }

  // MARK: Search

  /// The text of all lessons; nil while it is read, which begins with the first call. The waker says when it is there.
  var searchIndex: SearchIndex? {
    if let searching { return searching.result }
    let (course, folder) = (course, folder)
    searching = BackgroundWork(waker: waker) { SearchIndex(course, in: folder) }
    return nil
  }

  // MARK: First start

  var isFirstStart: Bool { progress.setting("toured") == nil }

  func finishFirstStart() {
    let language = language
    choose { $0.language = language }
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
