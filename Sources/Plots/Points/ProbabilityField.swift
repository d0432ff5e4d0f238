import Terminal

/// The probabilities of classes over a map, known on a grid and read between its places.
///
/// Computed once, in one batch, because a model costs more than a picture: 80 by 60 places are enough for any terminal.
public struct ProbabilityField: Hashable, Sendable {
  public let x: Scale
  public let y: Scale
  public let columns: Int
  public let rows: Int
  public let classes: Int
  /// Of each place in the order of `places`, the probability of each class.
  private let values: [Float]

  /// Traps unless both scales are linear, there are 2 columns, 2 rows and 1 class at least, and as many values.
  public init(x: Scale, y: Scale, columns: Int, rows: Int, classes: Int, values: [Float]) {
    precondition(x.kind == .linear && y.kind == .linear, "ProbabilityField: needs linear scales")
    precondition(
      columns >= 2 && rows >= 2 && classes >= 1 && values.count == columns * rows * classes,
      "ProbabilityField: \(values.count) values for \(columns) x \(rows) places of \(classes) classes")
    self.x = x
    self.y = y
    self.columns = columns
    self.rows = rows
    self.classes = classes
    self.values = values
  }

  /// The places of a grid, row after row from the lowest y, each from the lowest x: what a model is to be asked.
  public static func places(x: Scale, y: Scale, columns: Int, rows: Int) -> [PlotPoint] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        PlotPoint(
          x: x.value(at: Double(column) / Double(max(1, columns - 1))),
          y: y.value(at: Double(row) / Double(max(1, rows - 1))))
      }
    }
  }

  /// The likeliest class at a place and its probability, between grid places in proportion; nil outside the map and
  /// where a number is missing.
  public func winner(_ px: Double, _ py: Double) -> (class: Int, probability: Double)? {
    guard let fx = x.fraction(of: px), let fy = y.fraction(of: py), (0...1).contains(fx), (0...1).contains(fy) else {
      return nil
    }
    let (gx, gy) = (fx * Double(columns - 1), fy * Double(rows - 1))
    let (column, row) = (min(columns - 2, Int(gx)), min(rows - 2, Int(gy)))
    let (right, up) = (gx - Double(column), gy - Double(row))
    var best: (class: Int, probability: Double)?
    for k in 0..<classes {
      let low = value(column, row, k) * (1 - right) + value(column + 1, row, k) * right
      let high = value(column, row + 1, k) * (1 - right) + value(column + 1, row + 1, k) * right
      let probability = low * (1 - up) + high * up
      guard probability.isFinite else { return nil }
      if best.map({ probability > $0.probability }) ?? true { best = (k, probability) }
    }
    return best
  }

  /// Of the grid's places the share where each class is the likeliest.
  public var shares: [Double] {
    var counts = Array(repeating: 0, count: classes)
    for place in Self.places(x: x, y: y, columns: columns, rows: rows) {
      if let winner = winner(place.x, place.y) { counts[winner.class] += 1 }
    }
    return counts.map { Double($0) / Double(columns * rows) }
  }

  private func value(_ column: Int, _ row: Int, _ k: Int) -> Double {
    Double(values[(row * columns + column) * classes + k])
  }
}
