import Foundation
import Plots
import Terminal
import Testing

/// A chart made of any numbers.
struct ChartSample: Sendable, CustomTestStringConvertible {
  /// The type that it is a sample of; a type may have several.
  let type: String
  let make: @Sendable ([Double]) -> any Chart

  init<Sample: Chart>(_ make: @escaping @Sendable ([Double]) -> Sample) {
    type = String(describing: Sample.self).prefix { $0 != "<" }.description
    self.make = make
  }

  var testDescription: String { type }
}

extension ChartSample {
  /// Numbers that a chart must stand: none, one, a constant, none finite, huge, many, and ordinary ones.
  static let rows: [[Double]] = [
    [], [1], [2, 2, 2], [.nan, .infinity, -.infinity], [1, -5, .nan, 1e300, -1e300, 0],
    (0..<500).map { Double($0 * $0) }, [0.2, 0.5, 0.1, 0.9, 0.4, 0.7],
  ]

  /// Foreign writing in labels, which alone may stand above 0x7E in the ASCII tier.
  static let foreign = "她的动量权重步"
  private static let words = ["the", "她的", "\u{1B}[31mred", "a very long label indeed"]

  private static func points(_ values: [Double]) -> [PlotPoint] {
    values.enumerated().map { PlotPoint(x: Double($0.offset), y: $0.element) }
  }

  private static func word(_ index: Int) -> String { words[index % words.count] }

  /// Every chart there is, at least once.
  static let all: [ChartSample] = lines + maps + matrices + bars + graphs + panels

  private static let lines: [ChartSample] = [
    ChartSample { values in
      LineChart(
        [Series("a", values, look: 0), Series("b", values.reversed(), look: 9, isGhost: true)], yKind: .log10)
    },
    ChartSample { values in
      LineChart([Series("动量", values, look: 1), Series("", values, look: 2)], xTitle: "步", yTitle: "loss")
    },
    ChartSample { values in
      LineChart(
        [Series("a", xs: values, values: values, look: 0)], xTitle: "x (s)", xKind: .log10, yKind: .log10,
        smoothing: Smoothing(0.9))
    },
    ChartSample { values in
      StackedAreaChart(
        [Series("a", values, look: 0), Series("权重", values.reversed(), look: 1), Series("c", [1], look: 2)],
        xTitle: "t", yTitle: "share")
    },
    ChartSample { values in
      SparklineChart([Series("动量", values, look: 0), Series("b", values.reversed(), look: 1)], unit: "ms")
    },
    ChartSample { values in
      TimelineChart(
        values.prefix(40).enumerated().map { i, v in
          .init(word(i), from: v, to: i.isMultiple(of: 2) ? v + 3 : nil, look: i)
        }, title: "year")
    },
    ChartSample { values in
      ROCChart([
        .init("a", scores: values, isPositive: values.indices.map { $0.isMultiple(of: 2) }),
        .init("权重", scores: values, isPositive: values.map { $0 > 0.3 }, look: 1),
      ])
    },
  ]

  private static let maps: [ChartSample] = [
    ChartSample { values in
      ScatterChart(
        [.init("a", points(values), look: 0)], lines: [Series("l", values, look: 1)],
        segments: zip(points(values), points(values).reversed()).map { .init($0, $1) })
    },
    ChartSample { values in
      ContourChart(
        x: Axis(Scale(from: -2, to: 2), title: "x"), y: Axis(Scale(from: -1, to: 3)), levels: [0.1, 1, 10],
        paths: [.init(points(values), look: 0), .init(points(values), look: 1, isGhost: true)]
      ) { x, y in values.isEmpty ? .nan : x * x / y }
    },
    ChartSample { values in
      let scale = Scale(from: 0, to: 10)
      let number = { (i: Int) in Float(values.isEmpty ? .nan : values[i % values.count]) }
      return DecisionMapChart(
        ProbabilityField(
          x: scale, y: scale, columns: 4, rows: 3, classes: 3, values: (0..<36).map { number($0 * 7) }),
        [.init("a", points(values), look: 0), .init("她的", points(values).reversed(), look: 1)], xTitle: "x", yTitle: "步"
      )
    },
  ]

