import Terminal

/// Where a heatmap's parts stand in an area: as much as fits, cells as large as useful.
struct HeatmapLayout {
  /// The matrix cells shown.
  let rows: Range<Int>
  let columns: Range<Int>
  /// The screen cells that they cover, without labels.
  let body: Rect
  /// The body with the row labels.
  let labels: Rect
  let cellWidth: Int
  let cellHeight: Int
  let showsValues: Bool
  /// Blank columns to the right of what stands in the cells and over them.
  let margin: Int
  let hasTitle: Bool
  let hasColumnLabels: Bool
  /// The row of the colour scale.
  let scale: Rect?
  let ends: ClosedRange<Double>

  init(_ map: Heatmap, in area: Rect) {
    ends = map.ends
    hasTitle = !map.title.isEmpty && area.height >= map.rows + 4 && area.height >= 6
    let titled = area.splitTop(hasTitle ? 1 : 0).rest
    // A scale takes a row only where it hides none of the matrix, unless the matrix is cut anyway.
    let hasScale = titled.height >= 5 && titled.width >= 16 && (titled.height >= map.rows + 2 || titled.height >= 8)
    let (labelled, scaleRow) = titled.splitBottom(hasScale ? 1 : 0)
    scale = hasScale ? scaleRow : nil
    let labelWidth = Self.labelWidth(map, area)
    hasColumnLabels = !map.columnLabels.isEmpty && labelled.height >= 3
    labels = labelled.splitTop(hasColumnLabels ? 1 : 0).rest
    let room = labels.splitLeft(labelWidth).rest

    let fits = { (width: Int) in map.columns * width <= room.width }
    showsValues = map.showsValues && room.width >= 5 && (fits(5) || room.width >= 15)
    // Room for the column labels where all columns then still fit.
    let labelRoom = min(8, (map.columnLabels.map { TextWidth.of($0) }.max() ?? 0) + 1)
    let fair = map.columns > 0 ? room.width / map.columns : 0
    cellWidth = max(1, showsValues ? min(8, max(5, fair)) : min(max(6, labelRoom), max(1, fair)))
    margin = map.texts != nil && cellWidth >= 5 ? 1 : 0
    cellHeight = max(1, min(3, map.rows > 0 ? room.height / map.rows : 1))
    rows = Self.window(map.rows, showing: room.height / cellHeight, around: map.selection?.row)
    columns = Self.window(map.columns, showing: room.width / cellWidth, around: map.selection?.column)
    body = Rect(x: room.x, y: room.y, width: columns.count * cellWidth, height: rows.count * cellHeight)
  }

  func cell(_ row: Int, _ column: Int) -> Rect {
    Rect(
      x: body.x + (column - columns.lowerBound) * cellWidth, y: body.y + (row - rows.lowerBound) * cellHeight,
      width: cellWidth, height: cellHeight)
  }

  private static func labelWidth(_ map: Heatmap, _ area: Rect) -> Int {
    let widest = map.rowLabels.map { TextWidth.of($0) }.max() ?? 0
    guard widest > 0, area.width >= 12 else { return 0 }
    return min(widest, area.width / 4) + 1
  }

  /// The part of `count` things of which `room` are shown, the selected one among them.
  private static func window(_ count: Int, showing room: Int, around selected: Int?) -> Range<Int> {
    guard count > room else { return 0..<count }
    let first = max(0, min(count - room, (selected ?? 0) - room / 2))
    return first..<(first + max(0, room))
  }
}
