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

  private static let arrows = ["↑": "Up", "↓": "Down", "←": "Left", "→": "Right"]
}

/// The keys of a place: the help, the status line and the dispatch all read this.
public struct KeyTable: Sendable {
  public let bindings: [KeyBinding]
  /// Keys that a demo answers itself, for the help.
  public let extra: [DemoKey]

  init(_ bindings: [KeyBinding], extra: [DemoKey] = []) {
    self.bindings = bindings
    self.extra = extra
  }

  /// The command of a key, or nil; the first binding wins.
  public func command(for key: Key) -> Command? { bindings.first { $0.keys.contains(key) }?.command }

  /// The same keys but for one command.
  func without(_ command: Command) -> KeyTable {
    KeyTable(bindings.filter { $0.command != command }, extra: extra)
  }

  static func + (a: KeyTable, b: KeyTable) -> KeyTable { KeyTable(a.bindings + b.bindings, extra: a.extra + b.extra) }
}
