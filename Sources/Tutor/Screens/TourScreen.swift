import Terminal
import Widgets
import Wording

/// Four short pages about how Gradus works; Enter leaves them at any page.
struct TourScreen: Screen {
  private var page = 0
  private let pages = 4

  func keys(_ context: TutorContext) -> KeyTable {
    KeyTable([
      KeyBinding([.enter], .open, "Enter", "place.roadmap", hint: 10),
      KeyBinding([.right, .character("l"), .character(" "), .pageDown, .tab], .right, "→", "key.next-page", hint: 11),
      KeyBinding([.left, .character("h"), .pageUp, .backTab], .left, "←", "key.page-up"),
    ]) + .basics
  }

  mutating func perform(_ command: Command, _ context: TutorContext) -> Navigation {
    switch command {
    case .right: page = min(page + 1, pages - 1)
    case .left: page = max(page - 1, 0)
    case .open:
      context.finishFirstStart()
      return .replace(RoadmapScreen(context))
    case .back: return .replace(ColoursScreen())
    case .quit: return .quit
    default: break
    }
    return .stay
  }

  func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    let number = ["page": String(page + 1), "pages": String(pages)]
    var sheet = FirstStartPage(
      title: context.words("tour.title"), hint: context.words(page + 1 < pages ? "tour.hint" : "tour.last-hint"))
    sheet.lines = [
      context.words("tour.page", number), "", context.words("tour.\(page + 1).title"), "",
      context.words("tour.\(page + 1).body"),
    ]
    sheet.strong = 2
    sheet.draw(on: &surface, in: area, context.theme)
    return nil
  }
}
