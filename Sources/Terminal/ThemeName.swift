/// The built-in themes, by the ids that a learner writes.
public enum ThemeName: String, CaseIterable, Hashable, Sendable, Codable {
  /// Leaves foreground and background to the terminal; the other colours suit what is known of its background.
  case automatic
  /// Light text on a dark background of its own.
  case dark
  /// Dark text on a white background of its own.
  case light
  /// Every text at least seven times as light as its black background.
  case highContrast = "high-contrast"
  /// The terminal's foreground and background, and no pair of colours that only red, green or blue receptors tell apart.
  case colourBlind = "colour-blind"
  /// No colour: weight, underline and reverse alone.
  case mono
}
