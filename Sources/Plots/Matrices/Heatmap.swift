import Terminal

/// A matrix as coloured cells with labelled rows and columns.
///
/// Without 256 colours, or in the ASCII tier, values are shades. Not-a-number is `?`, infinity the end's colour. A
/// matrix too large for the area is shown in part, around the selected cell. The scale stands below from 5 rows up, and
/// beside it the value of the selected cell.
public struct Heatmap: Chart {
  /// Row after row; all rows equally long.
  public var values: [[Double]]
  public var rowLabels: [String]
  public var columnLabels: [String]
  public var map: ColorMap
  /// The values at the ends of the colour map; nil takes those of the matrix (symmetric about 0 where diverging).
  public var range: ClosedRange<Double>?
  public var showsValues: Bool
  /// What stands in the cells instead of their values; nil the values themselves.
  public var texts: [[String]]?
  public var selection: (row: Int, column: Int)?
  public var title: String

  /// Traps unless all rows are equally long, and the texts as many as the values.
  public init(
    _ values: [[Double]], rowLabels: [String] = [], columnLabels: [String] = [], map: ColorMap = .sequential,
    range: ClosedRange<Double>? = nil, showsValues: Bool = false, texts: [[String]]? = nil,
    selection: (row: Int, column: Int)? = nil,
    title: String = ""
  ) {
    precondition(values.allSatisfy { $0.count == values[0].count }, "Heatmap: rows of lengths \(values.map(\.count))")
    precondition(
      texts.map { $0.map(\.count) == values.map(\.count) } ?? true, "Heatmap: \(values.count) rows with other texts")
    self.values = values
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.map = map
    self.range = range
    self.showsValues = showsValues
    self.texts = texts
    self.selection = selection
    self.title = title
  }

  public var rows: Int { values.count }
  public var columns: Int { values.first?.count ?? 0 }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    let layout = HeatmapLayout(self, in: area)
    if layout.hasTitle {
      surface.write(title.truncated(to: area.width, glyphs: theme.glyphs), x: area.x, y: area.y, style: theme.dim)
    }
    drawLabels(layout, on: &surface, theme: theme)
    for row in layout.rows {
      for column in layout.columns { drawCell(row, column, layout, on: &surface, theme: theme) }
    }
    if let scale = layout.scale { drawScale(in: scale, on: &surface, theme: theme) }
  }

  /// The matrix cell under a cell of the screen, when drawn in `area`; nil beside the matrix.
  public func cell(at point: Point, in area: Rect) -> (row: Int, column: Int)? {
    let layout = HeatmapLayout(self, in: area)
    guard layout.body.contains(point) else { return nil }
    let row = layout.rows.lowerBound + (point.y - layout.body.y) / layout.cellHeight
    let column = layout.columns.lowerBound + (point.x - layout.body.x) / layout.cellWidth
    return layout.rows.contains(row) && layout.columns.contains(column) ? (row, column) : nil
  }

  func label(_ index: Int, _ labels: [String]) -> String {
    labels.indices.contains(index) ? labels[index] : "\(index + 1)"
  }

  /// The values at the two ends of the map.
  var ends: ClosedRange<Double> {
    if let range { return range }
    let finite = values.joined().filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return 0...1 }
    if map == .diverging {
      let reach = max(abs(low), abs(high))
      return reach > 0 ? -reach...reach : -1...1
    }
    return low < high ? low...high : low...(low + max(1, abs(low)))
  }

  /// 0 to 1 along the map.
  private func fraction(_ value: Double, _ ends: ClosedRange<Double>) -> Double {
    guard value.isFinite else { return value > 0 ? 1 : 0 }
    let span = ends.upperBound - ends.lowerBound
    return span > 0 ? (value - ends.lowerBound) / span : 0.5
  }
}

extension Heatmap {
  private func drawCell(_ row: Int, _ column: Int, _ layout: HeatmapLayout, on surface: inout Surface, theme: Theme) {
    let value = values[row][column]
    let area = layout.cell(row, column)
    let place = fraction(value, layout.ends)
    let isColoured = theme.colors >= .ansi256
    let isSelected = selection.map { $0 == (row, column) } ?? false
    guard value != -.infinity else { return drawMasked(area, isSelected, on: &surface, theme) }
    let style = value.isNaN || !isColoured ? theme.text : layout.showsValues ? map.style(place) : blank(place)
    let shade = value.isNaN ? "?" : isColoured ? " " : map.shade(place, theme.glyphs)
    if layout.showsValues {
      let text = texts.map { $0[row][column] } ?? Self.cellText(value, width: area.width)
      surface.fill(area, style: isSelected ? theme.selection : style)
      let textStyle = isSelected ? theme.selection.adding(.bold) : style
      let (x, y) = (max(area.x, area.maxX - layout.margin - TextWidth.of(text)), area.y + (area.height - 1) / 2)
      // Without colours the shade stands before the number.
      if !isColoured, x > area.x { surface.put(shade, x: max(area.x, x - 2), y: y, style: textStyle) }
      surface.write(text, x: x, y: y, style: textStyle, columns: area.width)
    } else {
      surface.fill(area, with: shade, style: style)
      if isSelected {
        let style = isColoured && !value.isNaN ? map.style(place) : style
        markSelection(area, on: &surface, style: style, theme: theme)
      }
    }
  }

