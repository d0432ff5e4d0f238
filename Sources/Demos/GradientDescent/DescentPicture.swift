import Plots
import Terminal
import Wording

/// The map with the marbles and, where there is room, the losses beside or below it.
struct DescentPicture {
  /// What stands where in a picture of a given size.
  struct Layout {
    let header: Rect
    let map: Rect
    let chart: Rect?

    init(_ size: Size) {
      let (header, rest) = Rect(size).splitTop(size.height >= 9 ? 1 : 0)
      self.header = header
      // Beside each other where the place is broad (a cell is twice as high as wide), else below each other.
      let isBroad = size.width >= 64 && rest.height >= 7 && rest.height * 8 <= size.width * 3
      if isBroad || size.width >= 64 && (7..<12).contains(rest.height) {
        let (left, right) = rest.splitLeft(size.width * 5 / 9)
        map = left
        chart = right.splitLeft(1).rest
      } else if rest.height >= 12 && size.width >= 24 {
        let (top, bottom) = rest.splitTop(rest.height * 3 / 5)
        map = top
        chart = bottom
      } else {
        map = rest
        chart = nil
      }
    }
  }

  private let demo: GradientDescentDemo

  init(_ demo: GradientDescentDemo) { self.demo = demo }

  func draw(on surface: inout Surface, context: DrawContext) {
    let layout = Layout(surface.size)
    let ghost = context.ghost as? GradientDescentDemo
    drawHeader(on: &surface, in: layout.header, context)
    map(ghost: ghost, in: layout.map, theme: context.theme).draw(
      on: &surface, in: layout.map, theme: context.theme)
    guard let chart = layout.chart else { return }
    losses(ghost: ghost, context.language).draw(on: &surface, in: chart, theme: context.theme)
  }

  /// The place on the map under a cell of a picture of a given size.
  func place(at cell: Point, in size: Size) -> Vector? {
    let area = Layout(size).map
    let chart = map(ghost: nil, in: area, theme: .standard(colors: .none))
    return chart.point(at: cell, in: area).map { Vector($0.x, $0.y) }
  }

  func table(_ language: Language) -> DataTable {
    let columns: [Bilingual] = [
      Bilingual(en: "optimiser", zh: "优化器"), Bilingual(both: "x"), Bilingual(both: "y"),
      Bilingual(en: "loss", zh: "损失"), Bilingual(en: "slope", zh: "坡度"), Bilingual(en: "state", zh: "状态"),
    ]
    return DataTable(
      columns: columns.map { $0[language] },
      rows: demo.shown.map { marble in
        let numbers = [marble.w.x, marble.w.y, marble.loss, demo.surface.gradient(marble.w).length]
        return [marble.optimizer.title[language]] + numbers.map { NumberText.short($0) } + [state(marble)[language]]
      })
  }

  private func state(_ marble: Marble) -> Bilingual {
    if let step = marble.divergedAt { return Bilingual(en: "diverged at step \(step)", zh: "第 \(step) 步发散") }
    if demo.distance(marble) < 0.01 { return Bilingual(en: "arrived", zh: "已到谷底") }
    return demo.stepCount == 0 ? Bilingual(en: "at the start", zh: "在起点") : Bilingual(en: "on its way", zh: "途中")
  }
}

extension DescentPicture {
  /// The surface's formula and the legend; the legend alone where both do not fit.
  private func drawHeader(on surface: inout Surface, in area: Rect, _ context: DrawContext) {
    let legend = Legend(demo.shown.map { ($0.optimizer.title[context.language], look($0)) })
    let formula =
      context.theme.glyphs == .ascii ? demo.surface.formula : demo.surface.formulaInUnicode
    let width = TextWidth.of(formula)
    guard width + 2 + legend.width <= area.width else {
      legend.draw(on: &surface, in: area, theme: context.theme)
      return
    }
    surface.write(formula, x: area.x, y: area.y, style: context.theme.math, clip: area)
    let right = area.splitRight(min(area.width - width - 2, legend.width + demo.shown.count)).right
    legend.draw(on: &surface, in: right, theme: context.theme)
  }

  private func look(_ marble: Marble) -> Int { DescentOptimizer.allCases.firstIndex(of: marble.optimizer) ?? 0 }

  private func map(ghost: GradientDescentDemo?, in area: Rect, theme: Theme) -> ContourChart {
    let land = demo.surface
    let ghosts = ghost.map { ghost in
      ghost.shown.map { ContourChart.Path($0.trail.suffix(200), look: look($0), isGhost: true) }
    }
    // The leader is drawn last, over the others.
    let paths = demo.shown.reversed().map { ContourChart.Path($0.trail.suffix(200), look: look($0)) }
    let glyph: Unicode.Scalar = theme.glyphs == .ascii ? "*" : "✕"
    let marks = land.minima.map {
      ContourChart.Mark(PlotPoint(x: $0.x, y: $0.y), glyph: glyph, style: theme.good)
    }
    var chart = ContourChart(
      x: axis(land.reach.x, "x"), y: axis(land.reach.y, "y"),
      levels: levels(area),
      paths: (ghosts ?? []) + paths, marks: marks, hasEqualUnits: true
    ) { land.loss($0, $1) }
    let start = demo.startPlace
    if !chart.shows(PlotPoint(x: start.x, y: start.y), in: area) {
      chart.x = axis(max(land.reach.x, abs(start.x).rounded(.up)), "x")
      chart.y = axis(max(land.reach.y, abs(start.y).rounded(.up)), "y")
    }
    return chart
  }

  /// Heights of the lines: on a tall map, which shows more of y at equal units, further ones too.
  private func levels(_ area: Rect) -> [Double] {
    let land = demo.surface
    let seen = land.reach.x * 2 * Double(area.height) / Double(max(1, area.width))
    let top = max(land.heights.high, seen > land.reach.y ? land.loss(0, seen) : 0)
    let count = (area.height < 18 ? 6 : 9) + (top > land.heights.high ? 2 : 0)
    return ContourChart.logarithmicLevels(from: land.heights.low, to: top, count: count)
  }

  private func axis(_ reach: Double, _ title: String) -> Axis { Axis(Scale(from: -reach, to: reach), title: title) }

  private func losses(ghost: GradientDescentDemo?, _ language: Language) -> LineChart {
    let ghosts = ghost.map { $0.shown.map { series($0, isGhost: true) } }
    let lines = demo.shown.reversed().map { series($0, isGhost: false) }
    return LineChart(
      (ghosts ?? []) + lines, xTitle: Bilingual(en: "step", zh: "步")[language],
      yTitle: Bilingual(en: "loss", zh: "损失")[language], yKind: .log10)
  }

  /// Losses between 1e-8 and a million: below, a straight fall of the curve would squeeze all that matters.
  private func series(_ marble: Marble, isGhost: Bool) -> Series {
    let held = marble.losses.map { $0.isFinite ? max(1e-8, min(Marble.limit, $0)) : $0 }
    return Series("", held, look: look(marble), isGhost: isGhost)
  }
}
