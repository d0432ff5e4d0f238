import Plots
import Testing

@Suite struct ScaleTests {
  @Test(arguments: [(0.13, 0.92, 0.0, 1.0), (-3.0, 41.0, -10.0, 50.0), (2.0, 2.0, 1.0, 3.0), (-7e5, 2e5, -8e5, 2e5)])
  func `a fitted scale has round ends around the values`(low: Double, high: Double, lower: Double, upper: Double) {
    let scale = Scale.fitting([low, high])
    #expect(abs(scale.lower - lower) <= 1e-9 * abs(upper - lower))
    #expect(abs(scale.upper - upper) <= 1e-9 * abs(upper - lower))
  }

  @Test(
    arguments: [
      [], [.nan], [.infinity, -.infinity], [0], [.leastNonzeroMagnitude], [4e307, -4e307], [1e308], [-1], [1, 1, 1],
      [1, 1 + 1e-16],
    ] as [[Double]])
  func `whatever the values, a fitted scale has finite ends`(values: [Double]) {
    for kind in [Scale.Kind.linear, .log10] {
      let scale = Scale.fitting(values, kind)
      #expect(scale.lower < scale.upper && (scale.upper - scale.lower).isFinite)
      for value in values
      where value.isFinite && (kind == .linear && abs(value) < 5e307 || value > 1e-290 && value < 1e290) {
        let place = scale.fraction(of: value)
        #expect(place.map { $0 >= -1e-9 && $0 <= 1 + 1e-9 } == true)
      }
      #expect(scale.ticks(atMost: 5).count <= 5)
    }
  }

  @Test func `a value without a place has no fraction`() {
    let scale = Scale(.log10, from: 0.1, to: 10)
    #expect(scale.fraction(of: 0) == nil && scale.fraction(of: -1) == nil && scale.fraction(of: .nan) == nil)
    #expect(scale.fraction(of: 1).map { abs($0 - 0.5) < 1e-12 } == true)
  }

  @Test func `a thousand growing values move a scale fewer than thirty times`() {
    var scales: Set<Scale> = []
    var scale: Scale?
    for i in 1...1000 {
      scale = .fitting([0, Double(i) / 100], previous: scale)
      if let scale { scales.insert(scale) }
    }
    #expect(scales.count < 30)
  }

  @Test func `a scale is kept while the values fill a quarter of it`() {
    let previous = Scale(from: 0, to: 10)
    #expect(Scale.fitting([1, 4], previous: previous) == previous)
    #expect(Scale.fitting([1, 2], previous: previous) != previous)
    #expect(Scale.fitting([1, 12], previous: previous) != previous)
  }

  @Test(arguments: [
    (0.0, 1.0, 6, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]), (-50, 50, 3, ["-50", "0", "50"]),
    (0, 2e6, 3, ["0", "1e6", "2e6"]), (0, 0.003, 4, ["0", "0.001", "0.002", "0.003"]),
    (0, 1e5, 3, ["0", "5e4", "1e5"]),
  ])
  func `ticks are round and say no more digits than they need`(
    lower: Double, upper: Double, count: Int, labels: [String]
  ) {
    let ticks = Scale(from: lower, to: upper).ticks(atMost: count).map(\.label)
    #expect(ticks == labels)
  }

  @Test func `decades are the ticks of a logarithmic scale`() {
    #expect(
      Scale(.log10, from: 1e-5, to: 10).ticks(atMost: 7).map(\.label) == [
        "1e-5", "1e-4", "1e-3", "1e-2", "1e-1", "1e0", "1e1",
      ])
    #expect(
      Scale(.log10, from: 0.01, to: 1000).ticks(atMost: 6).map(\.label) == ["0.01", "0.1", "1", "10", "100", "1000"])
    #expect(Scale(.log10, from: 1e-5, to: 10).ticks(atMost: 3).map(\.value).count <= 3)
  }

  @Test(arguments: [
    (0.0, "0"), (0.625, "0.625"), (1.0 / 3, "0.333"), (-12.5, "-12.5"), (3e-7, "3e-7"), (123456, "1.23e5"),
    (999999, "1e6"), (.nan, "nan"), (-.infinity, "-inf"),
  ])
  func `a short number has three digits`(value: Double, text: String) {
    #expect(NumberLabel.short(value) == text)
  }
}