  /// Minus infinity is no value but a mask: the cell is left open, with a dot in its middle.
  private func drawMasked(_ area: Rect, _ isSelected: Bool, on surface: inout Surface, _ theme: Theme) {
    surface.fill(area)
    let (x, y) = (area.x + (area.width - 1) / 2, area.y + (area.height - 1) / 2)
    surface.put(theme.glyphs == .ascii ? "." : "·", x: x, y: y, style: theme.dim)
    if isSelected { markSelection(area, on: &surface, style: theme.text, theme: theme) }
  }

  /// A cell without text: its foreground stays the same from cell to cell, which saves bytes.
  private func blank(_ place: Double) -> Style { Style(.standard, on: map.color(place)) }

  /// Brackets in the selected cell, or a reversed one where it is one column wide.
  private func markSelection(_ area: Rect, on surface: inout Surface, style: Style, theme: Theme) {
    let y = area.y + (area.height - 1) / 2
    guard area.width >= 2 else {
      surface.put(theme.glyphs == .ascii ? "X" : "◆", x: area.x, y: y, style: style.adding(.bold))
      return
    }
    surface.put("[", x: area.x, y: y, style: style.adding(.bold))
    surface.put("]", x: area.maxX - 1, y: y, style: style.adding(.bold))
  }

  private func drawLabels(_ layout: HeatmapLayout, on surface: inout Surface, theme: Theme) {
    if layout.body.x > layout.labels.x {
      for row in layout.rows {
        let room = layout.body.x - layout.labels.x - 1
        let text = label(row, rowLabels).truncated(to: room, glyphs: theme.glyphs)
        let y = layout.cell(row, layout.columns.lowerBound).y + (layout.cellHeight - 1) / 2
        let isSelected = selection?.row == row
        surface.write(
          text, x: layout.body.x - 1 - TextWidth.of(text), y: y, style: isSelected ? theme.accent : theme.dim)
      }
    }
    guard layout.hasColumnLabels else { return }
    for column in layout.columns {
      let cell = layout.cell(layout.rows.lowerBound, column)
      let room = max(1, layout.cellWidth - (layout.cellWidth > 2 ? 1 : 0))
      let text =
        TextWidth.of(label(column, columnLabels)) <= room
        ? label(column, columnLabels) : Self.beginning(of: label(column, columnLabels), room)
      let isSelected = selection?.column == column
      surface.write(
        text, x: max(cell.x, cell.maxX - layout.margin - TextWidth.of(text)), y: layout.body.y - 1,
        style: isSelected ? theme.accent : theme.dim)
    }
  }

  /// As many whole characters as fit, without an ellipsis: in two columns it would be all there is.
  private static func beginning(of text: String, _ columns: Int) -> String {
    var start = ""
    for character in text where TextWidth.of(start) + TextWidth.of(String(character)) <= columns {
      start.append(character)
    }
    return start
  }

  private func drawScale(in area: Rect, on surface: inout Surface, theme: Theme) {
    let ends = ends
    let low = NumberLabel.short(ends.lowerBound)
    let high = NumberLabel.short(ends.upperBound)
    let room = area.width - TextWidth.of(low) - TextWidth.of(high) - 2
    guard room >= 4 else { return }
    let steps = min(room, theme.colors >= .ansi256 ? map.levels : map == .diverging ? 9 : 10)
    var x = area.x + surface.write(low, x: area.x, y: area.y, style: theme.dim) + 1
    for step in 0..<steps {
      let place = (Double(step) + 0.5) / Double(steps)
      let glyph: Unicode.Scalar = theme.colors >= .ansi256 ? " " : map.shade(place, theme.glyphs)
      surface.put(glyph, x: x, y: area.y, style: theme.colors >= .ansi256 ? blank(place) : theme.text)
      x += 1
    }
    x += 1 + surface.write(high, x: x + 1, y: area.y, style: theme.dim)
    drawSelectedValue(from: x + 2, to: area.maxX, y: area.y, on: &surface, theme: theme)
  }

  /// The value on demand: the selected cell by its names, where there is room for the whole.
  private func drawSelectedValue(from start: Int, to end: Int, y: Int, on surface: inout Surface, theme: Theme) {
    guard let selection, values.indices.contains(selection.row), (0..<columns).contains(selection.column) else {
      return
    }
    let value = NumberLabel.short(values[selection.row][selection.column], digits: 4)
    let text = "\(label(selection.row, rowLabels)), \(label(selection.column, columnLabels)): \(value)"
    if start + TextWidth.of(text) <= end { surface.write(text, x: start, y: y, style: theme.accent) }
  }

  /// A number in at most `width - 1` columns: `0.62`, `.62`, `-1.2`, `1e3`.
  static func cellText(_ value: Double, width: Int) -> String {
    if value.isNaN { return "?" }
    let room = width - 1
    for digits in [2, 1] {
      var text =
        abs(value) < 10 ? NumberLabel.fixed(value, decimals: digits) : NumberLabel.short(value, digits: digits + 1)
      if text.utf8.count <= room { return text }
      if text.hasPrefix("0.") { text.removeFirst() }
      if text.hasPrefix("-0.") { text = "-" + text.dropFirst(2) }
      if text.utf8.count <= room { return text }
    }
    let text = NumberLabel.short(value, digits: 1)
    return text.utf8.count <= width ? text : String(repeating: "#", count: max(0, room))
  }
}
