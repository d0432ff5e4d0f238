import Terminal

/// How the learner wants Gradus to look.
public enum Look: String, CaseIterable, Sendable {
  case full, none, ascii

  /// The theme on a terminal of `tier`.
  func theme(_ tier: ColorTier) -> Theme {
    switch self {
    case .full: .standard(colors: tier)
    case .none: .standard(colors: .none)
    case .ascii: .standard(colors: .none, glyphs: .ascii)
    }
  }
}
