import Demos
import Terminal
import Wording

/// The source of a demo beside its picture: opened, turned and closed by one key, scrolled by keys and the wheel.
struct SourceSheet {
  private let card: DemoCard
  /// The same in Python; nil where the lesson has none.
  private let twin: Bilingual?
  /// Nil while it is closed.
  private var pane: CodePane?
  /// Where it stands on the screen.
  private var area = Rect(x: 0, y: 0, width: 0, height: 0)

  init(_ card: DemoCard, twin: Bilingual?) {
    self.card = card
    self.twin = twin
  }

  var isOpen: Bool { pane != nil }

  /// Does a command of its own; false for others, and for all but its key while it is closed.
  mutating func perform(_ command: Command) -> Bool {
    switch command {
    case .code: turn()
    case .back where isOpen: pane = nil
    case .pageUp where isOpen: pane?.page(by: -1)
    case .pageDown where isOpen: pane?.page(by: 1)
    default: return false
    }
    return true
  }

  /// Takes a mouse event over it; false elsewhere.
  mutating func handle(_ mouse: MouseEvent) -> Bool {
    guard isOpen, area.contains(mouse.position) else { return false }
    if mouse.action == .wheelUp { pane?.scroll(by: -3) }
    if mouse.action == .wheelDown { pane?.scroll(by: 3) }
    return true
  }

  /// Draws it over the pane of the demo, where its frame leaves room.
  mutating func draw(_ frame: PlayerFrame, on surface: inout Surface, in rect: Rect, theme: Theme) {
    if let drawn = pane?.draw(frame, on: &surface, in: rect, theme: theme) { area = drawn }
  }

  /// Opens it, turns to the same in Python where there is no room for both, and closes it.
  private mutating func turn() {
    if pane == nil {
      pane = CodePane(card, twin: twin)
    } else if pane?.turn() != true {
      pane = nil
    }
  }
}
