/// Something on a page that a learner can go to and open.
public enum ReaderMark: Hashable, Sendable {
  /// A glossary term, by its id.
  case term(String)
  /// The mark of a footnote in the text, from 1.
  case footnote(Int)
  /// The footnote itself at the page's end; it leads back.
  case footnoteText(Int)
  /// A link, by its address.
  case link(String)
}

extension ReaderPage {
  /// A mark and where it stands: a stretch a row.
  public struct PlacedMark: Hashable, Sendable {
    public let mark: ReaderMark
    public internal(set) var stretches: [ReaderSearch.Stretch]

    public var line: Int { stretches.first?.line ?? 0 }
  }

  /// The marks of the rows in reading order; one that goes on in the next row is one.
  static func marks(in lines: [Line]) -> [PlacedMark] {
    var marks: [PlacedMark] = []
    for (index, line) in lines.enumerated() {
      for (mark, columns) in line.text.marks {
        let stretch = ReaderSearch.Stretch(line: index, columns: columns)
        if let last = marks.last, last.mark == mark, goesOn(last, columns, at: index, lines) {
          marks[marks.count - 1].stretches.append(stretch)
        } else {
          marks.append(PlacedMark(mark: mark, stretches: [stretch]))
        }
      }
    }
    return marks
  }

  /// Whether a stretch at the beginning of a row continues a mark at the end of the row above.
  private static func goesOn(_ mark: PlacedMark, _ columns: Range<Int>, at index: Int, _ lines: [Line]) -> Bool {
    guard let last = mark.stretches.last, last.line == index - 1, lines[index].block == lines[index - 1].block else {
      return false
    }
    let indent = lines[index].text.plain.prefix { $0 == " " }.count
    return last.columns.upperBound == lines[index - 1].text.width && columns.lowerBound == indent
  }
}

extension StyledText {
  /// Whether there is something to read, and not only a line or a border.
  var hasWords: Bool { runs.contains { $0.text.contains { $0.isLetter || $0.isNumber } } }

  /// The marks of a row with their columns.
  var marks: [(mark: ReaderMark, columns: Range<Int>)] {
    guard runs.contains(where: { $0.mark != nil }) else { return [] }
    var marks: [(mark: ReaderMark, columns: Range<Int>)] = []
    var column = 0
    for run in runs {
      let end = column + run.columns
      if let mark = run.mark {
        if let last = marks.last, last.mark == mark, last.columns.upperBound == column {
          marks[marks.count - 1].columns = last.columns.lowerBound..<end
        } else {
          marks.append((mark, column..<end))
        }
      }
      column = end
    }
    return marks
  }
}
