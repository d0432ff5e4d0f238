import MiniML
import Plots
import Wording

extension ExhibitCatalogue {
  static let matrices = [heatmap, correlation, confusion]

  private static let heatmap = Exhibit(
    "heatmap", Bilingual(en: "Heatmap", zh: "热图"),
    reading: Bilingual(
      en:
        "Where each word (row) of the shipped attention model looks (column); brighter is more. Dots are masked: the future.",
      zh: "自带的注意力模型里，每个词（行）在看哪些词（列），越亮越多。点表示被遮住的未来。")
  ) { language in
    var demo = SelfAttentionDemo(settings: Settings(defaultsOf: SelfAttentionDemo.card), seed: 1)
    while demo.stage != .weights, !demo.isFinished { demo.step() }
    guard let run = demo.run, let weights = demo.matrix(.weights, head: nil) else { return Heatmap([]) }
    let words = run.words.map(\.text)
    let values = words.indices.map { row in
      weights.row(row).data.enumerated().map { $0.offset > row ? -Double.infinity : Double($0.element) }
    }
    return Heatmap(
      values, rowLabels: words, columnLabels: words, range: 0...1, selection: (words.count - 1, 0),
      title: Bilingual(en: "mean of all heads", zh: "所有头的平均")[language])
  }

  private static let correlation = Exhibit(
    "heatmap-diverging", Bilingual(en: "Heatmap with two directions", zh: "双向热图"),
    reading: Bilingual(
      en: "Correlations of the four iris measures: one colour for together, the other for against, pale for nothing.",
      zh: "鸢尾花四个量两两的相关系数：一种颜色表示同增，另一种表示反向，越淡越无关。")
  ) { language in
    let columns = (0..<4).map { IrisFlowers.shared.values($0) }
    let names = IrisTree.features.map { $0[language] }
    guard !columns[0].isEmpty else { return Heatmap([]) }
    return Heatmap(
      columns.map { a in columns.map { correlation(a, $0) } }, rowLabels: names, columnLabels: names,
      map: .diverging, range: -1...1, showsValues: true)
  }

  /// Pearson's.
  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    let product = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    let squareA = a.reduce(0) { $0 + ($1 - meanA) * ($1 - meanA) }
    let squareB = b.reduce(0) { $0 + ($1 - meanB) * ($1 - meanB) }
    return product / (squareA * squareB).squareRoot()
  }

  private static let confusion = Exhibit(
    "confusion-matrix", Bilingual(en: "Confusion matrix", zh: "混淆矩阵"),
    reading: Bilingual(
      en:
        "360 unseen digits read by softmax regression: rows are what was written, columns what was read, % how much of a row is right.",
      zh: "softmax 回归识别 360 个没见过的数字：行是真实数字，列是识别结果，百分比是每行认对的比例。")
  ) { language in
    let test = HandwrittenDigits.shared.test
    return ConfusionMatrixChart(
      actual: Array(test.labels), predicted: ExhibitData.digitClassifier.classes(test.inputs),
      names: (0..<10).map(String.init), title: Bilingual(en: "written / read", zh: "真实 / 识别")[language])
  }
}
