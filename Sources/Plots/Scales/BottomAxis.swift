import Terminal

/// An axis along the bottom of a plot: a line with ticks in the row below it, labels and the title in the row after.
///
/// Labels may reach beyond the plot as far as `area`; those that would touch another or the title are left out.
struct BottomAxis {
  let axis: Axis
  let plot: Rect
  let area: Rect
  private let ticks: [Tick]

  init(_ axis: Axis, plot: Rect, area: Rect) {
    self.axis = axis
    self.plot = plot
    self.area = area
    ticks = axis.scale.ticks(atMost: max(3, plot.width / 9))
  }

  /// The column of a value; nil where it has none on the scale.
  func column(_ value: Double) -> Int? {
    guard let f = axis.scale.fraction(of: value), f >= -0.001, f <= 1.001, plot.width > 0 else { return nil }
    return plot.x + min(plot.width - 1, max(0, Int((f * Double(plot.width - 1)).rounded())))
  }

  /// The column of a value, or of the nearer end where it lies outside; nil where it has no place at all.
  func heldColumn(_ value: Double) -> Int? {
    value.isNaN ? nil : column(max(axis.scale.lower, min(axis.scale.upper, value)))
  }

  func draw(on surface: inout Surface, theme: Theme) {
    guard plot.maxY + 1 < area.maxY, plot.width > 0 else { return }
    let line = AxisGlyphs(theme.glyphs)
    surface.fill(
      Rect(x: plot.x, y: plot.maxY, width: plot.width, height: 1), with: line.horizontal, style: theme.border)
    let y = plot.maxY + 1
    let titleWidth = TextWidth.of(axis.title)
    let titleRoom = titleWidth > 0 && titleWidth + 12 <= plot.width ? titleWidth + 1 : 0
    var end = area.x - 1
    for tick in ticks {
      guard let column = column(tick.value) else { continue }
      surface.put(line.xTick, x: column, y: plot.maxY, style: theme.border)
      let width = TextWidth.of(tick.label)
      let start = min(max(area.x, column - width / 2), area.maxX - width)
      guard start > end, start + width <= area.maxX - titleRoom else { continue }
      surface.write(tick.label, x: start, y: y, style: theme.dim)
      end = start + width
    }
    if titleRoom > 0 { surface.write(axis.title, x: area.maxX - titleWidth, y: y, style: theme.dim) }
  }
}
