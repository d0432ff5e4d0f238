/// What can be typed in the linear conversation, by meaning. The words for it stand in the string tables, under
/// `linear.word.NAME`, and what it does under `linear.help.NAME`.
public enum LinearCommand: String, CaseIterable, Hashable, Sendable {
  case next, again, back, help, language, formulas, quit
  case lessons
  case previous, part, find, guess, `try`, demo, quiz
  case term, mark, marks, note
  case step, rewind, run, goal, restart, knob, set, preset, type, press
  case hear, numbers, table, why, history, code, compare, other, last, fork
  case hint, skip, solution, results, answer, submit

  /// Understood everywhere.
  static let everywhere: [LinearCommand] = [.again, .back, .help, .language, .formulas, .quit]
}
