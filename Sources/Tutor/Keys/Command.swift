/// What a key can ask for. One meaning everywhere; a screen does those that its key table lists.
public enum Command: String, Hashable, Sendable, CaseIterable {
  case up, down, left, right, pageUp, pageDown, top, bottom
  case open, back, quit
  case nextPane, previousPane
  case help, flipLanguage, repaint, suspend
  case search, nextMatch, previousMatch, nextWritten, previousWritten
  case playPause, step, stepBack, faster, slower, restart
  case nextKnob, previousKnob, knobUp, knobDown, nextPreset, compare, otherRun, fork, table, explain, code, ghost,
    typeText,
    typeValue
  case choose, submit, hint, skip, giveUp, moveUp, moveDown, nextQuestion, previousQuestion, retry, runDemo
}
