import Terminal

/// A layered network: units in columns with their activations, joined by lines for the weights.
///
/// A positive weight is a full line, a negative one broken, in colours of their own; a strong one bold, a weak one faint,
/// and one below a twentieth of the strongest is left out. Where there is room the sign stands on the strongest lines.
/// Layers of more units than rows are shown in part, with `⋮` and the number left out.
public struct NetworkChart: Chart {
  public struct Unit: Hashable, Sendable {
    /// Shown beside the first layer and the last; may be empty.
    public var name: String
    /// Nil where nothing has flowed yet.
    public var activation: Double?

    public init(_ name: String = "", activation: Double? = nil) {
      self.name = name
      self.activation = activation
    }
  }

  public struct Layer: Hashable, Sendable {
    public var name: String
    public var units: [Unit]

    public init(_ name: String = "", _ units: [Unit]) {
      self.name = name
      self.units = units
    }
  }

  public let layers: [Layer]
  /// Between each layer and the next: `weights[layer][from][to]`.
  public let weights: [[[Double]]]

  /// Traps unless there is a matrix between each two layers, of their sizes.
  public init(_ layers: [Layer], weights: [[[Double]]]) {
    precondition(
      weights.count == max(0, layers.count - 1), "NetworkChart: \(weights.count) matrices, \(layers.count) layers")
    for (index, matrix) in weights.enumerated() {
      let (from, to) = (layers[index].units.count, layers[index + 1].units.count)
      precondition(
        matrix.count == from && matrix.allSatisfy { $0.count == to },
        "NetworkChart: rows of \(matrix.map(\.count)) between \(from) and \(to) units")
    }
    self.layers = layers
    self.weights = weights
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty, layers.contains(where: { !$0.units.isEmpty }) else { return }
    let layout = NetworkLayout(self, in: area, theme: theme)
    switch theme.glyphs {
    case .unicode: drawEdges(BrailleCanvas(area.size), layout, in: area, on: &surface, theme: theme)
    case .ascii: drawEdges(ASCIICanvas(area.size), layout, in: area, on: &surface, theme: theme)
    }
    for box in layout.boxes { box.draw(on: &surface, clip: area, theme: theme) }
    for name in layout.names {
      surface.write(name.text, x: name.place.x, y: name.place.y, style: theme.dim, clip: area)
    }
  }

  private var strongest: Double { weights.joined().joined().filter(\.isFinite).map(abs).max() ?? 0 }

  /// The weights that are worth a line, the strongest last so that they lie on top.
  var edges: [Edge] {
    let strongest = strongest
    guard strongest > 0 else { return [] }
    var edges: [Edge] = []
    for (layer, matrix) in weights.enumerated() {
      for (from, row) in matrix.enumerated() {
        for (to, weight) in row.enumerated() where weight.isFinite && abs(weight) >= strongest / 20 {
          edges.append(Edge(layer: layer, from: from, to: to, weight: weight, strength: abs(weight) / strongest))
        }
      }
    }
    return edges.sorted { $0.strength < $1.strength }
  }

  struct Edge {
    let layer: Int
    let from: Int
    let to: Int
    let weight: Double
    /// As a share of the strongest.
    let strength: Double

    func style(_ theme: Theme) -> Style {
      let style = theme.series(weight > 0 ? 0 : 1)
      return strength >= 0.6 ? style.adding(.bold) : strength < 0.25 ? theme.dim : style
    }
  }

  private func drawEdges(
    _ blank: some Canvas, _ layout: NetworkLayout, in area: Rect, on surface: inout Surface, theme: Theme
  ) {
    var canvas = blank
    let edges = edges
    for edge in edges {
      guard let (start, end) = layout.ends(edge, canvas.dots) else { continue }
      if edge.weight > 0 {
        canvas.line(from: start, to: end, style: edge.style(theme))
      } else {
        canvas.brokenLine(from: start, to: end, style: edge.style(theme))
      }
    }
    canvas.draw(on: &surface, x: area.x, y: area.y)
    var taken: Set<Point> = []
    for edge in edges.reversed() where edge.strength >= 0.5 {
      guard let place = layout.signPlace(edge), taken.insert(place).inserted else { continue }
      surface.put(edge.weight > 0 ? "+" : "-", x: place.x, y: place.y, style: edge.style(theme))
    }
  }
}

extension Canvas {
  /// A line of strokes three dots long with gaps of two.
  fileprivate mutating func brokenLine(from start: Point, to end: Point, style: Style) {
    guard let (start, end) = DotLine.clipped(from: start, to: end, to: dots) else { return }
    for (index, point) in DotLine(from: start, to: end).enumerated() where index % 5 < 3 {
      dot(x: point.x, y: point.y, style: style)
    }
  }
}

extension NetworkChart {
  public var facts: [ChartFact] {
    guard layers.contains(where: { !$0.units.isEmpty }) else { return [.empty] }
    let all = weights.joined().joined()
    var facts: [ChartFact] = [.network(layers: layers.map(\.units.count), weights: all.count)]
    if let edge = edges.last {
      let (from, to) = (name(edge.layer, edge.from), name(edge.layer + 1, edge.to))
      facts.append(.strongestWeight(from: from, to: to, edge.weight))
    }
    let outputs = (layers.last?.units ?? []).enumerated().compactMap { index, unit in
      unit.activation.flatMap { $0.isFinite ? (name(layers.count - 1, index), $0) : nil }
    }
    if let best = outputs.max(by: { $0.1 < $1.1 }) {
      facts.append(.strongestOutput(name: best.0, activation: best.1))
    }
    let unplaced = all.count { !$0.isFinite }
    return facts + (unplaced > 0 ? [.unplaced(unplaced)] : [])
  }

  /// The name of a unit, or its layer's and its own number: `2.3`.
  private func name(_ layer: Int, _ unit: Int) -> String {
    let name = layers[layer].units[unit].name
    return name.isEmpty ? "\(layer + 1).\(unit + 1)" : name
  }

  /// A row a unit: its activation, and the weights that lead to it.
  public var table: ChartTable {
    ChartTable(
      columns: [.notion(.layer), .notion(.unit), .notion(.activation), .notion(.weight)],
      rows: layers.indices.flatMap { layer in
        layers[layer].units.indices.map { unit in
          let incoming = layer > 0 ? weights[layer - 1].map { NumberLabel.short($0[unit]) } : []
          let activation = layers[layer].units[unit].activation.map { NumberLabel.short($0) } ?? ""
          return ["\(layer + 1)", name(layer, unit), activation, incoming.joined(separator: " ")]
        }
      })
  }
}
