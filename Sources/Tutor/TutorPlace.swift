import Terminal

/// A place of the tutor that can be come back to: what the history keeps and what jumps lead to.
public enum TutorPlace: Hashable, Sendable {
  /// The roadmap, with the row of this id selected.
  case roadmap(selected: String?)
  case lesson(LessonPlace)
  /// The search of all lessons.
  case search(SearchPlace)
  case settings
  case gallery

  /// Whether two are the same place, wherever in it.
  func isSame(as other: TutorPlace) -> Bool {
    switch (self, other) {
    case (.roadmap, .roadmap), (.search, .search), (.settings, .settings), (.gallery, .gallery): true
    case (.lesson(let one), .lesson(let two)): one.lesson == two.lesson
    default: false
    }
  }
}

/// A text searched for in all lessons, and the finding selected.
public struct SearchPlace: Hashable, Sendable {
  public var text = ""
  public var selected = 0

  public init(text: String = "", selected: Int = 0) {
    self.text = text
    self.selected = selected
  }
}
