import Demos
import Terminal

/// The keys of a place: the help, the status line and the dispatch all read this.
public struct KeyTable: Sendable {
  /// Keys that can do nothing here just now, and the words that say why.
  public struct Refusal: Sendable {
    let binding: KeyBinding
    /// The key of the reason in the string table.
    let reason: String
  }

  public let bindings: [KeyBinding]
  /// Keys that a demo answers itself, for the help.
  public let extra: [DemoKey]
  public let refusals: [Refusal]
  /// Whether a text field has the keys, so that no character may be a command.
  public let isTyping: Bool

  init(_ bindings: [KeyBinding], extra: [DemoKey] = [], refusals: [Refusal] = [], isTyping: Bool = false) {
    self.bindings = bindings
    self.extra = extra
    self.refusals = refusals
    self.isTyping = isTyping
  }

  /// The command of a key, or nil; the first binding wins.
  public func command(for key: Key) -> Command? { bindings.first { $0.keys.contains(key) }?.command }

  /// Why a key does nothing here, as a key of the string table; nil where it does something, or means nothing.
  func refusal(of key: Key) -> String? {
    guard command(for: key) == nil else { return nil }
    return refusals.first { $0.binding.keys.contains(key) }?.reason
  }

  /// The table as a learner's choice of keys makes it.
  public func customised(_ preferences: Preferences) -> KeyTable { customised(preferences.keys) }

  /// Those that the status line shows, the most important first.
  var hinted: [KeyBinding] {
    bindings.filter { $0.hint != nil }.sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
  }

  /// The same keys but for one command, which then says why it is not to be had: `why.COMMAND`.
  func without(_ command: Command) -> KeyTable { without([command], because: "why.\(command.name)") }

  /// The same keys but for some commands, which then say why they are not to be had.
  func without(_ commands: Set<Command>, because reason: String) -> KeyTable {
    let gone = bindings.filter { commands.contains($0.command) }
    return KeyTable(
      bindings.filter { !commands.contains($0.command) }, extra: extra,
      refusals: refusals + gone.map { Refusal(binding: $0, reason: reason) }, isTyping: isTyping)
  }

  static func + (a: KeyTable, b: KeyTable) -> KeyTable {
    KeyTable(
      a.bindings + b.bindings, extra: a.extra + b.extra, refusals: a.refusals + b.refusals,
      isTyping: a.isTyping || b.isTyping)
  }
}

extension KeyTable {
  /// What a key does in some place or other; nil where no table has it.
  static func anywhere(_ key: Key) -> KeyBinding? {
    places.lazy.compactMap { $0.table.bindings.first { $0.keys.contains(key) } }.first
  }
}
