import Demos
import Plots
import Terminal
import Widgets
import Wording

/// One exhibit on a page: its title, how to read it, the chart or its table, and what it shows, computed from it.
///
/// The picture keeps the most room; below 8 rows the words go, below 3 the title too.
public struct ExhibitPage {
  public let exhibit: Exhibit
  /// Nil while it is being computed.
  public let chart: (any Chart)?
  public let language: Language
  /// What stands in the picture's place: its numbers; nil shows the picture.
  public var table: TableView?

  public init(_ exhibit: Exhibit, _ chart: (any Chart)?, _ language: Language, table: TableView? = nil) {
    self.exhibit = exhibit
    self.chart = chart
    self.language = language
    self.table = table
  }

  /// The table of a chart, at its beginning.
  public static func table(of chart: any Chart, _ language: Language) -> TableView {
    let table = DataTable(chart.table, language)
    return TableView(columns: table.columns, rows: table.rows)
  }

  /// - Parameter waiting: what stands in the picture's place while it is being computed.
  public func draw(on surface: inout Surface, in area: Rect, theme: Theme, waiting: String = "") {
    guard !area.isEmpty else { return }
    let (title, rest) = area.splitTop(area.height >= 3 ? 1 : 0)
    surface.write(
      exhibit.title[language].truncated(to: title.width, glyphs: theme.glyphs), x: title.x, y: title.y,
      style: theme.heading, clip: title)
    let reading = words(exhibit.reading[language], area, theme.dim)
    let sentence = words(sentences(area), area, theme.text)
    let (head, body) = rest.splitTop(reading.isEmpty ? 0 : reading.count + 1)
    let (picture, foot) = body.splitBottom(sentence.isEmpty ? 0 : sentence.count + 1)
    write(reading, on: &surface, in: head)
    write(sentence, on: &surface, in: foot.splitTop(1).rest)
    if let table {
      table.draw(on: &surface, in: picture, theme: theme)
    } else if let chart {
      chart.draw(on: &surface, in: picture, theme: theme)
    } else {
      surface.write(waiting, x: picture.x, y: picture.y, style: theme.dim, clip: picture)
    }
  }

  /// As many whole sentences as find room; half a one would tell nothing.
  private func sentences(_ area: Rect) -> String {
    let all = chart.map { ChartSentences.sentences($0, language) } ?? []
    let texts = (1...max(1, all.count)).map { all.prefix($0).joined(separator: language == .en ? " " : "") }
    let room = Self.rows(of: area)
    return texts.last { StyledText($0).wrapped(to: area.width).count <= room } ?? all.first ?? ""
  }

  /// How many rows the words above and below the picture may each take.
  private static func rows(of area: Rect) -> Int { max(1, area.height / 4) }

  /// A text in rows; none where the area is too low for words.
  private func words(_ text: String, _ area: Rect, _ style: Style) -> [StyledLine] {
    guard area.height >= 8, !text.isEmpty else { return [] }
    return Array(StyledText(text, style).wrapped(to: area.width).prefix(Self.rows(of: area)))
  }

  private func write(_ lines: [StyledLine], on surface: inout Surface, in area: Rect) {
    for (row, line) in lines.prefix(area.height).enumerated() {
      line.draw(on: &surface, x: area.x, y: area.y + row, columns: area.width, clip: area)
    }
  }
}
