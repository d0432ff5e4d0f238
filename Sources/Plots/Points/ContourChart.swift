import Terminal

/// A function of two variables as a map: lines of equal height, with paths and marks on it.
///
/// A line stands wherever the function passes a level between two neighbouring dots; where it is not a number there is
/// none. Costs one evaluation a dot: under 20 000 at 120x40.
public struct ContourChart: Chart {
  /// The track of something that moved over the map.
  public struct Path: Hashable, Sendable {
    public var points: [PlotPoint]
    /// Which colour and glyph it takes.
    public var look: Int
    /// Drawn faintly, as dots, without a glyph at its end: the run before.
    public var isGhost: Bool

    public init(_ points: [PlotPoint], look: Int, isGhost: Bool = false) {
      self.points = points
      self.look = look
      self.isGhost = isGhost
    }
  }

  /// A glyph at a place.
  public struct Mark: Hashable, Sendable {
    public var point: PlotPoint
    public var glyph: Unicode.Scalar
    public var style: Style

    public init(_ point: PlotPoint, glyph: Unicode.Scalar, style: Style) {
      self.point = point
      self.glyph = glyph
      self.style = style
    }
  }

  public var function: @Sendable (Double, Double) -> Double
  public var x: Axis
  public var y: Axis
  /// The heights of the lines, ascending.
  public var levels: [Double]
  public var paths: [Path]
  public var marks: [Mark]
  /// Whether a unit is as long down as across, so that slopes look as steep as they are: then more of one axis is shown
  /// than its scale asks for.
  public var hasEqualUnits: Bool

  public init(
    x: Axis, y: Axis, levels: [Double], paths: [Path] = [], marks: [Mark] = [], hasEqualUnits: Bool = false,
    function: @escaping @Sendable (Double, Double) -> Double
  ) {
    self.x = x
    self.y = y
    self.levels = levels
    self.paths = paths
    self.marks = marks
    self.hasEqualUnits = hasEqualUnits
    self.function = function
  }

  /// `count` levels from `low` to `high`, each the same multiple of the one before. Traps unless 0 < low < high and
  /// count is 2 or more.
  public static func logarithmicLevels(from low: Double, to high: Double, count: Int) -> [Double] {
    precondition(0 < low && low < high && count >= 2, "logarithmicLevels: \(count) from \(low) to \(high)")
    let scale = Scale(.log10, from: low, to: high)
    return (0..<count).map { scale.value(at: Double($0) / Double(count - 1)) }
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty else { return }
    let axes = axes(in: area)
    axes.draw(on: &surface, theme: theme)
    switch theme.glyphs {
    case .unicode: drawMap(BrailleCanvas(axes.plot.size), axes, on: &surface, theme: theme)
    case .ascii: drawMap(ASCIICanvas(axes.plot.size), axes, on: &surface, theme: theme)
    }
    drawMarks(axes, on: &surface, theme: theme)
  }

  /// The place under a cell of the screen, when drawn in `area`; nil beside the map.
  public func point(at cell: Point, in area: Rect) -> PlotPoint? {
    let axes = axes(in: area)
    let plot = axes.plot
    guard plot.contains(cell) else { return nil }
    let fraction = { (offset: Int, count: Int) in count > 1 ? Double(offset) / Double(count - 1) : 0.5 }
    return PlotPoint(
      x: axes.x.scale.value(at: fraction(cell.x - plot.x, plot.width)),
      y: axes.y.scale.value(at: 1 - fraction(cell.y - plot.y, plot.height)))
  }

  /// Whether a place is on the map, when drawn in `area`.
  public func shows(_ place: PlotPoint, in area: Rect) -> Bool {
    let axes = axes(in: area)
    return (axes.x.scale.lower...axes.x.scale.upper).contains(place.x)
      && (axes.y.scale.lower...axes.y.scale.upper).contains(place.y)
  }

