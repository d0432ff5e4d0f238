import Demos
import Terminal
import Wording

/// What a learner may choose about Gradus itself. The defaults are those of a learner who has chosen nothing.
public struct Preferences: Hashable, Sendable {
  /// How many colours to use at most; `auto` asks the terminal.
  public enum Colors: String, CaseIterable, Hashable, Sendable {
    case automatic = "auto"
    case none
    case ansi16 = "16"
    case ansi256 = "256"
  }

  /// Which characters drawings may use; `auto` asks the terminal.
  public enum Glyphs: String, CaseIterable, Hashable, Sendable {
    case automatic = "auto"
    case unicode, ascii
  }

  /// Whether pictures move as fast as they can, or in few jumps.
  public enum Motion: String, CaseIterable, Hashable, Sendable {
    case full, reduced
  }

  /// Frames a second that may be sent.
  public static let frameRates = 1...60

  /// Nil: that of the locale.
  public var language: Language?
  public var theme = ThemeName.automatic
  public var colors = Colors.automatic
  public var glyphs = Glyphs.automatic
  public var motion = Motion.full
  /// Off leaves the terminal's own way of selecting text alone.
  public var mouse = true
  /// The linear conversation instead of the full screen.
  public var screenReader = false
  /// Frames a second at most; nil: what suits the terminal.
  public var frameRate: Int?
  /// The keys that the learner gave to commands, by command.
  public var keys: [Command: [Key]] = [:]

  public init() {}
}

extension Preferences {
  /// The colours to draw with on a terminal that offers `tier`.
  public func tier(_ tier: ColorTier) -> ColorTier {
    switch colors {
    case .automatic: tier
    case .none: .none
    case .ansi16: min(tier, .ansi16)
    case .ansi256: min(tier, .ansi256)
    }
  }

  /// The theme on a terminal, as far as is known of it.
  public func theme(on terminal: TerminalTraits) -> Theme {
    let glyphs: GlyphTier =
      switch glyphs {
      case .automatic: terminal.glyphs
      case .unicode: .unicode
      case .ascii: .ascii
      }
    return .named(theme, colors: tier(terminal.colors), glyphs: glyphs, ground: terminal.ground)
  }

  /// Frames a second at most on a terminal; two where little may move.
  public func framesPerSecond(on terminal: TerminalTraits) -> Int {
    let wanted = frameRate ?? terminal.framesPerSecond
    return motion == .reduced ? min(PlayerView.reducedFramesPerSecond, wanted) : wanted
  }
}
