import Course
import Demos
import Markup
import Terminal
import Widgets
import Wording

/// A lesson: theory, demo and quiz, side by side where there is room, as tabs where not.
struct LessonScreen: Screen {
  private let lesson: Lesson
  private var reader: ReaderPane
  private var stage: DemoStage?
  private var quiz: QuizPane
  private var pane: LessonPane
  /// The pane shown beside the theory where there is room for two.
  private var companion: LessonPane
  /// The pane from which the demo was set up; one place back from it.
  private var origin: LessonPane?

  /// Opens a lesson at its place; nil where the course has no such lesson or it can't be read.
  init?(_ place: LessonPlace, _ context: TutorContext) {
    guard let entry = context.course.entry(place.lesson), entry.isWritten,
      let lesson = context.folder.lesson(entry).value
    else { return nil }
    self.lesson = lesson
    reader = ReaderPane(lesson, at: place.position, context)
    quiz = QuizPane(lesson, context)
    stage = nil
    pane = .theory
    companion = lesson[context.language].header.demo == nil ? .quiz : .demo
    if let demo = lesson[context.language].header.demo { setUp(RunRequest.opening(lesson, demo, context), context) }
    pane = panes.contains(place.pane) ? place.pane : .theory
    if pane != .theory { companion = pane }
    if let finding = place.finding { reader.find(finding, at: place.position) }
    context.progress.open(lesson.id)
    context.progress.keepScreen("lesson")
  }

  func keys(_ context: TutorContext) -> KeyTable {
    switch pane {
    case .theory: reader.keys
    case .demo: stage?.keys() ?? .everywhere
    case .quiz: quiz.keys
    }
  }

  func place(_ context: TutorContext) -> TutorPlace? {
    .lesson(LessonPlace(lesson: lesson.id, pane: pane, position: reader.position))
  }

  mutating func show(_ place: TutorPlace, _ context: TutorContext) -> Bool {
    guard case .lesson(let place) = place, place.lesson == lesson.id else { return false }
    if panes.contains(place.pane) { focus(place.pane) }
    reader.go(to: place.position)
    if let finding = place.finding { reader.find(finding, at: place.position) }
    return true
  }

  /// What trains goes on when the learner is back.
  mutating func cover(_ context: TutorContext) { stage?.pause() }

  mutating func perform(_ command: Command, _ context: TutorContext) -> Navigation {
    // The quiz keeps what is typed, so its field need not be left first.
    switch (command, isTyping && pane != .quiz) {
    case (.nextPane, false): turn(by: 1)
    case (.previousPane, false): turn(by: -1)
    default: return performInPane(command, context)
    }
    return .stay
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) -> Navigation {
    if case .mouse(let mouse) = event { return point(mouse, context) }
    return handOver(event, to: pane, context)
  }

  /// A press goes to the pane under it, and gives it the keys; so does the wheel, but the keys stay where they are.
  private mutating func point(_ mouse: MouseEvent, _ context: TutorContext) -> Navigation {
    if mouse.action == .press, let index = tabsShown.tabs.index(at: mouse.position, in: tabsShown.rect) {
      focus(panes[index])
      return .stay
    }
    guard let hit = layoutShown.pane(at: mouse.position) else { return .stay }
    switch mouse.action {
    case .press: focus(hit)
    case .drag, .release: return handOver(.mouse(mouse), to: pane, context)
    case .wheelUp, .wheelDown: break
    }
    return handOver(.mouse(mouse), to: hit, context)
  }

