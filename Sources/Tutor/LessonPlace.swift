import Widgets

/// Where a learner is in a lesson.
public struct LessonPlace: Hashable, Sendable {
  /// A text to be shown as found.
  public struct Finding: Hashable, Sendable {
    public var text: String
    /// Which of the findings from the place on it is, from 0.
    public var nth: Int

    public init(text: String, nth: Int) {
      self.text = text
      self.nth = nth
    }
  }

  public var lesson: String
  public var pane: LessonPane
  public var position: ReaderPosition
  /// What a search led here for; nil for a place that was come to otherwise.
  public var finding: Finding?

  public init(lesson: String, pane: LessonPane = .theory, position: ReaderPosition = .start) {
    self.lesson = lesson
    self.pane = pane
    self.position = position
  }
}
