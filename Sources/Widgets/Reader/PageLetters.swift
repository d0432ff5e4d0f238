import Terminal

/// The characters of a page in reading order, to be searched.
struct PageLetters {
  private struct Letter {
    let text: String
    let line: Int
    let columns: Range<Int>
    /// The end of a row inside a block: a blank, or nothing where a line was broken between Han characters.
    var isRowEnd = false
  }

  private var letters: [Letter] = []

  init(_ page: ReaderPage) {
    for (index, line) in page.lines.enumerated() {
      append(line.text.plain, line: index)
      let isLastOfBlock = index + 1 < page.lines.count && page.lines[index + 1].block != line.block
      letters.append(Letter(text: isLastOfBlock ? "\n" : " ", line: index, columns: 0..<0, isRowEnd: !isLastOfBlock))
    }
  }

  /// Indents and runs of blanks count as one blank at most.
  private mutating func append(_ row: String, line: Int) {
    var column = 0
    for character in row {
      let width = TextWidth.of(String(character))
      if character != " " {
        letters.append(Letter(text: character.lowercased(), line: line, columns: column..<(column + width)))
      } else if let last = letters.last, last.text != " ", last.line == line {
        letters.append(Letter(text: " ", line: line, columns: column..<(column + 1)))
      }
      column += width
    }
  }

  /// Every place of a text, from the top, none overlapping; each in one stretch a row.
  func find(_ wanted: [String]) -> [[ReaderSearch.Stretch]] {
    var findings: [[ReaderSearch.Stretch]] = []
    var start = 0
    while start < letters.count {
      if let end = end(of: wanted, from: start) {
        findings.append(Self.stretches(letters[start..<end]))
        start = end
      } else {
        start += 1
      }
    }
    return findings
  }

  private func end(of wanted: [String], from start: Int) -> Int? {
    var index = start
    var next = 0
    while next < wanted.count {
      guard index < letters.count else { return nil }
      if letters[index].text == wanted[next] {
        next += 1
      } else if !letters[index].isRowEnd || index == start {
        return nil
      }
      index += 1
    }
    return index
  }

  private static func stretches(_ letters: ArraySlice<Letter>) -> [ReaderSearch.Stretch] {
    var stretches: [ReaderSearch.Stretch] = []
    for letter in letters where !letter.columns.isEmpty {
      if let last = stretches.last, last.line == letter.line {
        let columns = last.columns.lowerBound..<letter.columns.upperBound
        stretches[stretches.count - 1] = .init(line: last.line, columns: columns)
      } else {
        stretches.append(.init(line: letter.line, columns: letter.columns))
      }
    }
    return stretches
  }
}
