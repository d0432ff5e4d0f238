import Course
import Terminal
import Widgets
import Wording

/// The whole road as a tree of stages, modules and lessons, with what is done, begun and coming.
struct RoadmapScreen: Screen {
  private var tree: TreeView
  private var shown: Rect = Rect(x: 0, y: 0, width: 0, height: 0)
  private var details: [String: LessonHeader] = [:]
  /// What the tree was built from: it is built anew only when one of them changed.
  private var built: Built?

  private struct Built: Equatable {
    var language: Language
    var theme: Theme
    var revision: Int
  }

  init(_ context: TutorContext) {
    let current = context.progress.lastLesson ?? context.nextLesson?.id
    tree = TreeView([], expanded: Self.opened(context))
    build(context)
    if let current { tree.select(current) }
  }

  func keys(_ context: TutorContext) -> KeyTable { .roadmap }

  func place(_ context: TutorContext) -> TutorPlace? { .roadmap(selected: tree.selected) }

  mutating func show(_ place: TutorPlace, _ context: TutorContext) -> Bool {
    guard case .roadmap(let id) = place else { return false }
    if let id { tree.select(id) }
    return true
  }

  func takesLooseKeys(_ context: TutorContext) -> Bool { false }

  mutating func perform(_ command: Command, _ context: TutorContext) -> Navigation {
    switch command {
    case .up: _ = tree.handle(.up)
    case .down: _ = tree.handle(.down)
    case .left: _ = tree.handle(.left)
    case .right: _ = tree.handle(.right)
    case .pageUp: _ = tree.handle(.pageUp)
    case .pageDown: _ = tree.handle(.pageDown)
    case .top: _ = tree.handle(.home)
    case .bottom: _ = tree.handle(.end)
    case .open: return open(context)
    case .nextWritten: selectWritten(after: 1, context)
    case .previousWritten: selectWritten(after: -1, context)
    case .gallery: return .go(.gallery)
    case .back, .quit: return .quit
    default: break
    }
    return .stay
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) -> Navigation {
    guard case .mouse(let mouse) = event else { return .stay }
    switch mouse.action {
    case .wheelUp: _ = tree.handle(.up)
    case .wheelDown: _ = tree.handle(.down)
    case .press:
      guard let id = tree.id(at: mouse.position, in: shown, theme: context.theme) else { break }
      if id == tree.selected { return open(context) }
      tree.select(id)
    default: break
    }
    return .stay
  }

  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    build(context)
    let (top, body) = area.splitTop(2)
    drawTop(on: &surface, in: top, context)
    let isWide = area.width >= 100
    let (left, right) = isWide ? body.splitLeft(min(66, area.width * 55 / 100)) : body.splitLeft(body.width)
    let (list, below) = isWide || body.height < 14 ? (left, nil) : { ($0.rest, $0.bottom) }(left.splitBottom(6))
    shown = list.inset(x: 1)
    tree.draw(on: &surface, in: shown, theme: context.theme)
    let panel = isWide ? right : below
    if let below {
      let dash: Unicode.Scalar = context.theme.glyphs == .unicode ? "─" : "-"
      surface.fill(below.splitTop(1).top.inset(x: 1), with: dash, style: context.theme.border)
    }
    if let panel {
      drawDetail(on: &surface, in: (isWide ? panel : panel.splitTop(1).rest).inset(x: 2), isWide: isWide, context)
    }
    return nil
  }

  func status(_ context: TutorContext) -> String {
    let written = context.course.entries.filter(\.isWritten)
    let passed = written.filter { context.progress.state(of: $0.id) == .passed }.count
    return context.words(
      "roadmap.count",
      [
        "passed": String(passed), "ready": String(written.count),
        "coming": String(context.course.entries.count - written.count),
      ])
  }

  private mutating func build(_ context: TutorContext) {
    let wanted = Built(language: context.language, theme: context.theme, revision: context.progress.revision)
    guard wanted != built else { return }
    tree.roots = RoadmapTree(context).nodes
    built = wanted
  }

  // MARK: Choosing

  /// Goes to the next lesson that is written, or the one before; around the ends.
  private mutating func selectWritten(after direction: Int, _ context: TutorContext) {
    let all = context.course.entries
    let here = all.firstIndex { $0.id == tree.selected } ?? (direction > 0 ? -1 : 0)
    for distance in 1...max(1, all.count) {
      let index = ((here + direction * distance) % all.count + all.count) % all.count
      if all[index].isWritten { return tree.select(all[index].id) }
    }
  }

  private mutating func open(_ context: TutorContext) -> Navigation {
    guard let id = tree.selected else { return .stay }
    guard let entry = context.course.entry(id) else {
      _ = tree.handle(.enter)
      return .stay
    }
    guard entry.isWritten else {
      context.notice = context.words("roadmap.coming")
      return .stay
    }
    let place = context.progress.place(in: id) ?? LessonPlace(lesson: id)
    guard let screen = LessonScreen(place, context) else {
      context.notice = context.words("lesson.fault")
      return .stay
    }
    return .push(screen)
  }

  /// Stages and modules with written lessons begin unfolded.
  private static func opened(_ context: TutorContext) -> Set<String> {
    var ids: Set<String> = []
    for stage in context.course.stages {
      let modules = stage.modules.filter { $0.lessons.contains(where: \.isWritten) }
      if !modules.isEmpty { ids.insert(RoadmapTree.id(stage)) }
      ids.formUnion(modules.map { RoadmapTree.id($0) })
    }
    return ids
  }

  // MARK: Drawing

  private func drawTop(on surface: inout Surface, in rect: Rect, _ context: TutorContext) {
    let title = context.words("app.name") + " · " + context.course.title[context.language]
    surface.write(
      title.truncated(to: rect.width - 2, glyphs: context.theme.glyphs), x: rect.x + 1, y: rect.y,
      style: context.theme.heading, clip: rect)
  }

  private mutating func drawDetail(on surface: inout Surface, in rect: Rect, isWide: Bool, _ context: TutorContext) {
    guard !rect.isEmpty, let id = tree.selected else { return }
    let lines = RoadmapDetail(id: id, header: header(id, context), context: context).lines(isWide: isWide)
    var y = rect.y
    for line in lines.flatMap({ $0.isEmpty ? [$0] : $0.wrapped(to: rect.width) }) {
      guard y < rect.maxY else { return }
      line.draw(on: &surface, x: rect.x, y: y, columns: rect.width, clip: rect)
      y += 1
    }
  }

  /// A lesson's front matter, read when it is first selected.
  private mutating func header(_ id: String, _ context: TutorContext) -> LessonHeader? {
    let key = id + context.language.rawValue
    if let known = details[key] { return known }
    guard let entry = context.course.entry(id), entry.isWritten else { return nil }
    details[key] = context.folder.lesson(entry).value?[context.language].header
    return details[key]
  }
}
