/// Holds a lesson's quiz to the lesson: enough questions, of several kinds, each for an objective.
struct QuizChecker {
  let lesson: Lesson
  let log: LoadLog

  static let fewest = 6

  func check() {
    let questions = lesson.quiz.questions
    let file = LessonReader.quizFile(lesson.entry)
    let header = lesson[.en].header
    checkObjectives(header.objectives.map(\.id), file)
    guard !questions.isEmpty || log.faults.allSatisfy({ $0.file != file }) else { return }
    add(.tooFew(questions.count, least: Self.fewest), file, when: questions.count < Self.fewest)
    let kinds = Set(questions.map(\.kindName))
    add(.oneKind(kinds.first?.rawValue ?? ""), file, when: kinds.count == 1)
    add(.noneDecidedByRun, file, when: header.demo != nil && !questions.contains(where: \.isDecidedByRun))
  }

  private func checkObjectives(_ objectives: [String], _ file: String) {
    for mention in log.mentions where mention.place.file == file {
      guard case .objective(let id) = mention.what, !objectives.contains(id) else { continue }
      log.add(.unknownName(id, of: .objective, known: objectives), at: mention.place)
    }
    let asked = Set(lesson.quiz.questions.map(\.objective))
    for objective in objectives where !asked.contains(objective) && !lesson.quiz.questions.isEmpty {
      add(.objectiveUnasked(objective), file, when: true)
    }
  }

  private func add(_ reason: CourseFault.QuizReason, _ file: String, when isFault: Bool) {
    if isFault { log.add(.badQuiz(reason), at: Place(file: file)) }
  }
}
