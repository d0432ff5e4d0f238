import Markup
import Terminal

/// Shows a document: scrolls, searches, and keeps its place through other widths and the other language.
///
/// Call `layOut` before `handle` and `draw`, as often as you like: it works only when document, width or theme changed.
public struct Reader: Sendable {
  /// What stands in a fence's place, in rows of at most the given columns.
  public typealias FenceLayout = (Fence, Int) -> [StyledLine]

  /// Text is never set wider: long lines are hard to read.
  public static let maximumWidth = 90

  public private(set) var document: Document
  public private(set) var page = ReaderPage.empty
  /// The first row on the screen.
  public private(set) var top = 0
  public private(set) var search: ReaderSearch?
  /// The learner's bookmarks and notes; shown in the margin.
  public var annotations: [ReaderAnnotation] = []
  /// The row that a note is being written at, marked in the margin.
  public var pointer: Int?

  /// Index of the mark that Enter opens, while it is on the screen.
  private var selected: Int?
  private var height = 1
  private var laidOut: LayoutKey?
  /// A place to go to at the next layout.
  private var pending: ReaderPosition?

  private struct LayoutKey: Hashable {
    var width: Int
    var theme: Theme
    var words: DocumentWords
  }

  /// - Parameter terms: glossary terms, marked where a section has them first.
  public init(_ document: Document, terms: [Term] = []) {
    self.document = TermMarker(terms).marked(document)
  }

  // MARK: Content

  /// Shows another document at the same place: the same lesson in the other language.
  public mutating func show(_ document: Document, terms: [Term] = []) {
    keepPlace()
    self.document = TermMarker(terms).marked(document)
    selected = nil
    laidOut = nil
  }

  /// Lays the fences out again at the next `layOut`: what stands in their place has changed.
  public mutating func fencesChanged() {
    keepPlace()
    laidOut = nil
  }

  /// Fits the document into a rectangle of this size.
  public mutating func layOut(
    in size: Size, theme: Theme, words: DocumentWords = .english, fences: @escaping FenceLayout
  ) {
    layOut(in: size, theme: theme, words: words, boxes: ReaderBoxes(fence: fences))
  }

  /// Fits the document into a rectangle of this size, pictures too.
  public mutating func layOut(in size: Size, theme: Theme, words: DocumentWords, boxes: ReaderBoxes) {
    height = max(1, size.height)
    let key = LayoutKey(width: Self.textWidth(size.width), theme: theme, words: words)
    if laidOut != key {
      keepPlace()
      page = DocumentLayout(theme: theme, words: words, boxes: boxes, links: document.links)
        .page(document, width: key.width)
      laidOut = key
      if let selected, !page.marks.indices.contains(selected) { self.selected = nil }
      if let pending { top = page.line(of: pending) }
      pending = nil
      search?.run(on: page)
    }
    top = min(top, lastTop)
  }

  /// Columns of text in a rectangle `width` columns wide: a margin on the left, the scroll mark on the right.
  static func textWidth(_ width: Int) -> Int { max(1, min(maximumWidth, width >= 20 ? width - 3 : width)) }

  // MARK: Place

  /// Where the first row on the screen stands in the document.
  public var position: ReaderPosition { pending ?? page.position(ofLine: top) }

  /// Scrolls to a place; at the next layout where there is none yet.
  public mutating func go(to position: ReaderPosition) {
    if laidOut == nil { pending = position } else { top = min(page.line(of: position), lastTop) }
  }

  /// Brings a row to the screen where it is not there, a third from the top.
  public mutating func reveal(_ line: Int) {
    guard !(top..<(top + height)).contains(line) else { return }
    top = min(max(0, line - height / 3), lastTop)
  }

  /// The row that a bookmark or a note is put at: that of the chosen mark, or the first with text on the screen.
  public var readingLine: Int {
    if let line = activeMark?.line { return line }
    let visible = top..<min(page.lines.count, top + height)
    return visible.first { page.lines[$0].text.hasWords } ?? top
  }

  /// Scrolls so that a row is the first on the screen.
  public mutating func scroll(to line: Int) { top = min(max(0, line), lastTop) }

  private mutating func keepPlace() {
    if laidOut != nil, pending == nil { pending = page.position(ofLine: top) }
  }

  private var lastTop: Int { max(0, page.lines.count - height) }

