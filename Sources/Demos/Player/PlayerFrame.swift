import Terminal
import Wording

/// Everything that is shown of a player at one moment. A value: the thread that draws the screen keeps it as long as it
/// likes.
public struct PlayerFrame: Sendable {
  /// One of the runs shown side by side.
  public struct Lane: Sendable {
    public let demo: any Demo
    public let step: Int
    public let metrics: [Metric]
    public let narration: String
    public let goalState: GoalState
    public let isFinished: Bool
    public let hasFuture: Bool
    /// The last step that the run has been at.
    public let furthest: Int
    public let hasGhost: Bool
    /// The picture, drawn in `language` at the layout's size.
    public let picture: Surface
    /// The knobs in force.
    public internal(set) var settings: Settings
  }

  /// A preset in force: the third of seven, and its name.
  public struct ActivePreset: Hashable, Sendable {
    /// From 1.
    public let place: Int
    public let count: Int
    public let title: Bilingual
  }

  public let card: DemoCard
  public let seed: UInt64
  public internal(set) var lanes: [Lane]
  /// The lane that the keys act on.
  public let focus: Int
  public internal(set) var isPlaying: Bool
  public internal(set) var speed: PlayerSpeed
  /// As measured while it plays; nil until that is known.
  public internal(set) var stepsPerSecond: Double?
  /// The knob that is turned next, by its place in the card; meaningless where the card has none.
  public internal(set) var selectedKnob: Int
  /// What was wrong with the last input; nil once one was accepted.
  public let fault: InputFault?
  /// The text in force, with what keys have changed of it; where the last text was refused, that one, so that a caret can stand under its fault.
  public let text: String?
  /// Nil once a knob or the text has changed since.
  public let preset: ActivePreset?
  public let language: Language
  let glyphs: GlyphTier
  /// Whether the pictures leave room for the source.
  let showsCode: Bool
  /// Few pictures a second were asked for, so that little moves.
  public let isReduced: Bool

  public var lane: Lane { lanes[focus] }
  public var step: Int { lane.step }
  public var metrics: [Metric] { lane.metrics }
  public var narration: String { lane.narration }
  public var goalState: GoalState { lane.goalState }
  public var settings: Settings { lane.settings }
  public var isComparing: Bool { lanes.count > 1 }

  /// Why the number under the demo's cursor is what it is.
  public var explanation: [String]? {
    lane.demo.explanation(language)?.map { NarrationText.plain(Sanitizer.clean($0), glyphs) }
  }
  /// The picture as numbers.
  public var table: DataTable { lane.demo.table(language) }
  /// The source region that runs next.
  public var activeRegion: String? { lane.demo.activeRegion }
  /// A text on the line of it that runs next; nil: the whole region.
  public var activeLine: String? { lane.demo.activeLine }
  /// The numbers beside the lines of source that made them.
  public var figures: [Figure] { lane.demo.figures }

  func layout(_ size: Size) -> PaneLayout {
    PaneLayout(size: size, card: card, lanes: lanes.count, focus: focus, showsCode: showsCode)
  }
}

/// What a frame is made for.
public struct PlayerView: Hashable, Sendable {
  public var size: Size
  public var language: Language
  public var theme: Theme
  /// Frames a second at most while it plays, from 1; commands are shown at once.
  public var framesPerSecond: Int
  /// Whether the pictures leave room for the source.
  public var showsCode: Bool

  public init(
    size: Size, language: Language, theme: Theme, framesPerSecond: Int = 30, showsCode: Bool = false
  ) {
    self.size = size
    self.language = language
    self.theme = theme
    self.framesPerSecond = max(1, framesPerSecond)
    self.showsCode = showsCode
  }

  /// Whether so few frames were asked for that the picture moves in jumps.
  var isReduced: Bool { framesPerSecond <= Self.reducedFramesPerSecond }

  /// Frames a second at most for who wants little to move.
  public static let reducedFramesPerSecond = 2

  /// The time between two frames.
  var frameInterval: Duration { .nanoseconds(1_000_000_000 / framesPerSecond) }
}

extension DemoPlayer {
  /// The frame of this moment, its pictures drawn for a pane of the view's size.
  public func frame(
    _ view: PlayerView, isPlaying: Bool = false, speed: PlayerSpeed? = nil, selectedKnob: Int = 0,
    fault: InputFault? = nil, refusedText: String? = nil
  ) -> PlayerFrame {
    let layout = PaneLayout(
      size: view.size, card: card, lanes: lanes.count, focus: focus, showsCode: view.showsCode)
    let shown = zip(lanes, layout.pictures).map { lane, rect in frame(of: lane, size: rect.size, view) }
    return PlayerFrame(
      card: card, seed: run.seed, lanes: shown, focus: focus, isPlaying: isPlaying,
      speed: speed ?? PlayerSpeed(stepsPerSecond: card.stepsPerSecond),
      selectedKnob: selectedKnob, fault: fault, text: refusedText ?? demo.turnedText ?? text, preset: activePreset,
      language: view.language,
      glyphs: view.theme.glyphs, showsCode: view.showsCode, isReduced: view.isReduced)
  }

  private var activePreset: PlayerFrame.ActivePreset? {
    preset.map { PlayerFrame.ActivePreset(place: $0 + 1, count: card.presets.count, title: card.presets[$0].title) }
  }

  private func frame(of lane: Lane, size: Size, _ view: PlayerView) -> PlayerFrame.Lane {
    var picture = Surface(size)
    let ghost = ghost(of: lane)
    let run = lane.run
    if size.width > 0 && size.height > 0 {
      run.demo.draw(
        on: &picture, context: DrawContext(language: view.language, theme: view.theme, ghost: ghost))
    }
    return PlayerFrame.Lane(
      demo: run.demo, step: run.step, metrics: run.demo.metrics,
      narration: Sanitizer.clean(run.demo.narration(view.language)), goalState: run.goalState,
      isFinished: run.isFinished, hasFuture: run.hasFuture, furthest: run.furthest, hasGhost: ghost != nil,
      picture: picture,
      settings: run.settings)
  }
}
