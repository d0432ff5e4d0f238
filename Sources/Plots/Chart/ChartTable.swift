/// The numbers of a picture, for a screen reader.
public struct ChartTable: Hashable, Sendable {
  public var columns: [ChartHeading]
  public var rows: [[String]]

  public init(columns: [ChartHeading], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// What stands over a column of a chart's table: words that the chart was given, or a notion that is said in the
/// reader's language.
public enum ChartHeading: Hashable, Sendable {
  case words(String)
  case notion(ChartNotion)

  /// The chart's own words, or the notion where it was given none.
  static func words(_ text: String, else notion: ChartNotion) -> ChartHeading {
    text.isEmpty ? .notion(notion) : .words(text)
  }
}

/// What a column of numbers or names is, in no language.
public enum ChartNotion: String, CaseIterable, Sendable {
  case number, name, value, gradient, inputs, height, x, y, group, from, to, count, share, probability
  case minimum, maximum, mean, median, lowerQuartile, upperQuartile, lowerWhisker, upperWhisker, outliers
  case actual, predicted, recall, threshold, falsePositives, truePositives
  case depth, question, answer, layer, unit, weight, activation, row
  case start, end, last, smoothed, done, total, timeLeft, panel, mark, brightness
}
