import Terminal
import Widgets
import Wording

/// The source that a demo runs, what runs next marked, the figures of the moment beside their lines; and the same in
/// Python. It follows the run, and scrolls.
public struct CodePane: Sendable {
  private let regions: [SourceRegion]
  private let twin: Bilingual?
  private var texts: [CodeText] = []
  private var twinText: CodeText?
  private var twinLines: [String] = []
  /// Shown alone where there is no room for both.
  private var showsTwin = false
  private var hasRoomForBoth = false
  /// The line that ran next when it was last seen, and how many rows below the top it stands.
  private var anchor = CodeRows.Place(region: 0, line: 0)
  private var isAnchored = false
  private var offset = 0
  private var twinTop = 0
  private var visible = 1
  /// Whether something stands at its left.
  private var isBeside = false

  /// - Parameter twin: the same in Python; nil where nobody wrote it.
  public init(_ card: DemoCard, twin: Bilingual? = nil) {
    regions = card.regions.compactMap { SourceRegion.named($0) }
    self.twin = twin
  }

  /// Turns to the next page; false where there is none, so that it is to be closed.
  public mutating func turn() -> Bool {
    guard twin != nil, !hasRoomForBoth, !showsTwin else { return false }
    showsTwin = true
    return true
  }

  /// Scrolls by rows; to the next step of the run it comes back by itself.
  public mutating func scroll(by rows: Int) {
    offset -= rows
    twinTop += rows
  }

  /// Scrolls by what is seen at a time.
  public mutating func page(by pages: Int) { scroll(by: pages * max(1, visible - 2)) }

  /// Draws over the pane of the demo, of any size, where its frame leaves room for the source; returns the place.
  @discardableResult
  public mutating func draw(_ frame: PlayerFrame, on surface: inout Surface, in rect: Rect, theme: Theme) -> Rect {
    let area = frame.layout(rect.size).code
    let place = Rect(x: rect.x + area.x, y: rect.y + area.y, width: area.width, height: area.height)
    isBeside = area.x > 0
    if place.width > 2, place.height > 0 { drawPages(frame, on: &surface, in: place, theme) }
    return place
  }

  private mutating func drawPages(_ frame: PlayerFrame, on surface: inout Surface, in rect: Rect, _ theme: Theme) {
    var pane = Surface(rect.size)
    let python = twin.map { lines($0[frame.language]) } ?? []
    let both = twin == nil ? nil : CodeLayout.split(pane.bounds, twin: Self.size(of: python))
    hasRoomForBoth = both != nil
    if let both {
      drawSource(frame, on: &pane, in: both.source, theme)
      drawTwin(frame, python, on: &pane, in: both.twin, theme)
    } else if showsTwin {
      drawTwin(frame, python, on: &pane, in: pane.bounds, theme)
    } else {
      drawSource(frame, on: &pane, in: pane.bounds, theme)
    }
    surface.blit(pane, x: rect.x, y: rect.y, clip: rect)
  }

  // MARK: The source

  private mutating func drawSource(_ frame: PlayerFrame, on pane: inout Surface, in rect: Rect, _ theme: Theme) {
    let body = drawHead(sourceHead(frame, rect, theme), on: &pane, in: rect, theme)
    let width = max(8, body.width - 1)
    if texts.first?.width != width || texts.first?.theme != theme {
      texts = regions.map {
        CodeText($0.lines, firstNumber: $0.firstLine, language: "swift", width: width, theme: theme)
      }
    }
    let all = CodeRows(regions, texts, frame)
    let top = follow(all, CodeRows.next(regions, frame), height: body.height)
    drawRows(all.rows, top: top, on: &pane, in: body, theme)
  }

