import Terminal
import Widgets
import Wording

/// The regions of a demo, one below the other, at one moment of its run.
struct CodeRows {
  /// Which line runs next: by region and by line, both from 0.
  struct Place: Hashable, Sendable {
    let region: Int
    let line: Int
  }

  private(set) var rows: [StyledLine] = []
  /// The first row of each region, its title, and the end of the last.
  private(set) var starts: [Int] = []
  /// The row of the first row of each line.
  private var lineRows: [Place: Int] = [:]

  init(_ regions: [SourceRegion], _ texts: [CodeText], _ frame: PlayerFrame) {
    let next = Self.next(regions, frame)
    let figures = frame.figures
    for (index, region) in regions.enumerated() {
      if index > 0 { rows.append(StyledText()) }
      starts.append(rows.count)
      rows.append(Self.title(region, isActive: index == next?.region, texts[index].theme))
      let beside = Self.figures(figures, beside: region, texts[index].theme)
      for line in region.lines.indices {
        lineRows[Place(region: index, line: line)] = rows.count
        let mark = Self.mark(Place(region: index, line: line), next)
        rows += texts[index].rows(line, mark: mark, figures: beside[line] ?? StyledText())
      }
    }
    starts.append(rows.count)
  }

  /// The row in which a line begins.
  func row(of place: Place) -> Int { lineRows[place] ?? 0 }

  /// The line that runs next; the first of its region where the demo does not say. Nil when nothing will run.
  static func next(_ regions: [SourceRegion], _ frame: PlayerFrame) -> Place? {
    guard let id = frame.activeRegion, let region = regions.firstIndex(where: { $0.id == id }) else { return nil }
    let lines = regions[region].lines
    let line = frame.activeLine.flatMap { regions[region].line(with: $0) }
    return Place(region: region, line: line ?? lines.firstIndex { !$0.contains("///") } ?? 0)
  }

  private static func mark(_ place: Place, _ next: Place?) -> CodeText.Mark {
    guard let next, place.region == next.region else { return .none }
    return place.line == next.line ? .next : .active
  }

  /// `Optimizers.swift · sgd`, with the folders before it.
  private static func title(_ region: SourceRegion, isActive: Bool, _ theme: Theme) -> StyledLine {
    let parts = region.id.split(separator: "#").map(String.init)
    let dash = theme.glyphs == .ascii ? "-- " : "── "
    return StyledText(dash, theme.border) + StyledText(parts.last ?? "", isActive ? theme.accent : theme.strong)
      + StyledText("  " + (parts.first ?? ""), theme.dim)
  }

  /// `← w = (3.64, -0.8)`, by line.
  private static func figures(_ all: [Figure], beside region: SourceRegion, _ theme: Theme) -> [Int: StyledText] {
    var beside: [Int: StyledText] = [:]
    for figure in all where figure.region == region.id {
      guard let line = region.line(with: figure.line) else { continue }
      let start = beside[line].map { $0 + StyledText("  ") } ?? StyledText(arrow(theme), theme.dim)
      let name = NarrationText.plain(Sanitizer.clean(figure.name), theme.glyphs)
      let value = NarrationText.plain(Sanitizer.clean(figure.value), theme.glyphs)
      beside[line] = start + StyledText(name + " = ", theme.math) + StyledText(value, theme.strong)
    }
    return beside
  }

  private static func arrow(_ theme: Theme) -> String { theme.glyphs == .ascii ? "<- " : "← " }
}
