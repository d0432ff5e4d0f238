import Course
import Terminal
import Widgets

/// What lies over a screen and has the keys until it is closed.
enum SessionSheet {
  case help(HelpOverlay)
  case palette(PaletteSheet)
  case card(TermCard)

  /// What a sheet asks the session to do.
  enum Answer {
    case stay, close
    case perform(Command)
    case go(TutorPlace)
    case openDemo(String)
    case choose(PreferenceField, String)
    case explain(GlossaryEntry)
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) -> Answer {
    switch self {
    case .help(var help):
      let answer = Self.read(event, scroll: { help.scroll(by: $0) }, key: { help.handle($0) })
      self = .help(help)
      return answer
    case .card(var card):
      let answer = Self.read(event, scroll: { card.overlay.scroll(by: $0) }, key: { card.overlay.handle($0) })
      self = .card(card)
      return answer
    case .palette(var palette):
      let answer = palette.handle(event, context)
      self = .palette(palette)
      return answer
    }
  }

  /// Returns where text is being typed.
  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    switch self {
    case .help(var help):
      help.draw(on: &surface, in: area, context)
      self = .help(help)
      return nil
    case .card(var card):
      card.draw(on: &surface, in: area, context)
      self = .card(card)
      return nil
    case .palette(var palette):
      let cursor = palette.draw(on: &surface, in: area, context)
      self = .palette(palette)
      return cursor
    }
  }

  /// A text to read: the wheel and the arrows scroll, any other key closes, clicks do nothing.
  private static func read(_ event: InputEvent, scroll: (Int) -> Void, key: (Key) -> Bool) -> Answer {
    switch event {
    case .key(let pressed): return key(pressed) ? .stay : .close
    case .mouse(let mouse) where mouse.action == .wheelUp: scroll(-3)
    case .mouse(let mouse) where mouse.action == .wheelDown: scroll(3)
    default: break
    }
    return .stay
  }
}
