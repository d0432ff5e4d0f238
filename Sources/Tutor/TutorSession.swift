import Terminal
import Widgets

/// The whole tutor between two events: a stack of screens, pure of any terminal. Events go in, surfaces come out.
public struct TutorSession {
  public let context: TutorContext
  public internal(set) var isOver = false
  var screens: [any Screen]
  var history = PlaceHistory()
  /// What lies over the screen and has the keys: the help, the palette, a card.
  var sheet: SessionSheet?
  /// Where the status line and what is above it were drawn last, for clicks.
  var shown = Shown()

  struct Shown {
    var area = Rect(x: 0, y: 0, width: 0, height: 0)
    var line = Rect(x: 0, y: 0, width: 0, height: 0)
    var status = StatusLine()
    var hinted: [KeyBinding] = []
  }

  /// Below this nothing useful can be drawn.
  static let smallest = Size(width: 24, height: 8)

  /// Begins at the first start's questions, or where the learner left off.
  public init(context: TutorContext) {
    self.context = context
    screens = context.isFirstStart ? [WelcomeScreen()] : [RoadmapScreen(context)]
    history.visit(top.place(context))
    if !context.isFirstStart, let place = context.progress.lastPlace, let screen = LessonScreen(place, context) {
      screens.append(screen)
      history.visit(top.place(context))
    }
  }

  /// Whether another thread still owes the screen something: its wake will come.
  public var isBusy: Bool { screens.last?.isBusy == true }

  /// Takes one event; afterwards the picture may have changed.
  public mutating func handle(_ event: InputEvent) {
    guard !isOver else { return }
    switch event {
    case .terminate: leave()
    case .wake: top.wake(context)
    case .resize, .focus: break
    case .key(let key): press(key)
    case .paste(let text): paste(text)
    case .mouse(let mouse): point(mouse)
    }
  }

  /// The picture at a size, and where text is being typed.
  public mutating func draw(_ size: Size) -> (surface: Surface, cursor: Point?) {
    var surface = Surface(size)
    guard size.width >= Self.smallest.width, size.height >= Self.smallest.height else {
      drawTooSmall(on: &surface)
      surface.paint(context.theme)
      return (surface, nil)
    }
    let (area, line) = surface.bounds.splitBottom(1)
    var cursor = top.draw(on: &surface, in: area, context)
    drawStatus(on: &surface, in: line, above: area)
    if sheet != nil { cursor = sheet?.draw(on: &surface, in: area, context) }
    if context.theme.glyphs == .ascii { PlainSigns.replace(in: &surface) }
    surface.paint(context.theme)
    return (surface, cursor)
  }

  /// Stops what runs and keeps where the learner is. Safe to call twice.
  public mutating func leave() {
    guard !isOver else { return }
    isOver = true
    for index in screens.indices.reversed() { screens[index].close(context) }
    context.progress.flush()
  }

  var top: any Screen {
    get { screens[screens.count - 1] }
    set { screens[screens.count - 1] = newValue }
  }

  /// The keys that act now, as the learner chose them.
  var keys: KeyTable { top.keys(context).customised(context.preferences.value.keys) }

  // MARK: Drawing

  private mutating func drawStatus(on surface: inout Surface, in line: Rect, above area: Rect) {
    let hinted = sheet == nil ? keys.hinted : []
    let message = StyledText(" " + (context.notice ?? status), context.theme.statusLine)
    let hints = hinted.map { KeyHint($0.shortLabel(context.theme.glyphs), context.words($0.words)) }
    shown = Shown(area: area, line: line, status: StatusLine(message: message, hints: hints), hinted: hinted)
    shown.status.draw(on: &surface, in: line, theme: context.theme)
  }

  /// What the screen says, and that nothing can be saved where that is so.
  private var status: String {
    let status = top.status(context)
    return context.progress.fault == nil ? status : context.words("notice.unsaved") + " · " + status
  }

  private func drawTooSmall(on surface: inout Surface) {
    let size = ["width": String(surface.width), "height": String(surface.height)]
    surface.write(context.words("small.title"), x: 0, y: 0, style: context.theme.strong)
    surface.write(context.words("small.line", size), x: 0, y: 1)
  }
}
