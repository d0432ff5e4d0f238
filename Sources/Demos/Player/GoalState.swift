/// How a run stands to the goal of its card.
public enum GoalState: Hashable, Sendable {
  /// The bound was first met after this many steps.
  case reached(step: Int)
  case notYet
  /// The steps are used up, or nothing more will change, and the bound was never met.
  case missed
}