  private func axes(in area: Rect) -> Axes {
    hasEqualUnits ? .withEqualUnits(x: x, y: y, in: area) : Axes(x: x, y: y, in: area)
  }

  private func drawMap<C: Canvas>(_ blank: C, _ axes: Axes, on surface: inout Surface, theme: Theme) {
    var lines = blank
    trace(levelsOf: bands(on: lines.dots, axes), on: &lines, style: theme.border, sparse: theme.colors == .none)
    lines.draw(on: &surface, x: axes.plot.x, y: axes.plot.y)
    for path in paths.filter(\.isGhost) + paths.filter({ !$0.isGhost }) {
      // A canvas of its own: its cells replace those of the map, so that the track stands out without colour too.
      var track = blank
      let style = path.isGhost ? theme.dim : theme.series(path.look).adding(.bold)
      draw(path, on: &track, axes, style: style)
      track.draw(on: &surface, x: axes.plot.x, y: axes.plot.y)
    }
  }

  private func draw(_ path: Path, on canvas: inout some Canvas, _ axes: Axes, style: Style) {
    var last: Point?
    for point in path.points {
      let dot = axes.dot(point.x, point.y, canvas.dots)
      if let dot, path.isGhost || last == nil { canvas.dot(x: dot.x, y: dot.y, style: style) }
      if let dot, let last, !path.isGhost { canvas.line(from: last, to: dot, style: style) }
      last = dot
    }
  }

  private func drawMarks(_ axes: Axes, on surface: inout Surface, theme: Theme) {
    for mark in marks {
      guard let x = axes.column(mark.point.x), let y = axes.row(mark.point.y) else { continue }
      surface.put(mark.glyph, x: x, y: y, style: mark.style)
    }
    for path in paths where !path.isGhost {
      // The glyph of something that left the map stays at its edge.
      guard let end = path.points.last(where: { $0.x.isFinite && $0.y.isFinite }) else { continue }
      let held = PlotPoint(x: held(end.x, axes.x.scale), y: held(end.y, axes.y.scale))
      guard let x = axes.column(held.x), let y = axes.row(held.y) else { continue }
      surface.put(Marker.glyph(path.look, theme.glyphs), x: x, y: y, style: theme.series(path.look).adding(.bold))
    }
  }

  private func held(_ value: Double, _ scale: Scale) -> Double { max(scale.lower, min(scale.upper, value)) }
}

extension ContourChart {
  /// For every dot, how many levels lie below the function there; -1 where it is not a number.
  private func bands(on dots: Size, _ axes: Axes) -> [Int8] {
    var bands = [Int8](repeating: 0, count: dots.width * dots.height)
    let xs = (0..<dots.width).map { axes.x.scale.value(at: (Double($0) + 0.5) / Double(dots.width)) }
    for row in 0..<dots.height {
      let py = axes.y.scale.value(at: 1 - (Double(row) + 0.5) / Double(dots.height))
      for column in 0..<dots.width {
        let value = function(xs[column], py)
        bands[row * dots.width + column] = value.isNaN ? -1 : band(value)
      }
    }
    return bands
  }

  private func band(_ value: Double) -> Int8 {
    var (low, high) = (0, min(levels.count, 127))
    while low < high {
      let middle = (low + high) / 2
      if levels[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return Int8(low)
  }

  /// Sets the dots where the band changes to the right or below; every second one where `sparse`.
  private func trace(levelsOf bands: [Int8], on canvas: inout some Canvas, style: Style, sparse: Bool) {
    let (w, h) = (canvas.dots.width, canvas.dots.height)
    for y in 0..<h {
      for x in 0..<w where !sparse || (x + y) % 2 == 0 {
        let here = bands[y * w + x]
        let right = x + 1 < w ? bands[y * w + x + 1] : here
        let below = y + 1 < h ? bands[(y + 1) * w + x] : here
        guard here != right || here != below, here >= 0, right >= 0, below >= 0 else { continue }
        canvas.dot(x: x, y: y, style: style)
      }
    }
  }
}
