/// One thing to be seen in a chart, as data: numbers and the names that the chart was given.
///
/// The sentence in each language is made in one place, `Demos/Charts/ChartSentences.swift`.
public enum ChartFact: Hashable, Sendable {
  /// There is nothing to see: no values, or none that has a place.
  case empty
  /// So many values are not finite, or have no place on a logarithmic axis, and are left out.
  case unplaced(Int)

  // MARK: Lines

  /// `x` and `y` are the axes' titles.
  case series(name: String, SeriesSummary, x: String, y: String)
  /// The lines are running means of this weight.
  case smoothed(weight: Double)
  /// The run before ended elsewhere, or at the same place.
  case ghost(last: Double, before: Double)
  /// The parts at an x, the largest first.
  case shares(x: String, at: Double, [NamedValue])

  // MARK: Points and maps

  case group(name: String, count: Int, middle: PlotPoint)
  /// How many points lie in the region of their own class.
  case separated(right: Int, of: Int)
  /// How much of the map each class takes, from 0 to 1.
  case regions([NamedValue])
  case landscape(lowest: PlotPoint, low: Double, high: Double)
  /// Where the track of a mover ends, and the height there; the number is nil where there is one track.
  case arrived(number: Int?, at: PlotPoint, height: Double)

  // MARK: Matrices and images

  case matrix(rows: Int, columns: Int)
  case lowestCell(row: String, column: String, value: Double)
  case highestCell(row: String, column: String, value: Double)
  case accuracy(right: Int, of: Int)
  case confusion(actual: String, predicted: String, count: Int)
  case weakestClass(String, recall: Double)
  /// Brightness from 0 to 1.
  case image(width: Int, height: Int, brightness: Double, isColoured: Bool)
  /// A matrix shown as a picture, its values between the two.
  case valueImage(width: Int, height: Int, low: Double, high: Double)

  // MARK: Bars and distributions

  case largest(NamedValue, unit: String)
  case smallest(NamedValue, unit: String)
  case distribution(name: String, count: Int, mean: Double, median: Double)
  case fullestBin(name: String, from: Double, to: Double, count: Int, of: Int)
  case box(name: String, FiveNumbers, outliers: Int)
  case areaUnderCurve(name: String, Double)
  case bestThreshold(name: String, threshold: Double, truePositives: Double, falsePositives: Double)
  case level(name: String, value: Double, unit: String, of: ClosedRange<Double>)
  case target(Double, isReached: Bool, unit: String)
  case progress(done: Int, total: Int, secondsLeft: Double?)

  // MARK: Graphs

  case graph(nodes: Int, edges: Int, waiting: Int)
  case graphEnd(name: String, value: String)
  case tree(questions: Int, leaves: Int, depth: Int)
  case firstQuestion(String)
  case largestLeaf(name: String, count: Int)
  case network(layers: [Int], weights: Int)
  case strongestWeight(from: String, to: String, Double)
  case strongestOutput(name: String, activation: Double)

  // MARK: Several things side by side

  case panels(count: Int, scale: ClosedRange<Double>?)
  /// What one of several charts says first.
  indirect case panel(name: String, ChartFact)
  case timeline(entries: Int, from: Double, to: Double, axis: String)
  case longestSpan(name: String, from: Double, to: Double)
  case lastMark(name: String, at: Double)
}

/// A name with its number.
public struct NamedValue: Hashable, Sendable {
  public var name: String
  public var value: Double

  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}
