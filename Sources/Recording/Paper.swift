import Terminal

/// What the terminal's own foreground and background look like in a recording.
public struct Paper: Hashable, Sendable {
  public let foreground: Ink
  public let background: Ink

  public init(foreground: Ink, background: Ink) {
    self.foreground = foreground
    self.background = background
  }

  /// What a theme paints, or where it leaves that to the terminal, light on dark.
  public init(_ theme: Theme) {
    foreground = Ink(theme.foreground, standard: Self.dark.foreground)
    background = Ink(theme.background, standard: Self.dark.background)
  }

  public static let dark = Paper(foreground: Ink(0xD4, 0xD7, 0xDD), background: Ink(0x16, 0x19, 0x1F))
  public static let light = Paper(foreground: Ink(0x24, 0x29, 0x2F), background: Ink(0xFF, 0xFF, 0xFF))
}
