import Course
import Terminal
import Widgets
import Wording

extension ReaderPane {
  mutating func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool, _ context: TutorContext) -> Point? {
    follow(context)
    let (page, line) = rect.splitBottom(field == nil ? 0 : 1)
    note(area: page)
    reader.layOut(in: page.size, theme: context.theme, words: context.documentWords, boxes: boxes(context))
    showPendingFinding()
    reader.draw(on: &surface, in: page, theme: context.theme)
    if isFocused { markActiveBox(on: &surface, in: page, context) }
    drawSheet(on: &surface, in: page, context)
    return drawField(on: &surface, in: line, context)
  }

  private func boxes(_ context: TutorContext) -> ReaderBoxes {
    let box = FenceBox(lesson: lesson[language], guesses: guesses, context: context, terms: terms)
    let (assets, theme) = (context.assets, context.theme)
    return ReaderBoxes(
      fence: { box.lines($0, width: $1) },
      image: { path, width in
        guard let assets, let picture = PictureFile(path, below: assets) else { return nil }
        return PictureLines.of(picture, width: width, theme: theme)
      })
  }

  private mutating func drawSheet(on surface: inout Surface, in page: Rect, _ context: TutorContext) {
    switch sheet {
    case .explanation(var overlay):
      if let now = explanation(context) {
        (overlay.title, overlay.text, overlay.footer) = (now.title, now.text, now.footer)
        overlay.maximumWidth = now.maximumWidth
      }
      overlay.layOut(in: page.size)
      overlay.draw(on: &surface, in: page, theme: context.theme)
      sheet = .explanation(overlay)
    case .bookmarks(let list): list.draw(on: &surface, in: page, context)
    case nil: break
    }
  }

  func status(_ context: TutorContext) -> String {
    if sheet != nil { return "" }
    if let search = reader.search, reader.activeMark == nil {
      let count = search.findings.count
      let text = ["text": search.text, "current": String(search.current + 1), "count": String(count)]
      return context.words(count == 0 ? "search.none" : "search.found", text)
    }
    if let mark = markStatus(context) { return mark }
    if let note = bookmark(at: reader.readingLine)?.note, !note.isEmpty {
      return context.words("bookmark.note", ["note": note])
    }
    return context.words("lesson.words", ["percent": String(Int(reader.progress * 100))])
  }

  private func markActiveBox(on surface: inout Surface, in page: Rect, _ context: TutorContext) {
    guard let box = activeBox, reader.activeMark == nil else { return }
    let mark = context.theme.glyphs == .unicode ? "▶" : ">"
    surface.write(mark, x: page.x, y: page.y + max(0, box.row), style: context.theme.accent, clip: page)
  }

  private func drawField(on surface: inout Surface, in line: Rect, _ context: TutorContext) -> Point? {
    guard let field else { return nil }
    let label =
      switch field {
      case .search: context.words("search.prompt")
      case .guess: context.words("lesson.predict-prompt")
      case .note: context.words("note.prompt")
      }
    return PromptLine(label: label, field: field.text).draw(on: &surface, in: line, theme: context.theme)
  }
}
