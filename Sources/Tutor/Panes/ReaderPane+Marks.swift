import Course
import Markup
import Terminal
import Widgets
import Wording

/// Terms, footnotes and links: going to them, and opening them.
extension ReaderPane {
  mutating func chooseMark(by direction: Int, _ context: TutorContext) {
    let isChosen = reader.chooseMark(by: direction)
    if !isChosen, reader.page.marks.isEmpty { context.notice = context.words("page.no-marks") }
  }

  /// False where no mark is chosen: Enter then opens a box.
  mutating func openMark(_ context: TutorContext) -> Bool {
    switch reader.activeMark?.mark {
    case nil: return false
    case .footnote, .footnoteText: _ = reader.followFootnote()
    case .term, .link: sheet = explanation(context).map { .explanation($0) }
    }
    return true
  }

  /// What the chosen term or link is explained by: in the language, the looks and the width of now.
  func explanation(_ context: TutorContext) -> Overlay? {
    switch reader.activeMark?.mark {
    case .term(let id):
      let width = min(76, Reader.maximumWidth, max(1, area.width - 6))
      return glossary.first { $0.id == id }.map { TermSheet(entry: $0, context: context).overlay(width: width) }
    case .link(let url): return Self.address(url, context)
    default: return nil
    }
  }

  /// The address alone, to be copied or typed: nothing is opened, and no escape sequence makes it clickable.
  private static func address(_ url: String, _ context: TutorContext) -> Overlay {
    Overlay(
      title: context.words("page.link-title"),
      text: [
        StyledText(url, context.theme.link), StyledText(),
        StyledText(context.words("page.link-hint"), context.theme.dim),
      ], footer: context.words("sheet.close"))
  }

  /// What Enter does with the chosen mark, for the status line.
  func markStatus(_ context: TutorContext) -> String? {
    switch reader.activeMark?.mark {
    case .term(let id):
      glossary.first { $0.id == id }.map { context.words("page.term", ["term": $0.term[context.language]]) }
    case .footnote(let number): context.words("page.footnote", ["number": String(number)])
    case .footnoteText(let number): context.words("page.footnote-text", ["number": String(number)])
    case .link: context.words("page.link")
    case nil: nil
    }
  }

  // MARK: What lies over the text

  mutating func performOnSheet(_ command: Command, _ context: TutorContext) {
    switch sheet {
    case .explanation(var overlay):
      let isUsed = Self.moves[command].map { overlay.handle($0) } ?? false
      sheet = isUsed || Self.moves[command] != nil ? .explanation(overlay) : nil
    case .bookmarks(var list):
      if let key = Self.moves[command] {
        list.handle(key)
        sheet = .bookmarks(list)
      } else {
        performOnBookmarks(command, list, context)
      }
    case nil: break
    }
  }

  static let moves: [Command: Key] = [
    .up: .up, .down: .down, .pageUp: .pageUp, .pageDown: .pageDown, .top: .home, .bottom: .end,
  ]
}
