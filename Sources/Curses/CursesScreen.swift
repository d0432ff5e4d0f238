import CNcurses
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The thin owner of ncurses, for output alone: cells go in, the bytes of a frame come out.
///
/// ncurses writes into a `FrameBuffer`; it never sees the terminal, its modes, its input or its signals.
final class CursesScreen {
  let colors: ColorTier
  let notice: CursesNotice?
  /// Stands for a character of disputed width: a question mark.
  private static let replacement: UInt32 = 0x3F

  /// Whether the terminal gives characters of ambiguous width two columns: then others stand for them.
  var drawsAmbiguousWide = false

  /// Whether ncurses can fill the last corner by keeping the cursor in its column. Elsewhere (screen, an old tmux) it
  /// inserts a character before it, which would tear a wide one there in two.
  let fillsCorner: Bool

  private let buffer: FrameBuffer
  private let input: UnsafeMutablePointer<FILE>?
  private let screen: OpaquePointer
  private let describedColors: Int
  private var compactor: FrameCompactor
  private var brushes: [Style: Brush] = [:]
  private var lastStyle: Style?
  private var lastBrush = Brush(attributes: 0, pair: 0)

  /// What ncurses needs to paint a style. Pairs are recycled, so none is kept across frames.
  private struct Brush {
    var attributes: attr_t
    var pair: Int32
  }

  init(options: CursesOptions) throws(CursesError) {
    CursesScreen.chooseLocale()
    unsetenv("LINES")
    unsetenv("COLUMNS")
    guard let wanted = options.environment("TERM"), !wanted.isEmpty else { throw .terminalUnset }
    buffer = try FrameBuffer()
    input = fopen("/dev/null", "r")
    let names = options.terminalNames + [CursesOptions.fallbackName]
    guard let (name, screen) = CursesScreen.open(names, output: buffer.file, input: input) else {
      throw .noDescription(name: wanted, standIn: CursesOptions.fallbackName)
    }
    self.screen = screen
    guard curses_has_string("cup"), curses_has_string("clear") else {
      CursesScreen.discard(screen)
      throw .terminalTooPlain(name: wanted)
    }
    let isStandIn = name == CursesOptions.fallbackName && !options.terminalNames.contains(name)
    notice = isStandIn ? .unknownTerminal(name: wanted, standIn: name) : nil
    fillsCorner = curses_has_string("rmam")
    describedColors = Int(tigetnum("colors"))
    colors = options.tier(describedColors: describedColors)
    compactor = FrameCompactor(isTransparent: describedColors < 256)
    if colors != .none {
      start_color()
      use_default_colors()
    }
    typeahead(-1)
    scrollok(curses_standard_window(), false)
  }

  deinit {
    delscreen(screen)
    if let input { fclose(input) }
  }

  /// Starts the next frame; forgets the pairs of the frame before.
  func begin() {
    brushes.removeAll(keepingCapacity: true)
    lastStyle = nil
  }

  /// Hands one cell to ncurses.
  func put(_ cell: Cell, x: Int, y: Int) {
    let brush = brush(for: CursesScreen.visibleStyle(of: cell))
    var pair = brush.pair
    var packed = cchar_t()
    let isExact = isExact(cell.scalar)
    let scalar = isExact ? drawable(cell.scalar) : CursesScreen.replacement
    let mark = isExact && curses_width(wchar_t(bitPattern: cell.mark)) == 0 ? cell.mark : 0
    let text = (wchar_t(bitPattern: scalar), wchar_t(bitPattern: mark), wchar_t(0))
    withUnsafePointer(to: text) {
      $0.withMemoryRebound(to: wchar_t.self, capacity: 3) { _ = setcchar(&packed, $0, brush.attributes, 0, &pair) }
    }
    mvadd_wch(Int32(y), Int32(x), &packed)
    if !isExact && TextWidth.of(cell.scalar) == 2 {
      put(Cell(scalar: 0x20, style: cell.style), x: x + 1, y: y)
    }
  }

  /// What shows of a cell's style: of a blank neither its own colour nor its weight.
  private static func visibleStyle(of cell: Cell) -> Style {
    guard cell.scalar == 0x20, cell.style.attributes.isDisjoint(with: [.underline, .reverse]) else { return cell.style }
    return Style(.standard, on: cell.style.background)
  }

