import Markup
import Wording

/// Holds the terms of a lesson's front matter to its text and its boxes: one that they never have could never be
/// explained.
struct TermChecker {
  let glossary: [GlossaryEntry]
  let log: LoadLog

  func check(_ lesson: Lesson) {
    for (language, text) in lesson.texts {
      let file = LessonReader.file(lesson.entry, language)
      let wanted = glossary.filter { text.header.terms.contains($0.id) }
      let marker = TermMarker(wanted.map { Term(id: $0.id, forms: $0.words(language)) })
      let met = log.texts.filter { $0.start.file == file }.reduce(into: Set<String>()) {
        $0.formUnion(marker.terms(in: $1.document))
      }
      for term in wanted where !met.contains(term.id) {
        log.add(.termNotMet(term.id, words: term.words(language)), at: Place(file: file))
      }
    }
  }
}
