import Terminal
import Widgets
import Wording

/// The second question of a first start: how Gradus should look.
struct ColoursScreen: Screen {
  func keys(_ context: TutorContext) -> KeyTable { .choosing + .moving + .basics }

  func perform(_ command: Command, _ context: TutorContext) -> Navigation {
    let looks = Look.allCases
    let index = looks.firstIndex(of: context.look) ?? 0
    switch command {
    case .up: context.look = looks[(index + looks.count - 1) % looks.count]
    case .down: context.look = looks[(index + 1) % looks.count]
    case .open: return .replace(TourScreen())
    case .back: return .replace(WelcomeScreen())
    case .quit: return .quit
    default: break
    }
    return .stay
  }

  func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    var page = FirstStartPage(title: context.words("colours.title"), hint: context.words("colours.hint"))
    page.lines = [context.words("colours.line"), "", "", context.words("colours.question")]
    page.samples = 2
    page.choices = Look.allCases.map { context.words("colours.\($0.rawValue)") }
    page.chosen = Look.allCases.firstIndex(of: context.look) ?? 0
    page.draw(on: &surface, in: area, context.theme)
    return nil
  }
}
