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

  private var height = 1
  private var laidOut: LayoutKey?
  /// A place to go to at the next layout.
  private var pending: ReaderPosition?

  private struct LayoutKey: Hashable {
    var width: Int
    var theme: Theme
  }

  public init(_ document: Document) { self.document = document }

  // MARK: Content

  /// Shows another document at the same place: the same lesson in the other language.
  public mutating func show(_ document: Document) {
    keepPlace()
    self.document = document
    laidOut = nil
  }

  /// Lays the fences out again at the next `layOut`: what stands in their place has changed.
  public mutating func fencesChanged() {
    keepPlace()
    laidOut = nil
  }

  /// Fits the document into a rectangle of this size.
  public mutating func layOut(in size: Size, theme: Theme, fences: FenceLayout) {
    height = max(1, size.height)
    let key = LayoutKey(width: Self.textWidth(size.width), theme: theme)
    if laidOut != key {
      keepPlace()
      page = withoutActuallyEscaping(fences) {
        DocumentLayout(theme: theme, fences: $0).page(document, width: key.width)
      }
      laidOut = key
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
    guard let line = search?.currentLine, !(top..<(top + height)).contains(line) else { return }
    top = min(max(0, line - height / 3), lastTop)
  }
}
