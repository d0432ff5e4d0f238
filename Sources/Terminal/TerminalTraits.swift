/// What is known of the terminal. It may become known later: no answer is ever waited for.
public struct TerminalTraits: Hashable, Sendable {
  /// Whether the terminal's own background is dark or light.
  public enum Ground: String, Hashable, Sendable {
    case dark, light
  }

  public var colors: ColorTier
  /// Nil while the terminal has not said.
  public var ground: Ground?
  /// Whether characters of ambiguous width (borders, half blocks, Greek, “ ”) take two columns, as in many a Chinese set-up.
  public var drawsAmbiguousWide: Bool
  /// Whether bytes go over a network, or to a reader that was found slow.
  public var isSlow: Bool

  public init(
    colors: ColorTier, ground: Ground? = nil, drawsAmbiguousWide: Bool = false, isSlow: Bool = false
  ) {
    self.colors = colors
    self.ground = ground
    self.drawsAmbiguousWide = drawsAmbiguousWide
    self.isSlow = isSlow
  }

  /// Frames a second at most: 30 where the terminal is near, 10 where it is far or slow.
  public var framesPerSecond: Int { isSlow ? 10 : 30 }

  /// The characters that stand where they are put.
  public var glyphs: GlyphTier { drawsAmbiguousWide ? .ascii : .unicode }
}
