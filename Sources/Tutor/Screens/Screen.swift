import Terminal
import Widgets

/// One place of the tutor: takes commands and events, and draws itself. A screen knows nothing of the terminal.
public protocol Screen {
  /// The keys that act here; the help and the status line are made from it.
  func keys(_ context: TutorContext) -> KeyTable

  /// Does a command; says where to go.
  mutating func perform(_ command: Command, _ context: TutorContext) -> Navigation

  /// An event that no key of the table answers: typed text, a paste, the mouse, the demo's own keys.
  mutating func handle(_ event: InputEvent, _ context: TutorContext) -> Navigation

  /// Draws the screen into `area`, which leaves out the status line; returns where text is being typed.
  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point?

  /// What is happening, for the left end of the status line.
  func status(_ context: TutorContext) -> String

  /// Where the learner is, for the history; nil for what is not come back to.
  func place(_ context: TutorContext) -> TutorPlace?

  /// Goes to a place that this screen shows; false where another screen is needed.
  mutating func show(_ place: TutorPlace, _ context: TutorContext) -> Bool

  /// Another screen is laid over this one, which may be come back to.
  mutating func cover(_ context: TutorContext)

  /// Whether keys that no table lists may mean something here, so that they are not called unknown.
  func takesLooseKeys(_ context: TutorContext) -> Bool

  /// Whether another thread owes the screen something it was asked for.
  var isBusy: Bool { get }

  /// Another thread has news: a demo's finished frame.
  mutating func wake(_ context: TutorContext)

  /// The screen is left for good: stop what runs, save where the learner is.
  mutating func close(_ context: TutorContext)
}

extension Screen {
  public mutating func handle(_ event: InputEvent, _ context: TutorContext) -> Navigation { .stay }
  public func status(_ context: TutorContext) -> String { "" }
  public func place(_ context: TutorContext) -> TutorPlace? { nil }
  public mutating func show(_ place: TutorPlace, _ context: TutorContext) -> Bool { false }
  public mutating func cover(_ context: TutorContext) {}
  public func takesLooseKeys(_ context: TutorContext) -> Bool { true }
  public var isBusy: Bool { false }
  public mutating func wake(_ context: TutorContext) {}
  public mutating func close(_ context: TutorContext) {}
}

/// Where a screen wants to go.
public enum Navigation {
  case stay
  case push(any Screen)
  case replace(any Screen)
  /// To a place, wherever it is reached from; the way there is kept.
  case go(TutorPlace)
  case back
  case quit
}
