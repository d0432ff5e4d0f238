import Wording

/// Holds a folder of lessons to `Lessons/README.md`.
public struct CourseChecker {
  public let facts: DemoFacts
  /// Runs what lessons claim; nil to leave the runs out.
  public let judge: (any RunJudge)?
  public let snippets: (any SnippetJudge)?

  public init(facts: DemoFacts, judge: (any RunJudge)? = nil, snippets: (any SnippetJudge)? = nil) {
    self.facts = facts
    self.judge = judge
    self.snippets = snippets
  }

  /// Every fault of the folder, in the order of files and lines. Runs are made only where the lesson has no other fault.
  public func check(_ folder: CourseFolder) -> [CourseFault] {
    let log = LoadLog()
    let course = CourseReader(folder: folder.path, log: log).read()
    let references = ReferenceReader(folder: folder.path, log: log)
    let glossary = references.glossary()
    let names = MentionChecker.Names(
      facts: facts, course: course, terms: glossary.map(\.id), resources: references.resources().map(\.id))
    guard let course else { return sorted(log.faults) }
    TreeChecker(course: course, folder: folder.path, log: log).check()
    let lessons = lessons(course, folder, log)
    MentionChecker(names: names, log: log).check()
    WidthChecker(log: log).check()
    for lesson in lessons { TermChecker(glossary: glossary, log: log).check(lesson) }
    if course.entries.allSatisfy(\.isWritten) { checkCitations(lessons, names, log) }
    run(lessons, log)
    return sorted(log.faults)
  }

  private func lessons(_ course: Course, _ folder: CourseFolder, _ log: LoadLog) -> [Lesson] {
    course.entries.filter(\.isWritten).compactMap { entry in
      guard let lesson = LessonReader(folder: folder.path, log: log).read(entry) else { return nil }
      ParityChecker(lesson: lesson, log: log).check()
      QuizChecker(lesson: lesson, log: log).check()
      return lesson
    }
  }

  private func run(_ lessons: [Lesson], _ log: LoadLog) {
    guard let judge else { return }
    let runner = RunChecker(facts: facts, judge: judge, snippets: snippets, log: log)
    let faulty = Set(log.faults.map(\.file))
    for lesson in lessons where !faulty.contains(where: { $0.hasPrefix(lesson.entry.path + "/") }) {
      runner.check(lesson)
    }
  }

  /// Once every lesson is written, every resource of the roadmap is cited by one.
  private func checkCitations(_ lessons: [Lesson], _ names: MentionChecker.Names, _ log: LoadLog) {
    let cited = Set(lessons.flatMap { $0.texts.values.flatMap(\.header.resources) })
    for id in names.resources where !cited.contains(id) {
      log.add(.uncited(id, .resource), at: log.place(of: id, .resource) ?? Place(file: "resources.yaml"))
    }
  }

  private func sorted(_ faults: [CourseFault]) -> [CourseFault] {
    faults.enumerated().sorted { a, b in
      (a.element.file, a.element.line, a.element.column, a.offset)
        < (b.element.file, b.element.line, b.element.column, b.offset)
    }.map(\.element)
  }
}
