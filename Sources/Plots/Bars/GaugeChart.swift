import Terminal

/// One value on a scale from end to end, with a mark where it should be.
///
/// The bar, the value after it, and from 3 rows up the scale below with the target as a triangle. A value that is not
/// finite leaves the bar empty.
public struct GaugeChart: Chart {
  public var name: String
  public var value: Double
  public var range: ClosedRange<Double>
  /// Where the value should come to.
  public var target: Double?
  /// Whether the target is reached from above, as that of a loss.
  public var isBetterBelow: Bool
  public var unit: String

  public init(
    _ name: String, _ value: Double, in range: ClosedRange<Double> = 0...1, target: Double? = nil,
    isBetterBelow: Bool = false, unit: String = ""
  ) {
    self.name = name
    self.value = value
    self.range = range
    self.target = target
    self.isBetterBelow = isBetterBelow
    self.unit = unit
  }

  /// Whether the target is reached; nil without target or value.
  public var isReached: Bool? {
    guard let target, !value.isNaN else { return nil }
    return isBetterBelow ? value <= target : value >= target
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty else { return }
    let labels = RowLabels([name], in: area)
    let text = valueText(theme)
    let hasValue = labels.rest.width - TextWidth.of(text) >= 8
    let bar = labels.rest.splitRight(hasValue ? TextWidth.of(text) + 1 : 0).rest.splitTop(1).top
    labels.draw(0, row: area.y, style: theme.strong, on: &surface, theme: theme)
    drawBar(in: bar, on: &surface, theme: theme)
    if hasValue { surface.write(text, x: bar.maxX + 1, y: area.y, style: valueStyle(theme)) }
    guard area.height >= 3, bar.width >= 12, let scale else { return }
    let axis = BottomAxis(Axis(scale), plot: bar, area: Rect(x: area.x, y: area.y, width: area.width, height: 3))
    axis.draw(on: &surface, theme: theme)
    guard let target, let x = axis.heldColumn(target) else { return }
    surface.put(theme.glyphs == .ascii ? "^" : "▲", x: x, y: bar.maxY, style: theme.warning)
  }

  private var scale: Scale? {
    let span = range.upperBound - range.lowerBound
    return span > 0 && span.isFinite ? Scale(from: range.lowerBound, to: range.upperBound) : nil
  }

  private func drawBar(in area: Rect, on surface: inout Surface, theme: Theme) {
    let share = value.isNaN ? 0 : scale?.fraction(of: max(range.lowerBound, min(range.upperBound, value))) ?? 0
    let filled = Int((share * Double(area.width)).rounded())
    for x in 0..<area.width {
      let isFilled = x < filled
      let glyph: Unicode.Scalar = theme.glyphs == .ascii ? (isFilled ? "#" : ".") : (isFilled ? "█" : "░")
      surface.put(glyph, x: area.x + x, y: area.y, style: isFilled ? theme.accent : theme.border)
    }
  }

  /// The value with its unit, and a tick or a cross for the target.
  private func valueText(_ theme: Theme) -> String {
    let number = NumberLabel.short(value) + (unit.isEmpty ? "" : " " + unit)
    guard let isReached else { return number }
    return number + (theme.glyphs == .ascii ? (isReached ? " ok" : " -") : (isReached ? " ✓" : " ✗"))
  }

  private func valueStyle(_ theme: Theme) -> Style {
    switch isReached {
    case true: theme.good
    case false: theme.warning
    case nil: theme.strong
    }
  }
}

extension GaugeChart {
  public var facts: [ChartFact] {
    guard !value.isNaN else { return [.empty] }
    let level = ChartFact.level(name: name, value: value, unit: unit, of: range)
    guard let target, let isReached else { return [level] }
    return [level, .target(target, isReached: isReached, unit: unit)]
  }

  public var table: ChartTable {
    let ends = [range.lowerBound, range.upperBound].map { NumberLabel.short($0, digits: 4) }
    return ChartTable(
      columns: [.notion(.name), .words(unit, else: .value), .notion(.minimum), .notion(.maximum), .notion(.mark)],
      rows: [
        [name, NumberLabel.short(value, digits: 4)] + ends + [target.map { NumberLabel.short($0, digits: 4) } ?? ""]
      ])
  }
}
