@testable import Curses
@testable import Terminal

/// A terminal as far as ncurses uses one of xterm's family: bytes go in, cells come out. Source: ECMA-48 (1991) and
/// "XTerm Control Sequences"; what it does not know traps, so that nothing passes unseen.
struct TerminalEmulator {
  struct Glyph: Hashable {
    var scalar: UInt32 = 0x20
    var mark: UInt32 = 0
    var graphics = Graphics()
  }

  let size: Size
  private(set) var rows: [[Glyph]]
  private var x = 0
  private var y = 0
  /// The last column was written: the next character begins a new line.
  private var isWrapping = false
  /// Whether the character behind the last column begins a new line, or overwrites the last.
  private var wraps = true
  private var graphics = Graphics()
  private var last: UInt32 = 0x20
  private var saved: (x: Int, y: Int, isWrapping: Bool, graphics: Graphics)?
  private var isInserting = false
  /// The rows that scroll.
  private var region: ClosedRange<Int>

  /// At least 1x1.
  init(_ size: Size) {
    self.size = size
    region = 0...(size.height - 1)
    rows = Array(repeating: Array(repeating: Glyph(), count: size.width), count: size.height)
  }

  mutating func feed(_ bytes: [UInt8]) {
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar.value {
      case 0x1B: takeEscape(&scalars)
      case 0x08: move(x - 1, y)
      case 0x0A: feedLine()
      case 0x0D: move(0, y)
      case 0x00, 0x0E, 0x0F: break
      case 0x20...: draw(scalar.value)
      default: preconditionFailure("control byte \(scalar.value)")
      }
    }
  }

  private mutating func takeEscape(_ scalars: inout Substring.UnicodeScalarView) {
    switch scalars.popFirst() {
    case "[": takeControl(&scalars)
    case "(", ")": _ = scalars.popFirst()
    case "=", ">": break
    case "7": saved = (x, y, isWrapping, graphics)
    case "8": if let saved { (x, y, isWrapping, graphics) = saved }
    case "M": if y == region.lowerBound { scroll(region, by: -1) } else { move(x, y - 1) }
    case let other: preconditionFailure("escape \(other.map(String.init) ?? "at the end")")
    }
  }

  private mutating func takeControl(_ scalars: inout Substring.UnicodeScalarView) {
    var text = ""
    while let scalar = scalars.popFirst() {
      guard scalar.value >= 0x40 else {
        text.unicodeScalars.append(scalar)
        continue
      }
      if text.hasPrefix("?") {
        if text == "?7" { wraps = scalar == "h" }
        return
      }
      return control(scalar, text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 })
    }
  }

  private mutating func control(_ final: Unicode.Scalar, _ numbers: [Int]) {
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "H": move((numbers.count > 1 ? max(1, numbers[1]) : 1) - 1, count - 1)
    case "A": move(x, y - count)
    case "B": move(x, y + count)
    case "C": move(x + count, y)
    case "D": move(x - count, y)
    case "G": move(count - 1, y)
    case "d": move(x, count - 1)
    case "J": eraseBelow(whole: numbers.first == 2)
    case "K": erase(numbers.first == 1 ? 0..<(x + 1) : x..<size.width, y)
    case "X": erase(x..<min(size.width, x + count), y)
    case "@": rows[y] = Array((rows[y][..<x] + blanks(count) + rows[y][x...]).prefix(size.width))
    case "P": rows[y] = Array((rows[y][..<x] + rows[y][x...].dropFirst(count) + blanks(count)).prefix(size.width))
    case "L" where region.contains(y): scroll(y...region.upperBound, by: -count)
    case "M" where region.contains(y): scroll(y...region.upperBound, by: count)
    case "S": scroll(region, by: count)
    case "T": scroll(region, by: -count)
    case "r": setRegion(numbers)
    case "b": for _ in 0..<count { draw(last) }
    // 10 is the usual font: some descriptions ask for it with every reset.
    case "m" where numbers == [10]: break
    case "m": precondition(graphics.apply(numbers.filter { $0 != 10 }), "graphics \(numbers)")
    case "h", "l": if numbers == [4] { isInserting = final == "h" }
    case "t": break
    default: preconditionFailure("control \(final)")
    }
  }

  private mutating func setRegion(_ numbers: [Int]) {
    let isWhole = numbers.count < 2
    region = isWhole ? 0...(size.height - 1) : (numbers[0] - 1)...(min(size.height, numbers[1]) - 1)
    move(0, 0)
  }

  private mutating func feedLine() {
    if y == region.upperBound { scroll(region, by: 1) } else { move(x, y + 1) }
  }

  /// Moves the rows of a stretch up, down where negative; what comes in is erased.
  private mutating func scroll(_ stretch: ClosedRange<Int>, by count: Int) {
    let fresh = Array(repeating: blanks(size.width), count: min(abs(count), stretch.count))
    let kept = rows[stretch]
    rows.replaceSubrange(
      stretch, with: count > 0 ? kept.dropFirst(fresh.count) + fresh : fresh + kept.dropLast(fresh.count))
  }

  private mutating func move(_ column: Int, _ row: Int) {
    x = min(size.width - 1, max(0, column))
    y = min(size.height - 1, max(0, row))
    isWrapping = false
  }

  private mutating func draw(_ scalar: UInt32) {
    let width = TextWidth.of(scalar)
    if width == 0 { return mark(scalar) }
    if isWrapping && wraps {
      feedLine()
      move(0, y)
    }
    last = scalar
    if isInserting { rows[y] = Array((rows[y][..<x] + blanks(width) + rows[y][x...]).prefix(size.width)) }
    set(Glyph(scalar: scalar, graphics: graphics), x)
    if width == 2 { set(Glyph(scalar: Cell.continuation, graphics: graphics), x + 1, keepingLeft: true) }
    isWrapping = x + width >= size.width
    x = min(size.width - 1, x + width)
  }

  /// A combining mark joins the character before the cursor.
  private mutating func mark(_ scalar: UInt32) {
    var column = isWrapping ? x : x - 1
    if column > 0, rows[y][column].scalar == Cell.continuation { column -= 1 }
    if column >= 0 { rows[y][column].mark = scalar }
  }

  /// Half of a wide character that is overwritten takes the other half with it.
  private mutating func set(_ glyph: Glyph, _ column: Int, keepingLeft: Bool = false) {
    guard column < size.width else { return }
    if rows[y][column].scalar == Cell.continuation, !keepingLeft, column > 0 { rows[y][column - 1].scalar = 0x20 }
    if column + 1 < size.width, rows[y][column + 1].scalar == Cell.continuation { rows[y][column + 1].scalar = 0x20 }
    rows[y][column] = glyph
  }

  private mutating func eraseBelow(whole: Bool) {
    if whole { (0..<size.height).forEach { erase(0..<size.width, $0) } }
    erase(x..<size.width, y)
    ((y + 1)..<max(y + 1, size.height)).forEach { erase(0..<size.width, $0) }
  }

  private mutating func erase(_ columns: Range<Int>, _ row: Int) {
    let (cursor, kept) = (y, isWrapping)
    y = row
    for column in columns { set(blank, column) }
    (y, isWrapping) = (cursor, kept)
  }

  /// Erased cells take the background of the moment, as xterm's do.
  private var blank: Glyph {
    var background = graphics
    _ = background.apply([22, 23, 24, 27, 39])
    return Glyph(graphics: background)
  }

  private func blanks(_ count: Int) -> [Glyph] { Array(repeating: blank, count: count) }
}
