import Terminal
import Wording

/// A running experiment: a deterministic state machine whose copy is a checkpoint.
///
/// Same seed, settings and inputs, same numbers. A demo never looks at a clock, a thread or the terminal; the player
/// around it gives play, pause, step back, fork, ghost, comparison, goal and headless running at no cost to its author.
public protocol Demo: Sendable {
  static var card: DemoCard { get }

  /// Starts at step 0. `settings` holds a value for every knob of the card, inside its range.
  init(settings: Settings, seed: UInt64)

  /// One real training or algorithm step. Does nothing once `isFinished`.
  mutating func step()

  /// A key, click, typed text or changed knob. Returns what was wrong with it, or nil; a refused input changes nothing.
  @discardableResult
  mutating func apply(_ input: DemoInput) -> InputFault?

  /// Nothing more will change by stepping.
  var isFinished: Bool { get }

  /// Named numbers of the current state, always the same names in the same order. Not-a-number and infinity are honest.
  var metrics: [Metric] { get }

  /// The metrics that the learner sees now: without those that are not computed yet. All of them unless a demo says otherwise.
  var shownMetrics: [Metric] { get }

  /// A sentence about the current state, computed from it: "the rate is too large: the loss grew 40 % in 5 steps".
  func narration(_ language: Language) -> String

  /// Why the number under the cursor is what it is: the value unfolded to its inputs, a line each; nil where there is
  /// nothing to explain.
  func explanation(_ language: Language) -> [String]?

  /// The id of the source region that runs in the next step; nil when finished.
  var activeRegion: String? { get }

  /// A text that stands on the very line of the active region that runs next, and on no other line of it; nil marks the
  /// whole region.
  var activeLine: String? { get }

  /// The numbers of the moment, each beside the line of source that made it; computed from the state, like everything.
  var figures: [Figure] { get }

  /// The picture as numbers, for a screen reader.
  func table(_ language: Language) -> DataTable

  /// Knobs that the demo has turned itself, by a key or a click on its picture: the player shows and keeps them.
  var turnedKnobs: [String: KnobValue] { get }

  /// The typed text as the demo's own keys have changed it since, so that starting again keeps what they did; nil where
  /// they change no text.
  var turnedText: String? { get }

  /// Whether an earlier run of the same demo may be drawn behind this one: not where it ran over other ground.
  func accepts(ghost: any Demo) -> Bool

  /// About how much memory a copy of the demo takes once it has diverged from the original; the player keeps as many
  /// copies for stepping back as its cap allows.
  var checkpointBytes: Int { get }

  /// Draws the state into the whole surface, whatever its size, down to 1x1.
  func draw(on surface: inout Surface, context: DrawContext)
}

extension Demo {
  public var shownMetrics: [Metric] { metrics }

  public func explanation(_ language: Language) -> [String]? { nil }
  public var activeLine: String? { nil }
  public var figures: [Figure] { [] }
  public var turnedKnobs: [String: KnobValue] { [:] }
  public var turnedText: String? { nil }
  public var checkpointBytes: Int { 16 << 10 }
  public func accepts(ghost: any Demo) -> Bool { true }

  /// The value of a metric, or nil where the demo has none of that name.
  public func metric(_ name: String) -> Double? { metrics.first { $0.name == name }?.value }
}

/// One named number. The name is kebab-case and permanent: goals, quizzes and receipts use it.
public struct Metric: Hashable, Sendable {
  public let name: String
  public let value: Double

  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}

/// What a demo draws with.
public struct DrawContext: Sendable {
  public var language: Language
  public var theme: Theme
  /// The last run's state at the same step, drawn faintly behind; nil when there was none or it is switched off.
  public var ghost: (any Demo)?

  public init(language: Language, theme: Theme, ghost: (any Demo)? = nil) {
    self.language = language
    self.theme = theme
    self.ghost = ghost
  }
}

/// A table of the numbers in a picture.
public struct DataTable: Hashable, Sendable {
  public var columns: [String]
  public var rows: [[String]]

  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}
