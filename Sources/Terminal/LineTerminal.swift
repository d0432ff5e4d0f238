/// What was heard from whoever types lines.
public enum HeardLine: Hashable, Sendable {
  /// A line without its end, not sanitised yet.
  case line(String)
  /// The deadline passed.
  case nothing
  /// No more lines will come, or the program was told to end.
  case end
}

/// Where lines come from: a plain terminal, a pipe, a test's script.
///
/// One thread owns a source and makes every call.
public protocol LineSource: AnyObject {
  /// Whether a person may be typing. A file or a pipe is read line by line instead, whatever is under way.
  var isInteractive: Bool { get }

  /// Whether the program was told to end.
  var mustEnd: Bool { get }

  /// The time by which deadlines are counted.
  var now: ContinuousClock.Instant { get }

  /// Waits for a line until `deadline`, for ever when nil.
  func nextLine(until deadline: ContinuousClock.Instant?) -> HeardLine
}

/// Where lines go: what was said is never changed any more.
public protocol LineSink: AnyObject {
  /// Says a line; `text` holds no line end and no control character.
  func say(_ text: String)

  /// Asks for a line: the answer is typed behind it.
  func prompt(_ text: String)
}
