import Terminal

/// The three parts of a lesson.
public enum LessonPane: String, CaseIterable, Hashable, Sendable {
  case theory, demo, quiz
}

/// Where the parts of a lesson stand: one at 80 columns, two from 110, three from 180.
struct LessonLayout {
  let tabs: Rect
  let rects: [(pane: LessonPane, rect: Rect)]
  /// Columns of the lines between panes; the theory has its scroll mark there.
  let rules: [Int]

  static let empty = LessonLayout(tabs: Rect(x: 0, y: 0, width: 0, height: 0), rects: [], rules: [])

  private static let two = 110
  private static let three = 180

  private init(tabs: Rect, rects: [(pane: LessonPane, rect: Rect)], rules: [Int]) {
    self.tabs = tabs
    self.rects = rects
    self.rules = rules
  }

  /// - Parameter isAlone: the pane in focus takes all the room, however wide.
  init(area: Rect, panes: [LessonPane], focus: LessonPane, companion: LessonPane, isAlone: Bool = false) {
    let (tabs, body) = area.splitTop(1)
    self.tabs = tabs
    let shown: [LessonPane] =
      isAlone ? [focus] : area.width >= Self.three ? panes : area.width >= Self.two ? [.theory, companion] : [focus]
    var rest = body
    var rects: [(pane: LessonPane, rect: Rect)] = []
    var rules: [Int] = []
    for (index, pane) in shown.enumerated() {
      guard index + 1 < shown.count else {
        rects.append((pane, rest))
        break
      }
      let width = Self.width(of: pane, of: area.width, beside: shown.count - 1)
      let (rect, right) = rest.splitLeft(width)
      rects.append((pane, rect))
      if pane != .theory { rules.append(rect.maxX) }
      rest = right.splitLeft(1).rest
    }
    self.rects = rects
    self.rules = rules
  }

  func pane(at point: Point) -> LessonPane? { rects.first { $0.rect.contains(point) }?.pane }

  /// Text reads best at 60 to 75 columns; the demo takes what is left.
  private static func width(of pane: LessonPane, of total: Int, beside others: Int) -> Int {
    if others == 1 { return min(72, total * 46 / 100) }
    return pane == .theory ? min(72, total * 35 / 100) : total * 37 / 100
  }
}