  /// How much has been shown: 0 to 1; 1 where everything fits.
  public var progress: Double {
    page.lines.isEmpty ? 1 : Double(min(page.lines.count, top + height)) / Double(page.lines.count)
  }

  /// The fences on the screen, from the top.
  public var visibleFences: [Fence] {
    page.fences.filter { $0.lines.overlaps(top..<(top + height)) }.map(\.fence)
  }

  /// Whether any of these rows is on the screen.
  public func isVisible(_ lines: Range<Int>) -> Bool { lines.overlaps(top..<(top + height)) }

  // MARK: Keys

  /// Scrolls, or goes to the next finding; false where the key is none of the reader's, or nothing is left to scroll.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up, .character("k"): scroll(by: -1)
    case .down, .character("j"): scroll(by: 1)
    case .pageUp: scroll(by: -max(1, height - 2))
    case .pageDown, .character(" "): scroll(by: max(1, height - 2))
    case .home, .character("g"): scroll(by: -page.lines.count)
    case .end, .character("G"): scroll(by: page.lines.count)
    case .character("n"): step(by: 1)
    case .character("N"): step(by: -1)
    default: false
    }
  }

  /// Scrolls by rows; false where it was at the end.
  @discardableResult
  public mutating func scroll(by rows: Int) -> Bool {
    let old = top
    top = min(max(0, top + rows), lastTop)
    return top != old
  }

  // MARK: Search

  /// Finds text, in upper or lower case, across line ends; goes to the first finding at or below the screen's top.
  /// Empty text ends the search. Returns how often it was found.
  @discardableResult
  public mutating func search(_ text: String) -> Int {
    search = text.allSatisfy(\.isWhitespace) ? nil : ReaderSearch(text, page: page)
    search?.goToFirst(from: top)
    showFinding()
    return search?.findings.count ?? 0
  }

  private mutating func step(by direction: Int) -> Bool {
    guard let findings = search?.findings, !findings.isEmpty else { return false }
    search?.step(by: direction)
    showFinding()
    return true
  }

  private mutating func showFinding() {
    if let line = search?.currentLine { reveal(line) }
  }

  // MARK: Marks

  /// The mark that Enter opens: the chosen one, while it is on the screen.
  public var activeMark: ReaderPage.PlacedMark? {
    guard let selected, page.marks.indices.contains(selected) else { return nil }
    let mark = page.marks[selected]
    return (top..<(top + height)).contains(mark.line) ? mark : nil
  }

  /// Chooses the next mark, or the one before; from the screen's edge where none is chosen. False where there is none.
  @discardableResult
  public mutating func chooseMark(by direction: Int) -> Bool {
    let marks = page.marks
    let next: Int?
    if activeMark != nil, let selected {
      next = marks.indices.contains(selected + direction) ? selected + direction : nil
    } else if direction > 0 {
      next = marks.firstIndex { $0.line >= top }
    } else {
      next = marks.lastIndex { $0.line < top + height }
    }
    guard let next else { return false }
    choose(next)
    return true
  }

  /// Chooses the mark under a point of the rectangle that the reader is drawn in; false where there is none.
  public mutating func chooseMark(at point: Point, in rect: Rect) -> Bool {
    guard rect.contains(point) else { return false }
    let (line, column) = (top + point.y - rect.y, point.x - rect.x - Self.margin(rect.width))
    guard
      let index = page.marks.firstIndex(where: { mark in
        mark.stretches.contains { $0.line == line && $0.columns.contains(column) }
      })
    else { return false }
    selected = index
    return true
  }

  /// From a footnote's mark to its text, and back to where it was read. False for other marks.
  public mutating func followFootnote() -> Bool {
    switch activeMark?.mark {
    case .footnote(let number): return choose { $0 == .footnoteText(number) }
    case .footnoteText(let number): return choose { $0 == .footnote(number) }
    case .term, .link, nil: return false
    }
  }

  private mutating func choose(_ isWanted: (ReaderMark) -> Bool) -> Bool {
    guard let index = page.marks.firstIndex(where: { isWanted($0.mark) }) else { return false }
    choose(index)
    return true
  }

  private mutating func choose(_ index: Int) {
    selected = index
    reveal(page.marks[index].line)
  }

  /// The column left of the text, for signs; 0 where there is no room.
  static func margin(_ width: Int) -> Int { width >= 20 ? 1 : 0 }
}
