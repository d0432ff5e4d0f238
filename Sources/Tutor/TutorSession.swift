import Terminal
import Widgets

/// The whole tutor between two events: a stack of screens, pure of any terminal. Events go in, surfaces come out.
public struct TutorSession {
  public let context: TutorContext
  public private(set) var isOver = false
  private var screens: [any Screen]
  private var help: HelpOverlay?

  /// Below this nothing useful can be drawn.
  static let smallest = Size(width: 24, height: 8)

  /// Begins at the first start's questions, or where the learner left off.
  public init(context: TutorContext) {
    self.context = context
    screens = context.isFirstStart ? [WelcomeScreen()] : [RoadmapScreen(context)]
    if !context.isFirstStart, let place = context.progress.lastPlace, let screen = LessonScreen(place, context) {
      screens.append(screen)
    }
  }

  /// Whether another thread still owes the screen something: its wake will come.
  public var isBusy: Bool { screens.last?.isBusy == true }

  /// Takes one event; afterwards the picture may have changed.
  public mutating func handle(_ event: InputEvent) {
    guard !isOver else { return }
    switch event {
    case .terminate: leave()
    case .wake: screens[screens.count - 1].wake(context)
    case .resize, .focus: break
    case .key(let key): press(key)
    case .paste, .mouse:
      if help == nil { go(screens[screens.count - 1].handle(event, context)) }
    }
  }

  /// The picture at a size, and where text is being typed.
  public mutating func draw(_ size: Size) -> (surface: Surface, cursor: Point?) {
    var surface = Surface(size)
    guard size.width >= Self.smallest.width, size.height >= Self.smallest.height else {
      drawTooSmall(on: &surface)
      return (surface, nil)
    }
    let (area, line) = surface.bounds.splitBottom(1)
    let top = screens.count - 1
    var cursor = screens[top].draw(on: &surface, in: area, context)
    let hints = help == nil ? screens[top].keys(context).hints(context) : []
    let message = StyledText(" " + (context.notice ?? screens[top].status(context)), context.theme.statusLine)
    StatusLine(message: message, hints: hints)
      .draw(on: &surface, in: line, theme: context.theme)
    if help != nil {
      help?.draw(on: &surface, in: area, context)
      cursor = nil
    }
    if context.theme.glyphs == .ascii { PlainSigns.replace(in: &surface) }
    return (surface, cursor)
  }

  /// Stops what runs and keeps where the learner is. Safe to call twice.
  public mutating func leave() {
    guard !isOver else { return }
    isOver = true
    for index in screens.indices.reversed() { screens[index].close(context) }
    context.progress.flush()
  }

  private mutating func press(_ key: Key) {
    context.notice = nil
    if help != nil {
      if help?.handle(key) != true { help = nil }
      return
    }
    let top = screens.count - 1
    guard let command = screens[top].keys(context).command(for: key) else {
      return go(screens[top].handle(.key(key), context))
    }
    switch command {
    case .help: help = HelpOverlay(table: screens[top].keys(context))
    case .flipLanguage: context.language = context.language.other
    case .quit: leave()
    default: go(screens[top].perform(command, context))
    }
  }

  private mutating func go(_ navigation: Navigation) {
    switch navigation {
    case .stay: break
    case .push(let screen): screens.append(screen)
    case .replace(let screen):
      screens[screens.count - 1].close(context)
      screens[screens.count - 1] = screen
    case .back:
      guard screens.count > 1 else { return leave() }
      screens[screens.count - 1].close(context)
      screens.removeLast()
      if screens.count == 1 { context.progress.keepScreen("roadmap") }
      screens[screens.count - 1].wake(context)
    case .quit: leave()
    }
  }

  private func drawTooSmall(on surface: inout Surface) {
    let size = ["width": String(surface.width), "height": String(surface.height)]
    surface.write(context.words("small.title"), x: 0, y: 0, style: context.theme.strong)
    surface.write(context.words("small.line", size), x: 0, y: 1)
  }
}
