import Demos
import Plots
import Terminal
import Widgets
import Wording

/// Every chart that Gradus draws, one at a time, with a list beside it where the terminal is wide.
///
/// An exhibit is computed on another thread when it is first shown, because some train a model.
struct GalleryScreen: Screen {
  /// An exhibit in a language: its words stand in the chart.
  private struct Key: Hashable {
    let id: String
    let language: Language
  }

  private var list = ListView([])
  private var charts: [Key: any Chart] = [:]
  private var work: (key: Key, job: BackgroundWork<any Chart>)?
  private var table: TableView?
  private var shownList: Rect = Rect(x: 0, y: 0, width: 0, height: 0)
  /// What the list was built for.
  private var language: Language?

  init() { list = ListView(Array(repeating: ListRow(""), count: ExhibitCatalogue.all.count)) }

  private var exhibit: Exhibit { ExhibitCatalogue.all[list.selected] }

  func keys(_ context: TutorContext) -> KeyTable { .gallery }

  func place(_ context: TutorContext) -> TutorPlace? { .gallery }

  func show(_ place: TutorPlace, _ context: TutorContext) -> Bool { place == .gallery }

  func takesLooseKeys(_ context: TutorContext) -> Bool { false }

  func status(_ context: TutorContext) -> String {
    context.words(
      "gallery.place", ["current": String(list.selected + 1), "count": String(ExhibitCatalogue.all.count)])
  }

  var isBusy: Bool { work != nil }

  mutating func perform(_ command: Command, _ context: TutorContext) -> Navigation {
    switch command {
    case .right: show(list.selected + 1)
    case .left: show(list.selected - 1)
    case .table: toggleTable(context)
    case .up: move(.up)
    case .down: move(.down)
    case .pageUp: move(.pageUp)
    case .pageDown: move(.pageDown)
    case .top: move(.home)
    case .bottom: move(.end)
    case .back: return .back
    case .quit: return .quit
    default: break
    }
    return .stay
  }

  mutating func handle(_ event: InputEvent, _ context: TutorContext) -> Navigation {
    guard case .mouse(let mouse) = event else { return .stay }
    switch mouse.action {
    case .wheelUp: move(.up)
    case .wheelDown: move(.down)
    case .press:
      if let row = list.index(at: mouse.position, in: shownList, theme: context.theme) { show(row) }
    default: break
    }
    return .stay
  }

  mutating func wake(_ context: TutorContext) {
    guard let work, let chart = work.job.result else { return }
    charts[work.key] = chart
    self.work = nil
  }

  mutating func draw(on surface: inout Surface, in area: Rect, _ context: TutorContext) -> Point? {
    name(context)
    let chart = chart(context)
    let isWide = area.width >= 100
    let (left, page) = area.splitLeft(isWide ? 34 : 0)
    shownList = left.inset(x: 1)
    if isWide {
      list.draw(on: &surface, in: shownList, theme: context.theme)
      let bar: Unicode.Scalar = context.theme.glyphs == .ascii ? "|" : "│"
      surface.fill(left.splitRight(1).right, with: bar, style: context.theme.border)
    }
    ExhibitPage(exhibit, chart, context.language, table: table).draw(
      on: &surface, in: page.inset(x: page.width >= 40 ? 1 : 0), theme: context.theme,
      waiting: context.words("gallery.computing"))
    return nil
  }

  /// The chart shown; where it is not known yet, it is asked for.
  private mutating func chart(_ context: TutorContext) -> (any Chart)? {
    let key = Key(id: exhibit.id, language: context.language)
    if let known = charts[key] { return known }
    if work?.key != key {
      let exhibit = exhibit
      work = (key, BackgroundWork(waker: context.waker) { exhibit.chart(key.language) })
    }
    return nil
  }

  /// The titles in the learner's language.
  private mutating func name(_ context: TutorContext) {
    guard language != context.language else { return }
    language = context.language
    list.rows = ExhibitCatalogue.all.map { ListRow($0.title[context.language]) }
    table = nil
  }

  private mutating func show(_ index: Int) {
    list.select(index)
    table = nil
  }

  /// With the table open the keys scroll it.
  private mutating func move(_ key: Terminal.Key) {
    if table != nil {
      _ = table?.handle(key)
    } else {
      _ = list.handle(key)
    }
  }

  private mutating func toggleTable(_ context: TutorContext) {
    guard table == nil else { return table = nil }
    table = chart(context).map { ExhibitPage.table(of: $0, context.language) }
  }
}
