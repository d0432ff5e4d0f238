import Terminal

/// Moving, erasing, scrolling and graphics.
extension PictureTerminal {
  var blank: Mark { Mark(pen: Pen(background: pen.background)) }

  /// Obeys `CSI numbers final`; false where it is not known.
  mutating func apply(_ final: Character, _ numbers: [Int]) -> Bool {
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "A": move(toRow: y - count)
    case "B": move(toRow: y + count)
    case "C": move(toColumn: x + count)
    case "D": move(toColumn: x - count)
    case "G": move(toColumn: count - 1)
    case "d": move(toRow: count - 1)
    case "H", "f":
      move(toRow: count - 1)
      move(toColumn: max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "J": eraseScreen(first)
    case "K": eraseRow(first)
    case "X": erase(x..<min(size.width, x + count))
    case "@": insert(count)
    case "P": delete(count)
    case "L", "M": shiftRows(final == "L" ? count : -count)
    case "S": scroll(by: count)
    case "T": scroll(by: -count)
    case "b": repeatLast(count)
    case "r": setRegion(numbers)
    case "m": draw(numbers)
    case "h", "l": if first == 4 { inserts = final == "h" }
    case "Z": move(toColumn: (x - 1) / 8 * 8)
    case "t": break  // keeps or gives back the title of the window
    default: return false
    }
    return true
  }

  mutating func move(toColumn column: Int) {
    wraps = false
    x = min(max(0, column), size.width - 1)
  }

  mutating func move(toRow row: Int) {
    wraps = false
    y = min(max(0, row), size.height - 1)
  }

  mutating func goDown() { y == region.upperBound ? scroll(by: 1) : move(toRow: y + 1) }

  /// Up by a positive count, inside the region.
  mutating func scroll(by count: Int) { shift(region, by: count) }

  /// In the rows from the cursor on: in by a positive count, out by a negative.
  private mutating func shiftRows(_ count: Int) {
    guard region.contains(y) else { return }
    shift(y...region.upperBound, by: -count)
  }

  private mutating func shift(_ rows: ClosedRange<Int>, by count: Int) {
    let empty = Array(repeating: blank, count: size.width)
    let before = marks
    for row in rows { marks[row] = rows.contains(row + count) ? before[row + count] : empty }
  }

  private mutating func setRegion(_ numbers: [Int]) {
    let top = max(1, numbers.first ?? 1) - 1
    let bottom = numbers.count > 1 && numbers[1] > 0 ? min(size.height, numbers[1]) - 1 : size.height - 1
    region = top < bottom ? top...bottom : 0...(size.height - 1)
    move(toRow: 0)
    move(toColumn: 0)
  }

  private mutating func eraseScreen(_ kind: Int) {
    let empty = Array(repeating: blank, count: size.width)
    let rows = kind == 0 ? (y + 1)..<size.height : kind == 1 ? 0..<y : 0..<size.height
    for row in rows { marks[row] = empty }
    if kind < 2 { eraseRow(kind) }
  }

  private mutating func eraseRow(_ kind: Int) {
    erase(kind == 0 ? x..<size.width : kind == 1 ? 0..<(x + 1) : 0..<size.width)
  }

  private mutating func erase(_ columns: Range<Int>) {
    wraps = false
    for column in columns { marks[y][column] = blank }
    mendHalves()
  }

  mutating func insert(_ count: Int) {
    marks[y].insert(contentsOf: Array(repeating: blank, count: min(count, size.width)), at: x)
    marks[y].removeLast(marks[y].count - size.width)
    mendHalves()
  }

  private mutating func delete(_ count: Int) {
    marks[y].removeSubrange(x..<min(size.width, x + count))
    marks[y] += Array(repeating: blank, count: size.width - marks[y].count)
    mendHalves()
  }

  /// Half a wide character that lost its other half becomes a blank.
  private mutating func mendHalves() {
    for column in 0..<size.width {
      let isWide = marks[y][column].text.unicodeScalars.first.map { TextWidth.of($0) == 2 } ?? false
      let hasRight = column + 1 < size.width && marks[y][column + 1].text.isEmpty
      if isWide && !hasRight { marks[y][column].text = " " }
      if marks[y][column].text.isEmpty {
        let left = column > 0 ? marks[y][column - 1].text.unicodeScalars.first : nil
        if left.map({ TextWidth.of($0) == 2 }) != true { marks[y][column].text = " " }
      }
    }
  }

  private mutating func draw(_ numbers: [Int]) {
    var rest = numbers[...]
    if rest.isEmpty { pen = Pen() }
    while let number = rest.popFirst() {
      switch number {
      case 0: pen = Pen()
      case 1...9: pen.attributes.insert(number)
      case 22: pen.attributes.subtract([1, 2])
      case 23...29: pen.attributes.remove(number - 20)
      case 30...37, 90...97: pen.foreground = [number]
      case 39: pen.foreground = []
      case 40...47, 100...107: pen.background = [number]
      case 49: pen.background = []
      case 38: pen.foreground = [5, rest.dropFirst().first ?? 0]; rest = rest.dropFirst(2)
      case 48: pen.background = [5, rest.dropFirst().first ?? 0]; rest = rest.dropFirst(2)
      default: break
      }
    }
  }
}