  /// The top row: where it was, unless the run has gone on to another place that is out of sight.
  private mutating func follow(_ all: CodeRows, _ next: CodeRows.Place?, height: Int) -> Int {
    visible = max(1, height)
    if let next, next != anchor || !isAnchored {
      let row = all.row(of: next)
      let top = isAnchored ? all.row(of: anchor) - offset : 0
      let (start, end) = (all.starts[next.region], all.starts[next.region + 1])
      let fits = end - start <= visible
      let isSeen = fits ? start >= top && end <= top + visible : row >= top && row < top + visible
      offset = row - (isSeen ? top : fits ? start : row - visible / 3)
      (anchor, isAnchored) = (next, true)
    }
    let row = all.row(of: anchor)
    let top = max(0, min(row - offset, all.rows.count - visible))
    offset = row - top
    return top
  }

  /// The regions by name, the one that runs in brackets.
  private func sourceHead(_ frame: PlayerFrame, _ rect: Rect, _ theme: Theme) -> StyledLine {
    var head = StyledText()
    for region in regions {
      let name = region.id.split(separator: "#").last.map(String.init) ?? region.id
      let isActive = region.id == frame.activeRegion
      head.append((isActive ? "[" : " ") + name + (isActive ? "]" : " "), isActive ? theme.accent : theme.dim)
    }
    return head
  }

  // MARK: Python

  private mutating func drawTwin(
    _ frame: PlayerFrame, _ lines: [String], on pane: inout Surface, in rect: Rect, _ theme: Theme
  ) {
    let head = StyledText(" " + CodeWords.twin[frame.language] + " ", theme.strong)
    let body = drawHead(head, on: &pane, in: rect, theme)
    let width = max(8, body.width - 1)
    if twinText?.width != width || twinText?.theme != theme || twinLines != lines {
      let room = width - 5
      let fitting = lines.map { TextWidth.of($0) > room ? Self.squeezed($0) : $0 }
      twinText = CodeText(fitting, firstNumber: 1, language: "python", width: width, theme: theme)
      twinLines = lines
    }
    guard let text = twinText else { return }
    let rows = text.lines.indices.flatMap { text.rows($0, mark: .none, figures: StyledText()) }
    twinTop = max(0, min(twinTop, rows.count - body.height))
    drawRows(rows, top: twinTop, on: &pane, in: body, theme)
  }

  /// A line without the blanks that bring its comment below those of other lines.
  private static func squeezed(_ line: String) -> String {
    guard let range = line.firstRange(of: "   #") else { return line }
    var code = line[..<range.lowerBound]
    while code.last == " " { code.removeLast() }
    return code + "  " + line[range.lowerBound...].drop { $0 == " " }
  }

  /// Columns and rows that it takes unbroken, with an edge and the numbers of its lines.
  private static func size(of lines: [String]) -> Size {
    Size(width: (lines.map { TextWidth.of($0) }.max() ?? 0) + 8, height: lines.count)
  }

  private func lines(_ code: String) -> [String] {
    var lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  // MARK: Both

  /// A rule with the head in it, and at the left an edge where something stands there; returns what is left.
  private func drawHead(_ head: StyledLine, on pane: inout Surface, in rect: Rect, _ theme: Theme) -> Rect {
    let isPlain = theme.glyphs == .ascii
    let (edge, body) = rect.splitLeft(isBeside || rect.x > 0 ? 1 : 0)
    pane.fill(edge, with: isPlain ? "|" : "│", style: theme.border)
    guard rect.height >= 4 else { return body }
    let (line, rest) = body.splitTop(1)
    pane.fill(line, with: isPlain ? "-" : "─", style: theme.border)
    let text = head.truncated(to: max(0, line.width - 2), glyphs: theme.glyphs)
    text.draw(on: &pane, x: line.x + 1, y: line.y, columns: line.width - 1, clip: line)
    return rest
  }

  private func drawRows(_ rows: [StyledLine], top: Int, on pane: inout Surface, in body: Rect, _ theme: Theme) {
    for (index, row) in rows.dropFirst(top).prefix(body.height).enumerated() {
      row.truncated(to: max(0, body.width - 1), glyphs: theme.glyphs)
        .draw(on: &pane, x: body.x, y: body.y + index, columns: body.width, clip: body)
    }
    ScrollMark(top: top, visible: body.height, total: rows.count)
      .draw(on: &pane, in: body.splitRight(1).right, theme: theme)
  }
}
