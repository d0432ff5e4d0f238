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
  /// Sets the selected knob from what was typed for it: a number, or a choice by its id or its title.
  case typeKnob(String)
  /// The same for the knob of an id.
  case typeKnobValue(String, String)
  /// The preset of that id.
  case preset(String)
  /// The preset after the one used last.
  case nextPreset
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