  /// The bytes that bring the terminal from the last frame to this one; empty when nothing differs.
  func finish(cursor: Point?) -> [UInt8] {
    let window = curses_standard_window()
    curs_set(0)
    leaveok(window, cursor == nil)
    if let cursor { wmove(window, Int32(cursor.y), Int32(cursor.x)) }
    wnoutrefresh(window)
    doupdate()
    if cursor != nil { curs_set(1) }
    return compactor.compact(buffer.take())
  }

  /// Takes a new size and makes the next frame a full repaint.
  func resize(_ size: Size) {
    resizeterm(Int32(size.height), Int32(size.width))
    forget()
  }

  /// Makes the next frame a full repaint.
  func forget() {
    compactor.forget()
    werase(curses_standard_window())
    clearok(curses_physical_window(), true)
  }

  /// The bytes that leave the screen; the next frame enters it again.
  func leave() -> [UInt8] {
    endwin()
    defer { compactor.forget() }
    return compactor.compact(buffer.take(), settling: true)
  }

  /// Whether the C library gives a character the width that we count with; where not, ncurses would lose its place.
  func isExact(_ scalar: UInt32) -> Bool {
    scalar < 0x7F || Int(curses_width(wchar_t(bitPattern: scalar))) == TextWidth.of(scalar)
  }

  private func drawable(_ scalar: UInt32) -> UInt32 {
    drawsAmbiguousWide && TextWidth.isAmbiguous(scalar) ? PlainSigns.standIn(for: scalar).value : scalar
  }

  private func brush(for style: Style) -> Brush {
    if style == lastStyle { return lastBrush }
    let brush = brushes[style] ?? makeBrush(style)
    brushes[style] = brush
    lastStyle = style
    lastBrush = brush
    return brush
  }

  private func makeBrush(_ style: Style) -> Brush {
    var attributes = attr_t(0)
    if style.attributes.contains(.bold) { attributes |= curses_attribute_bold() }
    if style.attributes.contains(.dim) { attributes |= curses_attribute_dim() }
    if style.attributes.contains(.italic) { attributes |= curses_attribute_italic() }
    if style.attributes.contains(.underline) { attributes |= curses_attribute_underline() }
    if style.attributes.contains(.reverse) { attributes |= curses_attribute_reverse() }
    guard colors != .none else { return Brush(attributes: attributes, pair: 0) }
    let foreground = index(style.foreground)
    let background = index(style.background)
    if foreground.isBright { attributes |= curses_attribute_bold() }
    if foreground.index == -1 && background.index == -1 { return Brush(attributes: attributes, pair: 0) }
    let pair = alloc_pair(foreground.index, background.index)
    return Brush(attributes: attributes, pair: max(0, pair))
  }

  /// The palette index of a colour, -1 for the terminal's own; where only eight are described, the bright ones become
  /// the dark ones, which a foreground makes up for in bold.
  private func index(_ color: Color) -> (index: Int32, isBright: Bool) {
    guard case .indexed(let index) = color.reduced(to: colors) else { return (-1, false) }
    guard index >= 8, describedColors < 16 else { return (Int32(index), false) }
    return (Int32(index) - 8, true)
  }
}

extension CursesScreen {
  /// Opens the first terminal that has a description, and takes back the signals that ncurses took.
  private static func open(
    _ names: [String], output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>?
  ) -> (String, OpaquePointer)? {
    let signals = [SIGINT, SIGTERM, SIGTSTP, SIGWINCH].map { SignalAction(keeping: $0) }
    defer { for signal in signals { signal.restore() } }
    for name in names {
      if let screen = newterm(name, output, input) { return (name, screen) }
    }
    return nil
  }

  private static func discard(_ screen: OpaquePointer) {
    endwin()
    delscreen(screen)
  }

  /// Characters are UTF-8, whatever the environment says: a locale that is not gets replaced.
  private static func chooseLocale() {
    for name in ["", "C.UTF-8", "en_US.UTF-8", "UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      if let codes = nl_langinfo(Int32(CODESET)), String(cString: codes) == "UTF-8" { return }
    }
  }
}