  private static let matrices: [ChartSample] = [
    ChartSample { values in
      Heatmap(
        values.isEmpty ? [] : [values, values.reversed()], rowLabels: words, columnLabels: words,
        selection: (1, 0), title: "t")
    },
    ChartSample { values in Heatmap(values.map { [$0, -$0] }, map: .diverging, showsValues: true) },
    ChartSample { values in ImageChart([values, Array(values.prefix(2))]) },
    ChartSample { values in
      let n = min(values.count, 12)
      let count = { (value: Double) in value.isFinite ? Int(min(1e6, abs(value * 10))) : 0 }
      let counts = (0..<n).map { r in (0..<n).map { c in count(values[(r * n + c) % values.count]) } }
      return ConfusionMatrixChart(counts, names: (0..<n).map { word($0) }, title: "t")
    },
    ChartSample { values in PictureChart(Picture(greys: values.map { Float($0) }, width: 1)) },
    ChartSample { values in
      let square = (0..<400).map { i in values.isEmpty ? Float(i) / 400 : Float(values[i % values.count]) }
      return PictureChart(Picture(greys: square, width: 20), .dots(.bayer), isInverted: true)
    },
    ChartSample { values in
      PictureChart(Picture(rgb: (0..<300).map { UInt8(($0 * 7 + values.count) % 256) }, width: 10))
    },
  ]

  private static let bars: [ChartSample] = [
    ChartSample { values in BarChart(values.map { .init("权重", $0, isHighlighted: $0 > 0) }, unit: "ms") },
    ChartSample { values in BarChart(values.map { .init("w", $0) }, .vertical) },
    ChartSample { values in HistogramChart([.init("", values)], xTitle: "length (cm)", yTitle: "count") },
    ChartSample { values in
      HistogramChart([.init("a", values), .init("动量", values.map { $0 * 2 }, look: 1)])
    },
    ChartSample { values in
      BoxChart([.init("a", values), .init("a very long label", values.reversed()), .init("步", [])], title: "cm")
    },
    ChartSample { values in
      GaugeChart("accuracy", values.first ?? .nan, in: (values.last ?? 0) > 1 ? 0...10 : 0...1, target: 0.9)
    },
    ChartSample { values in GaugeChart("loss", values.last ?? 0, in: 0...0, target: .infinity, isBetterBelow: true) },
    ChartSample { values in
      ProgressChart(
        "step", done: values.count, total: 600, secondsLeft: values.first, leftTitle: "left")
    },
  ]

  private static let graphs: [ChartSample] = [
    ChartSample { values in
      GraphChart(
        values.prefix(30).enumerated().map { i, v in
          .init(
            "n\(i)", value: "\(v)", gradient: "g", inputs: i == 0 ? [] : [i - 1, i / 2],
            emphasis: i == 3 ? .active : i == 4 ? .selected : .waiting)
        }, focus: 4)
    },
    ChartSample { values in TreeChart(tree(Array(values.prefix(40)))) },
    ChartSample { values in
      let sizes = values.isEmpty ? [] : [2, min(30, values.count), 3]
      let number = { (i: Int) in values[i % values.count] }
      return NetworkChart(
        sizes.enumerated().map { layer, count in
          .init(word(layer), (0..<count).map { .init(word($0), activation: layer == 1 ? nil : number($0)) })
        },
        weights: zip(sizes, sizes.dropFirst()).map { from, to in
          (0..<from).map { r in (0..<to).map { number(r * to + $0) - 0.5 } }
        })
    },
  ]

  private static let panels: [ChartSample] = [
    ChartSample { values in
      SmallMultiples(
        (0..<6).map { i in (word(i), LineChart([Series("", values.map { $0 * Double(i) }, look: i)])) })
    },
    ChartSample { values in
      SmallMultiples(
        values.prefix(20).map { v in ("步", Heatmap([[v, 1], [2, v]])) } as [(title: String, chart: Heatmap)],
        scale: 0...1)
    },
  ]

  private static func tree(_ values: [Double]) -> TreeChart.Node? {
    guard let first = values.first else { return nil }
    guard values.count > 1 else { return .leaf("权重", counts: [values.count, 3], look: 1) }
    let half = values.count / 2
    guard let yes = tree(Array(values.prefix(half))), let no = tree(Array(values.suffix(values.count - half))) else {
      return nil
    }
    return .question("x <= \(first)", yes: yes, no: no)
  }
}
