import Demos
import Terminal

/// Keys that ask for one command, and how the help names them.
public struct KeyBinding: Sendable {
  public let keys: [Key]
  public let command: Command
  /// As shown: `q`, `↑ k`.
  private let shown: String
  /// The key of its words in the string table.
  public let words: String
  /// Whether the status line shows it; smaller comes first. Nil: in the help alone.
  public let hint: Int?

  init(_ keys: [Key], _ command: Command, _ label: String, _ words: String, hint: Int? = nil) {
    self.keys = keys
    self.command = command
    shown = label
    self.words = words
    self.hint = hint
  }

  /// As shown; arrows as words where only ASCII may be drawn.
  public func label(_ glyphs: GlyphTier) -> String {
    guard glyphs == .ascii else { return shown }
    return Self.arrows.reduce(shown) { $0.replacing($1.key, with: $1.value) }
  }

  /// The first of the keys shown, where there is little room.
  func shortLabel(_ glyphs: GlyphTier) -> String {
    label(glyphs).split(separator: " ").first.map(String.init) ?? ""
  }

  /// The same command on other keys, which then show as they are.
  func on(_ keys: [Key]) -> KeyBinding {
    KeyBinding(keys, command, keys.map(\.label).joined(separator: " "), words, hint: hint)
  }

  private static let arrows = ["↑": "Up", "↓": "Down", "←": "Left", "→": "Right"]
}
