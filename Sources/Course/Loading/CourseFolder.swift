/// A folder of lessons. `course.yaml` is read alone at the start; a lesson's files when it is opened.
public struct CourseFolder: Hashable, Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// Something read, and what was wrong with it.
  public struct Reading<Value> {
    /// As far as it could be read; nil where nothing could.
    public var value: Value?
    public var faults: [CourseFault]
  }

  /// The tree of stages, modules and lessons.
  public func course() -> Reading<Course> {
    let log = LoadLog()
    let course = CourseReader(folder: path, log: log).read()
    return Reading(value: course, faults: log.faults)
  }

  /// One lesson; its `entry` comes from the course.
  public func lesson(_ entry: LessonEntry) -> Reading<Lesson> {
    let log = LoadLog()
    let lesson = LessonReader(folder: path, log: log).read(entry)
    return Reading(value: lesson, faults: log.faults)
  }

  public func glossary() -> Reading<[GlossaryEntry]> {
    let log = LoadLog()
    let entries = ReferenceReader(folder: path, log: log).glossary()
    return Reading(value: entries, faults: log.faults)
  }

  /// The glossary's terms of some ids, as far as they can be read.
  public func terms(_ ids: [String]) -> [GlossaryEntry] {
    ReferenceReader(folder: path, log: LoadLog()).glossary(of: ids)
  }

  public func resources() -> Reading<[Resource]> {
    let log = LoadLog()
    let resources = ReferenceReader(folder: path, log: log).resources()
    return Reading(value: resources, faults: log.faults)
  }
}

extension CourseFolder.Reading: Sendable where Value: Sendable {}
