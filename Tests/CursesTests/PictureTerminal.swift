import Terminal

/// A terminal as far as ncurses speaks to it: takes bytes, and holds the cells that they leave on its screen.
///
/// Source: ECMA-48 (1991); "XTerm Control Sequences" (Dickey, Moy); what erases takes the background of the pen.
struct PictureTerminal {
  /// One cell: its character, nothing for the right half of a wide one, and how it looks.
  struct Mark: Hashable {
    var text = " "
    var pen = Pen()

    /// A blank shows its background alone, unless a line or an exchange of colours makes more of it.
    var visible: Mark {
      text == " " && pen.attributes.isDisjoint(with: [4, 7]) ? Mark(pen: Pen(background: pen.background)) : self
    }
  }

  /// The graphics in force, as the parameters that set them.
  struct Pen: Hashable {
    var foreground: [Int] = []
    var background: [Int] = []
    var attributes: Set<Int> = []
  }

  let size: Size
  /// Sequences that it does not know; a test that finds any knows that its picture may be wrong.
  private(set) var unknown: Set<String> = []
  var marks: [[Mark]]
  var pen = Pen()
  var x = 0
  var y = 0
  var region: ClosedRange<Int>
  var inserts = false
  /// The last column was written: the next character begins a new row.
  var wraps = false
  var last: Unicode.Scalar = " "

  init(_ size: Size) {
    self.size = size
    marks = Array(repeating: Array(repeating: Mark(), count: size.width), count: size.height)
    region = 0...(size.height - 1)
  }

  /// What a learner sees.
  var picture: [[Mark]] { marks.map { $0.map(\.visible) } }

  mutating func feed(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": takeEscape(&rest)
      case "\r": move(toColumn: 0)
      case "\n": goDown()
      case "\u{8}": move(toColumn: x - 1)
      case "\t": move(toColumn: (x / 8 + 1) * 8)
      case "\u{E}", "\u{F}", "\u{7}", "\0": break
      default: put(scalar)
      }
    }
  }

  private mutating func takeEscape(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.popFirst() {
    case "[": takeControl(&rest)
    case "(", ")": _ = rest.popFirst()
    case "M": y == region.lowerBound ? scroll(by: -1) : move(toRow: y - 1)
    case "=", ">", "c": break
    case let other: unknown.insert("ESC \(other.map(String.init) ?? "")")
    }
  }

  private mutating func takeControl(_ rest: inout Substring.UnicodeScalarView) {
    let body = rest.prefix { !(0x40...0x7E).contains($0.value) }
    rest = rest.dropFirst(body.count)
    guard let final = rest.popFirst() else { return }
    if body.first == "?" { return }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int(String($0)) ?? 0 }
    if !apply(Character(final), numbers) { unknown.insert("CSI \(body)\(final)") }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let columns = TextWidth.of(scalar)
    guard columns > 0 else { return combine(scalar) }
    if wraps || x + columns > size.width {
      move(toColumn: 0)
      goDown()
    }
    if inserts { insert(columns) }
    for column in x..<min(size.width, x + columns) { clearHalves(column) }
    marks[y][x] = Mark(text: String(scalar), pen: pen)
    if columns == 2, x + 1 < size.width { marks[y][x + 1] = Mark(text: "", pen: pen) }
    last = scalar
    wraps = x + columns >= size.width
    x = min(size.width - 1, x + columns)
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    let column = wraps ? x : x - 1
    guard column >= 0 else { return }
    let base = marks[y][column].text.isEmpty && column > 0 ? column - 1 : column
    marks[y][base].text.unicodeScalars.append(scalar)
  }

  /// What is left of a wide character of which one half is written over becomes a blank.
  private mutating func clearHalves(_ column: Int) {
    if marks[y][column].text.isEmpty, column > 0 { marks[y][column - 1].text = " " }
    if column + 1 < size.width, marks[y][column + 1].text.isEmpty { marks[y][column + 1].text = " " }
  }

  mutating func repeatLast(_ count: Int) { for _ in 0..<count { put(last) } }
}
