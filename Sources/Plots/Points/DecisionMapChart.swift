import Terminal

/// What a classifier thinks of every place: the likeliest class as ground, the surer the fuller, with the points on it.
///
/// Points are told apart by glyph as well as by colour. Without 256 colours or in ASCII each region has a sign of its own
/// and a line around it. Below 6 rows or 24 columns the legend goes, below 5 rows or 20 columns the axes.
public struct DecisionMapChart: Chart {
  public var field: ProbabilityField
  /// The points of each class, in the order of the field's classes.
  public var groups: [ScatterChart.Group]
  public var xTitle: String
  public var yTitle: String

  public init(_ field: ProbabilityField, _ groups: [ScatterChart.Group], xTitle: String = "", yTitle: String = "") {
    self.field = field
    self.groups = groups
    self.xTitle = xTitle
    self.yTitle = yTitle
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty else { return }
    let named = groups.contains { !$0.name.isEmpty }
    let (top, rest) = area.splitTop(area.height >= 6 && area.width >= 24 && named ? 1 : 0)
    let axes = Axes(x: Axis(field.x, title: xTitle), y: Axis(field.y, title: yTitle), in: rest)
    axes.draw(on: &surface, theme: theme)
    let isColoured = theme.colors >= .ansi256 && theme.glyphs == .unicode
    Legend(groups.map { legendEntry($0, isColoured: isColoured, theme) }).draw(on: &surface, in: top, theme: theme)
    if isColoured { drawTints(axes, on: &surface) } else { drawPatterns(axes, on: &surface, theme: theme) }
    drawPoints(axes, isColoured: isColoured, on: &surface, theme: theme)
  }

  /// Without colours the sign of the region stands before the name.
  private func legendEntry(_ group: ScatterChart.Group, isColoured: Bool, _ theme: Theme) -> (String, Int) {
    let pattern = ClassTint.pattern(group.look, theme.glyphs)
    return (isColoured || pattern == " " ? group.name : "\(pattern)\(pattern) \(group.name)", group.look)
  }

  private func look(_ k: Int) -> Int { groups.indices.contains(k) ? groups[k].look : k }

  private func certainty(_ probability: Double) -> Double {
    let chance = 1 / Double(max(2, field.classes))
    return (probability - chance) / (1 - chance)
  }

  /// The winner under each dot of a canvas over the plot.
  private func winners(_ dots: Size) -> [(class: Int, probability: Double)?] {
    (0..<dots.height).flatMap { row in
      let y = field.y.value(at: 1 - (Double(row) + 0.5) / Double(dots.height))
      return (0..<dots.width).map { column in
        field.winner(field.x.value(at: (Double(column) + 0.5) / Double(dots.width)), y)
      }
    }
  }

  private func drawTints(_ axes: Axes, on surface: inout Surface) {
    var canvas = HalfBlockCanvas(axes.plot.size)
    let dots = canvas.dots
    for (index, winner) in winners(dots).enumerated() {
      guard let winner else { continue }
      let color = ClassTint(look(winner.class)).color(certainty(winner.probability))
      canvas.dot(x: index % dots.width, y: index / dots.width, style: Style(color))
    }
    canvas.draw(on: &surface, x: axes.plot.x, y: axes.plot.y)
  }

  private func drawPatterns(_ axes: Axes, on surface: inout Surface, theme: Theme) {
    let plot = axes.plot
    for (index, winner) in winners(plot.size).enumerated() {
      guard let winner else { continue }
      let sign = ClassTint.pattern(look(winner.class), theme.glyphs)
      surface.put(sign, x: plot.x + index % plot.width, y: plot.y + index / plot.width, style: theme.dim)
    }
    switch theme.glyphs {
    case .unicode: drawBorders(BrailleCanvas(plot.size), axes, on: &surface, theme: theme)
    case .ascii: drawBorders(ASCIICanvas(plot.size), axes, on: &surface, theme: theme)
    }
  }

  /// Dots where the likeliest class changes to the right or below.
  private func drawBorders(_ blank: some Canvas, _ axes: Axes, on surface: inout Surface, theme: Theme) {
    var canvas = blank
    let dots = canvas.dots
    let winners = winners(dots).map { $0?.class }
    for y in 0..<dots.height {
      for x in 0..<dots.width {
        let here = winners[y * dots.width + x]
        let right = x + 1 < dots.width ? winners[y * dots.width + x + 1] : here
        let below = y + 1 < dots.height ? winners[(y + 1) * dots.width + x] : here
        if here != right || here != below { canvas.dot(x: x, y: y, style: theme.strong) }
      }
    }
    canvas.draw(on: &surface, x: axes.plot.x, y: axes.plot.y)
  }

  private func drawPoints(_ axes: Axes, isColoured: Bool, on surface: inout Surface, theme: Theme) {
    for group in groups {
      for point in group.points {
        guard let x = axes.column(point.x), let y = axes.row(point.y) else { continue }
        let style = isColoured ? tinted(point, group.look) : theme.series(group.look).adding(.bold)
        surface.put(Marker.glyph(group.look, theme.glyphs), x: x, y: y, style: style)
      }
    }
  }

  private func tinted(_ point: PlotPoint, _ look: Int) -> Style {
    let ground = field.winner(point.x, point.y).map {
      ClassTint(self.look($0.class)).color(certainty($0.probability))
    }
    return Style(ClassTint(look).ink, on: ground ?? .indexed(231), .bold)
  }
}

extension DecisionMapChart {
  /// How many points lie on their own ground, how much of the map each class takes, and the points of each.
  public var facts: [ChartFact] {
    let winners = groups.enumerated().flatMap { k, group in
      group.placed.compactMap { field.winner($0.x, $0.y).map { $0.class == k } }
    }
    let shares = field.shares.enumerated().map { k, share in
      NamedValue(groups.indices.contains(k) ? groups[k].name : "\(k + 1)", share)
    }
    let isKnown = shares.contains { $0.value > 0 }
    let facts =
      (winners.isEmpty ? [] : [ChartFact.separated(right: winners.count { $0 }, of: winners.count)])
      + (isKnown ? [.regions(shares.sorted { $0.value > $1.value })] : []) + groups.compactMap(\.fact)
    return facts.isEmpty ? [.empty] : facts
  }

  /// Every point with the class that the map gives its place, and how sure of it.
  public var table: ChartTable {
    ChartTable(
      columns: [
        .notion(.group), .words(xTitle, else: .x), .words(yTitle, else: .y), .notion(.predicted),
        .notion(.probability),
      ],
      rows: groups.flatMap { group in
        group.points.map { point in
          let winner = field.winner(point.x, point.y)
          let name = winner.map { groups.indices.contains($0.class) ? groups[$0.class].name : "\($0.class + 1)" }
          return [
            group.name, NumberLabel.short(point.x, digits: 4), NumberLabel.short(point.y, digits: 4), name ?? "",
            winner.map { NumberLabel.fixed($0.probability, decimals: 3) } ?? "",
          ]
        }
      })
  }
}
