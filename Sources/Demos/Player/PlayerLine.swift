import Terminal
import Wording

/// The line that says how the run stands: playing or paused, the step, the speed, the goal, ghost and branch.
struct PlayerLine {
  let frame: PlayerFrame
  let theme: Theme
  let columns: Int

  /// The parts in the order in which they matter; those that do not fit are left out from the end.
  var parts: [(text: String, style: Style)] {
    var parts = [(state, theme.key), (step, theme.strong)]
    if let preset { parts.append((preset, theme.accent)) }
    if frame.card.goal.isChallenge { parts.append(goal) }
    parts.append((speed, theme.dim))
    if frame.isReduced { parts.append((PlayerWords.reducedMotion[frame.language], theme.dim)) }
    if frame.lane.hasFuture { parts.append((PlayerWords.inThePast[frame.language], theme.warning)) }
    if frame.lane.hasGhost { parts.append((PlayerWords.ghost[frame.language], theme.dim)) }
    return parts
  }

  private var state: String {
    if frame.lanes.allSatisfy(\.isFinished) { return mark("■", "#") + " " + PlayerWords.finished[frame.language] }
    return frame.isPlaying
      ? mark("▶", ">") + " " + PlayerWords.playing[frame.language]
      : mark("‖", "=") + " " + PlayerWords.paused[frame.language]
  }

  private var step: String { PlayerWords.step(frame.step)[frame.language] }

  /// Shortened where it does not fit whole.
  private var preset: String? {
    guard let preset = frame.preset else { return nil }
    let room = columns - TextWidth.of(state) - TextWidth.of(step) - 4
    return room < 14 ? nil : PlayerWords.preset(preset)[frame.language].truncated(to: room, glyphs: theme.glyphs)
  }

  private var speed: String { PlayerWords.speed(frame.speed)[frame.language] }

  private var goal: (text: String, style: Style) {
    switch frame.goalState {
    case .reached(let step): (mark("✓", "+") + " " + PlayerWords.reached(step)[frame.language], theme.good)
    case .notYet: (mark("…", "~") + " " + PlayerWords.notYet[frame.language], theme.dim)
    case .missed: (mark("✗", "x") + " " + PlayerWords.missed[frame.language], theme.bad)
    }
  }

  private func mark(_ unicode: String, _ ascii: String) -> String { theme.glyphs == .unicode ? unicode : ascii }
}
