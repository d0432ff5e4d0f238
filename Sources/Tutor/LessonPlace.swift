import Widgets

/// Where a learner is in a lesson.
public struct LessonPlace: Hashable, Sendable {
  public var lesson: String
  public var pane: LessonPane
  public var position: ReaderPosition

  public init(lesson: String, pane: LessonPane = .theory, position: ReaderPosition = .start) {
    self.lesson = lesson
    self.pane = pane
    self.position = position
  }
}
