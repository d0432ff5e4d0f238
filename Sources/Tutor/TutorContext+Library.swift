import Course
import Wording

/// What stands in the course's files beside the tree of lessons.
extension TutorContext {
  /// The terms of the glossary; what can't be read is left out (`gradus check` says why).
  var glossary: [GlossaryEntry] { folder.glossary().value ?? [] }

  /// The lesson whose demo pane shows a demo; nil where no written lesson does.
  func lesson(ofDemo id: String) -> String? {
    let written = course.entries.filter(\.isWritten)
    // Most demos are named after their lesson, so that one is asked first.
    let ordered = written.filter { $0.id == id } + written.filter { $0.id != id }
    return ordered.first { folder.lesson($0).value?[language].header.demo == id }?.id
  }
}
