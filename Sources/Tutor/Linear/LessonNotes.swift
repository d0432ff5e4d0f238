import Course
import Widgets

/// Bookmarks, notes and terms of the lesson that is read aloud; the same that the full screen shows.
struct LessonNotes {
  private let lesson: Lesson
  private let talk: LinearTalk

  init(_ lesson: Lesson, _ talk: LinearTalk) {
    self.lesson = lesson
    self.talk = talk
  }

  // MARK: Bookmarks

  /// Marks a part, or takes its bookmark away; a note is not lost by a slip.
  func toggle(_ part: LessonPart) {
    guard let there = bookmarks(in: part).first else {
      talk.context.progress.addBookmark(lesson.id, at: ReaderPosition(block: part.blocks.lowerBound, offset: 0))
      return talk.tell("linear.mark.set", ["marks": talk.word(.marks)])
    }
    guard there.note.isEmpty else { return talk.tell("linear.mark.has-note", ["note": talk.word(.note)]) }
    talk.context.progress.remove(there)
    talk.tell("linear.mark.gone")
  }

  /// Writes a note at a part; `-` takes it away, nothing tells how.
  func write(_ text: String, at part: LessonPart) {
    let there = bookmarks(in: part).first
    switch (text, there) {
    case ("", _):
      if !tell(part) { talk.tell("linear.note.how", ["note": talk.word(.note)]) }
    case ("-", let bookmark?):
      talk.context.progress.remove(bookmark)
      talk.tell("linear.mark.gone")
    case ("-", nil): talk.tell("linear.note.none")
    case (_, var bookmark?):
      bookmark.note = String(text.prefix(Self.longest))
      talk.context.progress.keep(bookmark)
      talk.tell("linear.note.kept")
    case (_, nil):
      let position = ReaderPosition(block: part.blocks.lowerBound, offset: 0)
      talk.context.progress.addBookmark(lesson.id, at: position, note: String(text.prefix(Self.longest)))
      talk.tell("linear.note.kept")
    }
  }

  /// Says a part's bookmarks; false where it has none.
  @discardableResult
  func tell(_ part: LessonPart) -> Bool {
    let found = bookmarks(in: part)
    for bookmark in found {
      talk.say(
        bookmark.note.isEmpty ? talk.words("linear.mark.here") : talk.words("linear.note.here", ["note": bookmark.note])
      )
    }
    return !found.isEmpty
  }

  /// Says every bookmark of the lesson with the number of its part.
  func list(_ parts: [LessonPart]) {
    let all = talk.context.progress.bookmarks(in: lesson.id)
    guard !all.isEmpty else {
      return talk.tell("linear.mark.none", ["mark": talk.word(.mark), "note": talk.word(.note)])
    }
    for bookmark in all {
      let index = parts.lastIndex { $0.blocks.lowerBound <= bookmark.block } ?? 0
      let place = ["n": String(index + 1), "title": parts.isEmpty ? "" : parts[index].title]
      let line = talk.words("linear.mark.place", place)
      talk.say(bookmark.note.isEmpty ? line : talk.joined(line + (talk.language == .en ? ":" : "："), bookmark.note))
    }
  }

  private func bookmarks(in part: LessonPart) -> [Bookmark] {
    talk.context.progress.bookmarks(in: lesson.id).filter { part.blocks.contains($0.block) }
  }

  /// As many characters as the full screen takes.
  private static let longest = 200

  // MARK: Terms

  /// Explains a term by its number or its name in either language; without one lists those of the lesson.
  func explain(_ wanted: String) {
    let terms = talk.context.folder.terms(lesson[talk.language].header.terms)
    guard !wanted.isEmpty else { return listTerms(terms) }
    let name = LinearVocabulary.plain(wanted)
    let named = terms.first { [$0.id, $0.term.en.lowercased(), $0.term.zh.lowercased()].contains(name) }
    guard let term = TypedChoice.index(wanted, of: terms.count).map({ terms[$0] }) ?? named else {
      talk.tell("linear.term.unknown", ["term": wanted])
      return listTerms(terms)
    }
    talk.tell("linear.term.both", ["term": term.term[talk.language], "other": term.term[talk.language.other]])
    if let symbol = term.symbol { talk.tell("linear.term.symbol", ["symbol": talk.markdown(symbol)]) }
    talk.say(talk.markdown(term.text))
  }

  private func listTerms(_ terms: [GlossaryEntry]) {
    guard !terms.isEmpty else { return talk.tell("linear.term.none") }
    for (index, term) in terms.enumerated() { talk.say("\(index + 1). \(term.term[talk.language])") }
    talk.tell("linear.term.how", ["term": talk.word(.term)])
  }
}
