import Course
import Terminal
import Widgets

/// Bookmarks and notes at lines of the text.
extension ReaderPane {
  /// Sets a bookmark at the line being read, or takes it away; a note is not lost by a slip of a finger.
  mutating func toggleBookmark(_ context: TutorContext) {
    let line = reader.readingLine
    guard let there = bookmark(at: line) else {
      context.progress.addBookmark(lesson.id, at: reader.page.position(ofLine: line))
      context.notice = context.words("bookmark.set")
      return reload(context)
    }
    guard there.note.isEmpty else {
      context.notice = context.words("bookmark.has-note")
      return
    }
    context.progress.remove(there)
    context.notice = context.words("bookmark.gone")
    reload(context)
  }

  func bookmark(at line: Int) -> Bookmark? {
    bookmarks.first { reader.page.line(of: ReaderAnnotation($0).position) == line }
  }

  // MARK: Notes

  mutating func writeNote() {
    let line = reader.readingLine
    reader.pointer = line
    field = .note(line: line, TextField(bookmark(at: line)?.note ?? "", limit: 200))
  }

  /// Moves the note's line; where nothing is typed yet, what stands at the new line is taken up.
  mutating func moveNote(_ line: Int, by rows: Int, _ text: TextField) {
    let next = min(max(0, line + rows), max(0, reader.page.lines.count - 1))
    let isUntouched = text.text == bookmark(at: line)?.note ?? ""
    let there = TextField(bookmark(at: next)?.note ?? "", limit: 200)
    field = .note(line: next, isUntouched ? there : text)
    reader.pointer = next
    reader.reveal(next)
  }

  mutating func keepNote(_ text: String, at line: Int, _ context: TutorContext) {
    field = nil
    reader.pointer = nil
    let note = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch (bookmark(at: line), note.isEmpty) {
    case (var there?, false):
      there.note = note
      context.progress.keep(there)
    case (let there?, true): context.progress.remove(there)
    case (nil, false):
      context.progress.addBookmark(lesson.id, at: reader.page.position(ofLine: line), note: note)
    case (nil, true): return
    }
    context.notice = context.words(note.isEmpty ? "note.gone" : "note.kept")
    reload(context)
  }

  // MARK: The list

  mutating func listBookmarks(_ context: TutorContext) {
    guard !bookmarks.isEmpty else {
      context.notice = context.words("bookmarks.none")
      return
    }
    let page = reader.page
    let list = BookmarkList(
      bookmarks,
      words: { bookmark in
        let line = page.line(of: ReaderAnnotation(bookmark).position)
        return page.lines.indices.contains(line) ? page.lines[line].text.plain : ""
      }, theme: context.theme)
    sheet = .bookmarks(list)
  }

  mutating func performOnBookmarks(_ command: Command, _ list: BookmarkList, _ context: TutorContext) {
    var list = list
    switch command {
    case .open:
      sheet = nil
      if let bookmark = list.selected {
        reader.scroll(to: reader.page.line(of: ReaderAnnotation(bookmark).position))
      }
    case .removeBookmark:
      if let bookmark = list.selected { context.progress.remove(bookmark) }
      list.removeSelected()
      sheet = list.bookmarks.isEmpty ? nil : .bookmarks(list)
      reload(context)
    default: sheet = nil
    }
  }

  private mutating func reload(_ context: TutorContext) {
    bookmarks = context.progress.bookmarks(in: lesson.id)
    reader.annotations = bookmarks.map(ReaderAnnotation.init)
  }
}
