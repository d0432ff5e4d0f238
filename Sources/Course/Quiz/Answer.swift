/// What a learner answered. Positions are those of the file, whatever the order shown.
public enum Answer: Hashable, Sendable, Codable {
  case choice(Int)
  case choices(Set<Int>)
  case truth(Bool)
  /// A typed number or text.
  case typed(String)
  /// The items' positions in the file, in the order that the learner put them.
  case order([Int])
  /// The knobs turned for a `tune`.
  case settings([KnobSetting])
}
