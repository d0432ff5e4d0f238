import Plots
import Testing

/// The numbers behind the pictures.
@Suite struct StatisticsTests {
  @Test func `quartiles are those of NumPy, and far values lie beyond the whiskers`() throws {
    // np.percentile([1, 2, 3, 4, 100], [25, 50, 75]) is [2, 3, 4].
    let values = [4.0, 1, 100, 3, 2, .nan]
    let numbers = try #require(FiveNumbers(values))
    #expect([numbers.lowerQuartile, numbers.median, numbers.upperQuartile] == [2, 3, 4])
    #expect([numbers.lowerWhisker, numbers.upperWhisker] == [1, 4])
    #expect(numbers.outliers(values) == [100])
    #expect(FiveNumbers([.nan, .infinity]) == nil)
    #expect(FiveNumbers.quantile(0.25, of: [1, 2, 3, 4]) == 1.75)
  }

  @Test func `the area under a ROC curve is the chance that a positive scores higher, ties counting half`() throws {
    // Fawcett (2006) and scikit-learn's example: roc_auc_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) is 0.75.
    let curve = try #require(
      ROCCurve(scores: [0.1, 0.4, 0.35, 0.8], isPositive: [false, false, true, true]))
    #expect(curve.area == 0.75)
    let tied = try #require(ROCCurve(scores: [1, 1, 1, 1], isPositive: [true, false, true, false]))
    #expect(tied.area == 0.5 && tied.points.count == 2)
    let perfect = try #require(ROCCurve(scores: [3, 2, 1], isPositive: [true, true, false]))
    #expect(perfect.area == 1 && perfect.best.threshold == 2)
    #expect(ROCCurve(scores: [1, 2], isPositive: [true, true]) == nil)
  }

  @Test func `a smoothed line begins at its first value and stays at a constant`() {
    let smooth = Smoothing(0.9)
    #expect(smooth([5])[0] == 5)
    #expect(smooth([2, 2, 2]).allSatisfy { abs($0 - 2) < 1e-12 })
    // By hand: m1 = 0.1 * 1 / 0.1 = 1; m2 = (0.9 * 0.1 + 0.1 * 2) / (1 - 0.81) = 0.29 / 0.19.
    #expect(abs(smooth([1, 2])[1] - 0.29 / 0.19) < 1e-12)
    let gap = smooth([1, .nan, 2])
    #expect(gap[1].isNaN && abs(gap[2] - 0.29 / 0.19) < 1e-12)
  }

  @Test func `a histogram holds every finite value once, the upper edge in the last bin`() {
    let histogram = Histogram([0, 0.5, 1, 1.5, 2, .nan, 7], start: 0, width: 1, bins: 2)
    #expect(histogram.counts == [2, 3])
    for values in [[1.0, 2, 2, 3, 9], [5], [], (0..<1000).map { Double($0) * 0.37 }, [-1e5, 1e-5]] {
      let bins = Histogram.bins(for: values)
      let counts = Histogram(values, start: bins.start, width: bins.width, bins: bins.count).counts
      #expect(counts.reduce(0, +) == values.count, "\(values.prefix(5))")
      #expect(bins.count <= 40)
    }
  }

  @Test(arguments: Dithering.allCases)
  func `dots are as many as the grey is bright, and extremes stay pure`(dithering: Dithering) {
    let share = { (grey: Float) in
      Double(dithering.dots(Array(repeating: grey, count: 4096), width: 64).count { $0 }) / 4096
    }
    #expect(share(0) == 0 && share(1) == 1)
    guard dithering != .threshold else { return }
    for grey in [Float(0.25), 0.5, 0.7] { #expect(abs(share(grey) - Double(grey)) < 0.02, "\(grey): \(share(grey))") }
  }

  @Test func `the ordered pattern holds each of its 64 thresholds once`() {
    let dots = (0..<64).map { level in
      Dithering.bayer.dots(Array(repeating: (Float(level) + 1) / 64, count: 64), width: 8).count { $0 }
    }
    #expect(dots == Array(1...64))
  }

  @Test func `the time left follows from the steps done`() {
    #expect(ProgressChart.secondsLeft(done: 25, total: 100, elapsed: 10) == 30)
    #expect(ProgressChart.secondsLeft(done: 0, total: 100, elapsed: 10) == nil)
    #expect(ProgressChart.secondsLeft(done: 100, total: 100, elapsed: 10) == 0)
    #expect(ProgressChart.clock(26.4) == "0:27" && ProgressChart.clock(3723) == "1:02:03")
    #expect(ProgressChart.clock(nil) == "?" && ProgressChart.clock(.infinity) == "?")
  }

  @Test(arguments: [
    ([1.0, 0.6, 0.4, 0.3, 0.3], SeriesSummary.Trend.falling), ([0, 1, 2, 3], .rising), ([2, 2], .steady),
    ([0, 1, 0, 1, 0], .mixed),
  ])
  func `where a line goes is told from its ends and its span`(values: [Double], trend: SeriesSummary.Trend) {
    #expect(SeriesSummary(Series("", values, look: 0).points)?.trend == trend)
  }

  @Test func `a field gives the likeliest class between its places, and none outside or without numbers`() {
    let scale = Scale(from: 0, to: 1)
    let field = ProbabilityField(
      x: scale, y: scale, columns: 2, rows: 2, classes: 2, values: [1, 0, 0, 1, 1, 0, 0, 1])
    #expect(field.winner(0.25, 0.5)?.class == 0 && field.winner(0.25, 0.5)?.probability == 0.75)
    #expect(field.winner(0.9, 0.1)?.class == 1 && field.winner(1.2, 0) == nil && field.winner(.nan, 0) == nil)
    let broken = ProbabilityField(
      x: scale, y: scale, columns: 2, rows: 2, classes: 1, values: [1, .nan, 1, 1])
    #expect(broken.winner(0.9, 0.1) == nil)
  }
}
