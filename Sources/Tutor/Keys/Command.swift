/// What a key can ask for. One meaning everywhere; a screen does those that its key table lists.
public enum Command: String, Hashable, Sendable, CaseIterable {
  case up, down, left, right, pageUp, pageDown, top, bottom
  case open, back, quit
  case nextPane, previousPane
  case gallery
  case help, flipLanguage, repaint, suspend
  case palette, searchAll, settings, historyBack, historyForward
  case nextMark, previousMark, bookmark, note, bookmarks, removeBookmark
  case search, nextMatch, previousMatch, nextWritten, previousWritten
  case playPause, step, stepBack, faster, slower, restart
  case nextKnob, previousKnob, knobUp, knobDown, nextPreset, compare, otherRun, fork, table, explain, code, ghost,
    typeText,
    typeValue
  case choose, submit, hint, skip, giveUp, moveUp, moveDown, nextQuestion, previousQuestion, retry, runDemo
  case undo, reset
}

extension Command {
  /// As the settings file writes it: `step-back`.
  public var name: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }

  /// The command of a name; nil where there is none.
  public init?(name: String) {
    guard let command = Self.allCases.first(where: { $0.name == name.lowercased() }) else { return nil }
    self = command
  }
}
