import Terminal

/// A matrix as a picture: one value a dot, two dots a cell one above the other, so that they come out about square.
///
/// For digits, filters and other pictures; `Heatmap` is for matrices with names and numbers to read. Without 256
/// colours, or in the ASCII tier, two columns and one row a value, as shades; where these do not fit, dots. What does
/// not fit is cut off at the right and the bottom; not-a-number is left blank.
public struct ImageChart: Chart {
  /// Row after row, from the top.
  public var values: [[Double]]
  public var map: ColorMap
  /// The values at the ends of the colour map.
  public var range: ClosedRange<Double>

  public init(_ values: [[Double]], map: ColorMap = .sequential, range: ClosedRange<Double> = 0...1) {
    self.values = values
    self.map = map
    self.range = range
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    let visible = area.intersection(surface.bounds)
    guard !visible.isEmpty else { return }
    if theme.colors >= .ansi256 && theme.glyphs == .unicode {
      drawDots(on: &surface, in: visible)
    } else if theme.glyphs == .unicode, values.count > visible.height || 2 * width > visible.width {
      asPicture.draw(on: &surface, in: visible, theme: theme)
    } else {
      drawShades(on: &surface, in: visible, theme: theme)
    }
  }

  private var width: Int { values.map(\.count).max() ?? 0 }

  /// The values as greys, the highest bright.
  private var asPicture: PictureChart {
    let greys = values.flatMap { row in
      row.map { Float($0.isNaN ? 0 : place($0)) } + Array(repeating: 0, count: width - row.count)
    }
    return PictureChart(Picture(greys: greys, width: max(1, width)), .dots(.floydSteinberg))
  }

  private func drawDots(on surface: inout Surface, in area: Rect) {
    var canvas = HalfBlockCanvas(area.size)
    for (y, row) in values.prefix(area.height * 2).enumerated() {
      for (x, value) in row.prefix(area.width).enumerated() where !value.isNaN {
        canvas.dot(x: x, y: y, style: Style(map.color(place(value))))
      }
    }
    canvas.draw(on: &surface, x: area.x, y: area.y)
  }

  private func drawShades(on surface: inout Surface, in area: Rect, theme: Theme) {
    for (y, row) in values.prefix(area.height).enumerated() {
      for (x, value) in row.prefix((area.width + 1) / 2).enumerated() where !value.isNaN {
        let cells = Rect(x: area.x + 2 * x, y: area.y + y, width: min(2, area.width - 2 * x), height: 1)
        surface.fill(cells, with: map.shade(place(value), theme.glyphs), style: theme.text)
      }
    }
  }

  private func place(_ value: Double) -> Double {
    let span = range.upperBound - range.lowerBound
    guard value.isFinite else { return value > 0 ? 1 : 0 }
    return span > 0 ? (value - range.lowerBound) / span : 0.5
  }
}

extension ImageChart: SharedScaleChart {
  /// All take the widest range.
  public static func sharingScales(_ charts: [ImageChart]) -> [ImageChart] {
    guard let low = charts.map(\.range.lowerBound).min(), let high = charts.map(\.range.upperBound).max() else {
      return charts
    }
    return charts.map { ImageChart($0.values, map: $0.map, range: low...high) }
  }

  public var facts: [ChartFact] {
    let finite = values.joined().filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return [.empty] }
    return [.valueImage(width: width, height: values.count, low: low, high: high)]
  }

  /// A row of numbers for every row of the picture; short rows are filled up with blanks.
  public var table: ChartTable {
    ChartTable(
      columns: (0..<width).map { .words("\($0 + 1)") },
      rows: values.map { row in
        row.map { NumberLabel.short($0) } + Array(repeating: "", count: width - row.count)
      })
  }
}
