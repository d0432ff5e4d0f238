import Terminal
import Wording

/// What the learner does to a running demo. Part of a run's record: the same inputs at the same steps give the same run.
public enum DemoInput: Hashable, Sendable {
  case key(Key)
  case text(String)
  case knob(String, KnobValue)
  /// A mouse event at a cell of the picture of that size.
  case mouse(MouseEvent, in: Size)
}

/// Why an input was refused; data, so that the sentence is made in one place and the caret stands under the fault.
public struct InputFault: Error, Hashable, Sendable {
  /// What was wrong and how to put it right.
  public let message: Bilingual
  /// Characters of the typed text at fault; nil where it is the whole.
  public let range: Range<Int>?

  public init(_ message: Bilingual, at range: Range<Int>? = nil) {
    self.message = message
    self.range = range
  }
}
