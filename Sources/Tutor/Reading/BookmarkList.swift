import Course
import Terminal
import Widgets

/// The bookmarks and notes of a lesson, over its text: Enter goes to one, `x` takes it away.
struct BookmarkList {
  private(set) var bookmarks: [Bookmark]
  private var list: ListView

  /// - Parameter words: the row of text that each stands at.
  init(_ bookmarks: [Bookmark], words: (Bookmark) -> String, theme: Theme) {
    self.bookmarks = bookmarks
    list = ListView(
      bookmarks.map { bookmark in
        let sign = ReaderAnnotation(at: .start, note: bookmark.note).sign(theme.glyphs)
        let text = bookmark.note.isEmpty ? words(bookmark) : bookmark.note
        return ListRow(StyledText(text, theme.text), mark: StyledText(sign, theme.warning))
      })
  }

  var selected: Bookmark? { bookmarks.indices.contains(list.selected) ? bookmarks[list.selected] : nil }

  mutating func handle(_ key: Key) { _ = list.handle(key) }

  mutating func removeSelected() {
    guard selected != nil else { return }
    bookmarks.remove(at: list.selected)
    list.rows.remove(at: list.selected)
  }

  func draw(on surface: inout Surface, in rect: Rect, _ context: TutorContext) {
    let size = Size(width: min(rect.width, 72), height: min(rect.height, bookmarks.count + 2))
    let box = rect.centred(size)
    surface.fill(box, style: context.theme.text)
    let frame = Frame(
      title: context.words("bookmarks.title"), footer: context.words("bookmarks.close"), isFocused: true)
    list.draw(on: &surface, in: frame.draw(on: &surface, in: box, theme: context.theme), theme: context.theme)
  }
}