  private mutating func handOver(_ event: InputEvent, to pane: LessonPane, _ context: TutorContext) -> Navigation {
    switch pane {
    case .theory: reader.handle(event, context)
    case .demo: stage?.handle(event)
    case .quiz: quiz.handle(event, context)
    }
    return .stay
  }

  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    // The source of a demo stands beside its picture: then the demo takes all the room.
    let isAlone = pane == .demo && stage?.showsCode == true
    let layout = LessonLayout(area: area, panes: panes, focus: pane, companion: companion, isAlone: isAlone)
    layoutShown = layout
    drawTabs(on: &surface, in: layout.tabs, context)
    for x in layout.rules {
      let bar: Unicode.Scalar = context.theme.glyphs == .unicode ? "│" : "|"
      surface.fill(
        Rect(x: x, y: layout.tabs.maxY, width: 1, height: area.height - layout.tabs.height), with: bar,
        style: context.theme.border)
    }
    var cursor: Point?
    for (shown, rect) in layout.rects {
      let point = draw(shown, on: &surface, in: rect, context)
      if shown == pane { cursor = point }
    }
    return cursor
  }

  func status(_ context: TutorContext) -> String {
    let demo = stage?.status(context) ?? ""
    let own =
      switch pane {
      case .theory: reader.status(context)
      case .demo: stage?.watch?.words(context) ?? ""
      case .quiz: quiz.status(context)
      }
    return [own, demo].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  var isBusy: Bool { reader.isBusy || quiz.isBusy || stage?.isBusy == true }

  mutating func wake(_ context: TutorContext) {
    reader.wake(context)
    quiz.wake(context)
    guard stage?.see() == true, case .experiment(let experiment) = stage?.watch?.task else { return }
    context.keepTried(experiment.id, in: lesson.id)
    reader.experimentRun()
    context.notice = context.words("lesson.try-done")
  }

  mutating func close(_ context: TutorContext) {
    context.progress.keep(LessonPlace(lesson: lesson.id, pane: pane, position: reader.position))
    if let frame = stage?.frame { context.progress.keepSetup(SavedSetup(frame), in: lesson.id) }
    stage?.stop()
  }

  // MARK: Panes

  private var layoutShown = LessonLayout.empty
  private var tabsShown = (tabs: Tabs([]), rect: Rect(x: 0, y: 0, width: 0, height: 0))

  private var panes: [LessonPane] { stage == nil ? [.theory, .quiz] : LessonPane.allCases }

  private var isTyping: Bool {
    switch pane {
    case .theory: reader.isTyping
    case .demo: stage?.isTyping ?? false
    case .quiz: quiz.isTyping
    }
  }

  private mutating func turn(by places: Int) {
    let index = panes.firstIndex(of: pane) ?? 0
    focus(panes[(index + places + panes.count) % panes.count])
  }

  private mutating func focus(_ next: LessonPane) {
    pane = next
    if next != .theory { companion = next }
  }

  private mutating func performInPane(_ command: Command, _ context: TutorContext) -> Navigation {
    switch pane {
    case .theory:
      if command == .back, !reader.holdsBack { return .back }
      if case .setUp(let run, let task) = reader.perform(command, context) { show(run, for: task, context) }
    case .demo:
      guard stage?.perform(command, context) != true, command == .back else { break }
      guard let origin else { return .back }
      // The demo was opened from a box or a question: one place back is there.
      focus(origin)
      self.origin = nil
    case .quiz:
      switch quiz.perform(command, stage?.frame, context) {
      case .stay: break
      case .leave: return .back
      case .setUp(let run, let key): show(run, for: .goal(key), context)
      case .roadmap: return .back
      }
    }
    return .stay
  }

  private mutating func draw(
    _ shown: LessonPane, on surface: inout Surface, in rect: Rect, _ context: TutorContext
  ) -> Point? {
    switch shown {
    case .theory: return reader.draw(on: &surface, in: rect, isFocused: pane == .theory, context)
    case .demo: return stage?.draw(on: &surface, in: rect, isFocused: pane == .demo, context) ?? nil
    case .quiz: return quiz.draw(on: &surface, in: rect, isFocused: pane == .quiz, context)
    }
  }

  // MARK: The demo

  private mutating func show(_ run: RunRequest, for task: DemoTask?, _ context: TutorContext) {
    setUp(run, for: task, context)
    guard stage != nil else { return }
    origin = pane
    focus(.demo)
    context.notice = context.words("demo.set-up")
  }

  private mutating func setUp(_ run: RunRequest, for task: DemoTask? = nil, _ context: TutorContext) {
    do {
      let setup = try DemoSetup(run, context.language)
      stage?.stop()
      stage = DemoStage(setup, for: task, twin: lesson.twin, context)
    } catch {
      context.notice = RunFaultWords.sentence(error, context.language)
    }
  }

  // MARK: The top line

  private mutating func drawTabs(on surface: inout Surface, in line: Rect, _ context: TutorContext) {
    let titles = panes.map { context.words("pane.\($0.rawValue)") + ($0 == .quiz ? quiz.tally : "") }
    let tabs = Tabs(titles, selected: panes.firstIndex(of: pane) ?? 0)
    let width = titles.reduce(0) { $0 + TextWidth.of($1) + 3 }
    let (left, right) = line.splitRight(min(line.width, width + 1))
    let title = lesson[context.language].header.title.truncated(to: left.width - 2, glyphs: context.theme.glyphs)
    surface.write(title, x: left.x + 1, y: left.y, style: context.theme.heading, clip: left)
    tabs.draw(on: &surface, in: right, theme: context.theme)
    tabsShown = (tabs, right)
  }
}
