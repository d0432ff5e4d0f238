import Terminal

/// The first start's question: how Gradus should look. Its answer is a pair of preferences.
public enum Look: String, CaseIterable, Sendable {
  case full, none, ascii

  /// What these preferences come to on a terminal of `tier`.
  init(_ preferences: Preferences, on tier: ColorTier) {
    if preferences.glyphs == .ascii {
      self = .ascii
    } else {
      self = preferences.tier(tier) == .none ? .none : .full
    }
  }

  func choose(in preferences: inout Preferences) {
    preferences.colors = self == .full ? .automatic : .none
    preferences.glyphs = self == .ascii ? .ascii : .automatic
  }
}
