import Terminal
import Wording

/// What can be asked of a running player.
public enum PlayerCommand: Hashable, Sendable {
  case play, pause, togglePlaying
  case step, stepBack, seek(Int)
  case faster, slower
  case restart, reseed(UInt64)
  /// Moves the selection among the knobs by so many places; wraps around.
  case selectKnob(Int)
  /// Turns the selected knob: +1 up, -1 down.
  case turnKnob(Int)
  case setKnob(String, KnobValue)
  /// The preset of that id.
  case preset(String)
  /// What was typed into the demo's text field.
  case text(String)
  /// A key of the demo's own.
  case key(Key)
  /// A mouse event, in cells of the pane.
  case mouse(MouseEvent)
  case toggleComparison, focusNext
  case fork, swapGhost, toggleGhost
  case view(PlayerView)
}
