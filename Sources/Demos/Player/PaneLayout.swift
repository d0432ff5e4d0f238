import Terminal

/// Where the parts of a demo's pane stand. The picture gets what the others leave; on a low pane they go one by one:
/// first the title, then the metrics, the knobs, the narration, the player line.
public struct PaneLayout: Hashable, Sendable {
  public let title: Rect
  /// One picture a run; a run that is not shown has an empty one.
  public let pictures: [Rect]
  /// The line above each picture that says which run it is; empty rectangles for a single run.
  public let labels: [Rect]
  public let narration: Rect
  public let metrics: Rect
  public let knobs: Rect
  public let player: Rect
  /// The source beside the picture, below it, or in its place, as there is room; empty where it is not shown.
  public let code: Rect

  /// Columns that two pictures side by side need; below that, only the focused one is shown.
  private static let sideBySide = 56

  public init(size: Size, card: DemoCard, lanes: Int, focus: Int, showsCode: Bool = false) {
    let height = size.height
    let takesKnobs = height >= 8 && !card.knobs.isEmpty
    let isNarrow = size.width < 60
    var rest = Rect(size)
    (title, rest) = rest.splitTop(height >= (isNarrow ? 14 : 12) ? 1 : 0)
    (rest, player) = rest.splitBottom(height >= 3 ? 1 : 0)
    (rest, knobs) = rest.splitBottom(takesKnobs ? KnobStrip.rows(card, size) : 0)
    (rest, metrics) = rest.splitBottom(height >= 10 ? 1 : 0)
    (rest, narration) = rest.splitBottom(height >= (isNarrow ? 11 : 16) ? 2 : height >= 5 ? 1 : 0)
    (rest, code) = showsCode ? CodeLayout.split(rest) : (rest, rest.splitLeft(0).left)
    let columns = Self.columns(of: rest, lanes: lanes, focus: focus)
    let labelled = lanes > 1 && rest.height > 3
    labels = columns.map { $0.splitTop(labelled ? 1 : 0).top }
    pictures = columns.map { $0.splitTop(labelled ? 1 : 0).rest }
  }

  private static func columns(of area: Rect, lanes: Int, focus: Int) -> [Rect] {
    guard lanes > 1 else { return [area] }
    guard area.width >= sideBySide else {
      return (0..<lanes).map { $0 == focus ? area : Rect(x: area.x, y: area.y, width: 0, height: 0) }
    }
    let width = (area.width - (lanes - 1)) / lanes
    return (0..<lanes).map { Rect(x: area.x + $0 * (width + 1), y: area.y, width: width, height: area.height) }
  }
}
