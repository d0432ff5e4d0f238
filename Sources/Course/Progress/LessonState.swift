import Foundation

/// How far a learner is with a lesson.
public struct LessonState: Hashable, Sendable {
  /// When it was first opened, first tried, first passed; nil for never.
  public var seen: Date?
  public var tried: Date?
  public var passed: Date?
  /// The best result of its quiz, 0 to 1; nil before the first.
  public var best: Double?
  /// Where the learner left it.
  public var position: LessonPosition?

  public init(
    seen: Date? = nil, tried: Date? = nil, passed: Date? = nil, best: Double? = nil, position: LessonPosition? = nil
  ) {
    self.seen = seen
    self.tried = tried
    self.passed = passed
    self.best = best
    self.position = position
  }

  /// How far, in one word.
  public enum Level: Int, Hashable, Sendable, Comparable {
    case new, seen, tried, passed

    public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  public var level: Level { passed != nil ? .passed : tried != nil ? .tried : seen != nil ? .seen : .new }

  /// Both states as one: the first times, the best result, the other's position where it has one.
  func merged(with newer: LessonState) -> LessonState {
    LessonState(
      seen: Self.first(seen, newer.seen), tried: Self.first(tried, newer.tried),
      passed: Self.first(passed, newer.passed),
      best: [best, newer.best].compactMap { $0 }.max(), position: newer.position ?? position)
  }

  private static func first(_ a: Date?, _ b: Date?) -> Date? { [a, b].compactMap { $0 }.min() }
}

/// A place in a lesson, to the line.
public struct LessonPosition: Hashable, Sendable, Codable {
  /// The block of the document, and the line inside it.
  public var block: Int
  public var offset: Int
  /// The pane in front: `theory`, `demo`, `quiz`.
  public var tab: String

  public init(block: Int, offset: Int, tab: String) {
    self.block = block
    self.offset = offset
    self.tab = tab
  }
}
