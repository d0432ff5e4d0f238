/// A grid of cells: what every widget, chart and demo draws into. A value; only a `Backend` shows it.
///
/// Whatever lies outside is clipped. A wide character never stands half inside: where only one column is left, a blank
/// is drawn; where one half is overwritten, the other becomes a blank.
public struct Surface: Hashable, Sendable {
  public let size: Size
  public private(set) var cells: [Cell]

  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  public init(width: Int, height: Int) { self.init(Size(width: width, height: height)) }

  public var width: Int { size.width }
  public var height: Int { size.height }
  public var bounds: Rect { Rect(size) }

  /// The cell at column `x`, row `y`; blank outside.
  public subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, y >= 0, x < width, y < height else { return .blank }
    return cells[y * width + x]
  }

  /// Puts one scalar; returns the columns it took.
  @discardableResult
  public mutating func put(_ scalar: Unicode.Scalar, x: Int, y: Int, style: Style = .plain) -> Int {
    put(scalar, x: x, y: y, style: style, clip: bounds)
  }

  /// Writes text from column `x` in row `y`, inside `clip` (the whole surface by default) and at most `columns` wide;
  /// control characters are left out. Returns the columns that the text took.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, x: Int, y: Int, style: Style = .plain, columns: Int = .max, clip: Rect? = nil
  ) -> Int {
    let area = clip.map { $0.intersection(bounds) } ?? bounds
    guard y >= area.y, y < area.maxY else { return 0 }
    let end = columns > Surface.longest ? Int.max : x + columns
    var column = x
    var last: Int?
    for scalar in text.unicodeScalars where !Sanitizer.isForbidden(scalar.value) && scalar.value >= 0x20 {
      let taken = TextWidth.of(scalar.value)
      if taken == 0 {
        if let last, area.contains(Point(x: last, y: y)) { mark(scalar.value, x: last, y: y) }
        continue
      }
      if column + taken > end { break }
      put(scalar, x: column, y: y, style: style, clip: area)
      last = column
      column += taken
    }
    return column - x
  }

  /// Fills a rectangle with one narrow scalar.
  public mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain) {
    let area = rect.intersection(bounds)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { put(scalar, x: x, y: y, style: style, clip: area) }
    }
  }

  /// Changes the style of every cell of a rectangle.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(bounds)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { change(&cells[y * width + x].style) }
    }
  }

  /// Copies another surface to column `x`, row `y`; half a wide character at the edge of the clip becomes a blank.
  public mutating func blit(_ other: Surface, x: Int, y: Int, clip: Rect? = nil) {
    let area = (clip ?? bounds).intersection(bounds).intersection(
      Rect(x: x, y: y, width: other.width, height: other.height))
    for row in area.y..<area.maxY {
      for column in area.x..<area.maxX {
        var cell = other[column - x, row - y]
        if cell.isContinuation && column == area.x { cell.scalar = 0x20 }
        guard !cell.isContinuation, let scalar = Unicode.Scalar(cell.scalar) else { continue }
        put(scalar, x: column, y: row, style: cell.style, clip: area)
        if cell.mark != 0 { cells[row * width + column].mark = cell.mark }
      }
    }
  }

  /// The rows as text, blanks at their ends left out: what tests compare and the command line prints.
  public var lines: [String] {
    (0..<height).map { y in
      var line = ""
      for x in 0..<width { line += self[x, y].text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// A line is never wider than this; a limit above it means none.
  private static let longest = 1 << 20

  /// Puts a combining mark on the character at a cell. Variation selectors are left out: terminals disagree about the
  /// width of what they make.
  private mutating func mark(_ mark: UInt32, x: Int, y: Int) {
    guard !(0xFE00...0xFE0F).contains(mark), cells[y * width + x].scalar != 0x20 else { return }
    cells[y * width + x].mark = mark
  }

  @discardableResult
  private mutating func put(_ scalar: Unicode.Scalar, x: Int, y: Int, style: Style, clip: Rect) -> Int {
    let taken = TextWidth.of(scalar.value)
    guard taken > 0, y >= clip.y, y < clip.maxY, x < clip.maxX, x + taken > clip.x else { return taken }
    if taken == 2 && (x < clip.x || x + 1 >= clip.maxX) {
      set(Cell(scalar: 0x20, style: style), x: max(x, clip.x), y: y)
      return taken
    }
    set(Cell(scalar: scalar.value, style: style), x: x, y: y)
    if taken == 2 { set(Cell(scalar: Cell.continuation, style: style), x: x + 1, y: y, keepingLeft: true) }
    return taken
  }

  private mutating func set(_ cell: Cell, x: Int, y: Int, keepingLeft: Bool = false) {
    let index = y * width + x
    if cells[index].isContinuation && !keepingLeft && x > 0 {
      cells[index - 1] = Cell(scalar: 0x20, style: cells[index - 1].style)
    }
    if x + 1 < width, cells[index + 1].isContinuation {
      cells[index + 1] = Cell(scalar: 0x20, style: cells[index + 1].style)
    }
    cells[index] = cell
  }
}
