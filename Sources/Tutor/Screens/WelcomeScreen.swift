import Terminal
import Widgets
import Wording

/// The first question of a first start: which language. Enter accepts the one marked.
struct WelcomeScreen: Screen {
  func keys(_ context: TutorContext) -> KeyTable { .choosing + .moving + .basics }

  func perform(_ command: Command, _ context: TutorContext) -> Navigation {
    switch command {
    case .up, .down: context.language = context.language.other
    case .open: return .replace(ColoursScreen())
    case .back, .quit: return .quit
    default: break
    }
    return .stay
  }

  func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    var page = FirstStartPage(title: context.words("welcome.title"), hint: context.words("welcome.hint"))
    page.lines = [context.words("welcome.line"), "", context.words("welcome.language")]
    page.choices = Language.allCases.map(\.name)
    page.chosen = Language.allCases.firstIndex(of: context.language) ?? 0
    page.draw(on: &surface, in: area, context.theme)
    return nil
  }
}
