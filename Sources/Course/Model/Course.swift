import Wording

/// The whole tree of what is taught: stages, their modules, their lessons.
///
/// Read from `course.yaml` alone; a lesson's own files are read when it is opened.
public struct Course: Hashable, Sendable {
  public var title: Bilingual
  public var stages: [Stage]
  public var plan: Plan

  public init(title: Bilingual, stages: [Stage], plan: Plan) {
    self.title = title
    self.stages = stages
    self.plan = plan
  }

  /// Every lesson and project, in the order of the roadmap.
  public var entries: [LessonEntry] { stages.flatMap { $0.modules.flatMap(\.lessons) } }

  /// The row of a lesson, or nil where the course has none of that id.
  public func entry(_ id: String) -> LessonEntry? {
    for stage in stages {
      for module in stage.modules {
        if let entry = module.lessons.first(where: { $0.id == id }) { return entry }
      }
    }
    return nil
  }

  /// The lesson after `id` in the order of the roadmap; nil at the end.
  public func entry(after id: String) -> LessonEntry? {
    let all = entries
    guard let index = all.firstIndex(where: { $0.id == id }), index + 1 < all.count else { return nil }
    return all[index + 1]
  }
}

/// A stage of the roadmap.
public struct Stage: Hashable, Sendable {
  public var id: String
  /// As shown: `1`, `5-7`.
  public var number: String
  public var title: Bilingual
  /// What a learner who has taken it can do.
  public var goal: Bilingual
  public var modules: [Module]

  public init(id: String, number: String, title: Bilingual, goal: Bilingual, modules: [Module]) {
    self.id = id
    self.number = number
    self.title = title
    self.goal = goal
    self.modules = modules
  }
}

/// A group of lessons in a stage.
public struct Module: Hashable, Sendable {
  public var id: String
  public var number: String
  public var title: Bilingual
  public var lessons: [LessonEntry]

  public init(id: String, number: String, title: Bilingual, lessons: [LessonEntry]) {
    self.id = id
    self.number = number
    self.title = title
    self.lessons = lessons
  }
}

/// A lesson's row in the course.
public struct LessonEntry: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case lesson, project
  }

  public var id: String
  public var kind: Kind
  public var title: Bilingual
  /// Ids of the lessons to take first.
  public var needs: [String]
  /// Its folder below the course's: `STAGE/MODULE/LESSON`.
  public var path: String
  /// Whether its folder is there; a lesson without one is "coming".
  public var isWritten: Bool

  public init(
    id: String, kind: Kind = .lesson, title: Bilingual, needs: [String] = [], path: String, isWritten: Bool
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.needs = needs
    self.path = path
    self.isWritten = isWritten
  }
}
