import Terminal

/// ROC curves of one or several classifiers, with the area under each in the legend; the diagonal is chance.
public struct ROCChart: Chart {
  public struct Classifier: Hashable, Sendable {
    public var name: String
    public var scores: [Double]
    public var isPositive: [Bool]
    public var look: Int

    /// Traps unless there are as many scores as classes.
    public init(_ name: String, scores: [Double], isPositive: [Bool], look: Int = 0) {
      precondition(scores.count == isPositive.count, "Classifier: \(scores.count) scores, \(isPositive.count) classes")
      self.name = name
      self.scores = scores
      self.isPositive = isPositive
      self.look = look
    }

    /// Nil where one of the classes is missing.
    public var curve: ROCCurve? { ROCCurve(scores: scores, isPositive: isPositive) }
  }

  public var classifiers: [Classifier]
  /// What the axes say: the share of false alarms, the share of hits.
  public var xTitle: String
  public var yTitle: String

  public init(_ classifiers: [Classifier], xTitle: String = "FPR", yTitle: String = "TPR") {
    self.classifiers = classifiers
    self.xTitle = xTitle
    self.yTitle = yTitle
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    let whole = Scale(from: 0, to: 1)
    let chance = Series("", (0...100).map { Double($0) / 100 }, spacing: 0.01, look: 0, isGhost: true)
    let curves = classifiers.compactMap { classifier -> Series? in
      guard let curve = classifier.curve else { return nil }
      let name = "\(classifier.name) AUC \(NumberLabel.fixed(curve.area, decimals: 3))"
      return Series(
        name, xs: curve.points.map(\.falsePositives), values: curve.points.map(\.truePositives), look: classifier.look)
    }
    LineChart(
      [chance] + curves, xTitle: xTitle, yTitle: yTitle, xScale: whole, yScale: whole
    ).draw(on: &surface, in: area, theme: theme)
  }

  public var facts: [ChartFact] {
    let facts = classifiers.flatMap { classifier -> [ChartFact] in
      guard let curve = classifier.curve else { return [] }
      let best = curve.best
      return [
        .areaUnderCurve(name: classifier.name, curve.area),
        .bestThreshold(
          name: classifier.name, threshold: best.threshold, truePositives: best.truePositives,
          falsePositives: best.falsePositives),
      ]
    }
    let unplaced = classifiers.reduce(0) { $0 + $1.scores.count { !$0.isFinite } }
    return facts.isEmpty ? [.empty] : facts + (unplaced > 0 ? [.unplaced(unplaced)] : [])
  }

  public var table: ChartTable {
    ChartTable(
      columns: [.notion(.name), .notion(.threshold), .notion(.falsePositives), .notion(.truePositives)],
      rows: classifiers.flatMap { classifier in
        (classifier.curve?.points ?? []).map { point in
          [classifier.name]
            + [point.threshold, point.falsePositives, point.truePositives].map { NumberLabel.short($0, digits: 4) }
        }
      })
  }
}
