/// What comes in from the terminal.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text pasted in one go: never commands.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  case focus(Bool)
  /// Another thread called the backend's waker.
  case wake
  /// TERM, INT, HUP or QUIT came, or the terminal is gone: save and leave.
  case terminate
}

/// One key press.
public enum Key: Hashable, Sendable {
  /// A printable character, Space included.
  case character(Character)
  /// Ctrl with a lower-case letter.
  case control(Character)
  case alt(Character)
  case up, down, left, right
  case altLeft, altRight
  case enter, escape, tab, backTab, backspace, delete, insert
  case home, end, pageUp, pageDown
  /// F1 is 1.
  case function(Int)
}

/// A mouse event at a cell.
public struct MouseEvent: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case press, release, drag, wheelUp, wheelDown
  }

  public var action: Action
  public var position: Point

  public init(_ action: Action, at position: Point) {
    self.action = action
    self.position = position
  }
}
