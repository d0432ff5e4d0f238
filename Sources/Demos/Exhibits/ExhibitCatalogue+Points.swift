import Plots
import Wording

extension ExhibitCatalogue {
  static let points = [scatter, decisionMap, contour]

  private static let petalLength = Bilingual(en: "petal length (cm)", zh: "花瓣长 (cm)")
  private static let petalWidth = Bilingual(en: "petal width (cm)", zh: "花瓣宽 (cm)")

  private static let scatter = Exhibit(
    "scatter", Bilingual(en: "Scatter chart", zh: "散点图"),
    reading: Bilingual(
      en: "150 iris flowers by petal length and width; each species has a glyph and a colour.",
      zh: "150 朵鸢尾花的花瓣长与宽；每个品种有自己的符号和颜色。")
  ) { language in
    ScatterChart(
      IrisFlowers.species.enumerated().map { k, name in
        let (lengths, widths) = (IrisFlowers.shared.values(2, species: k), IrisFlowers.shared.values(3, species: k))
        return .init(name, zip(lengths, widths).map { PlotPoint(x: $0, y: $1) }, look: k)
      }, xTitle: petalLength[language], yTitle: petalWidth[language])
  }

  private static let decisionMap = Exhibit(
    "decision-map", Bilingual(en: "Decision map", zh: "决策区域图"),
    reading: Bilingual(
      en:
        "The ground is what a trained network thinks of each place, fuller where it is surer; the points are what it learned from.",
      zh: "底色是训练好的网络对每个位置的判断，越确定越深；点是它学习用的数据。")
  ) { language in
    let moons = ExhibitData.moons
    let (x, y) = (Scale(from: -1.5, to: 2.5), Scale(from: -1, to: 1.5))
    let places = ProbabilityField.places(x: x, y: y, columns: 81, rows: 51)
    let field = ProbabilityField(
      x: x, y: y, columns: 81, rows: 51, classes: 2, values: moons.probabilities(places))
    let names = [Bilingual(en: "upper moon", zh: "上月牙"), Bilingual(en: "lower moon", zh: "下月牙")]
    return DecisionMapChart(
      field, (0..<2).map { .init(names[$0][language], moons.points(of: $0), look: $0) }, xTitle: "x1", yTitle: "x2")
  }

  private static let contour = Exhibit(
    "contour", Bilingual(en: "Contour map", zh: "等高线图"),
    reading: Bilingual(
      en: "Lines of equal loss; gradient descent (rate 0.09) zigzags down a ravine whose minimum is at (0, 0).",
      zh: "损失的等高线；梯度下降（学习率 0.09）在峡谷里之字形下行，谷底在 (0, 0)。")
  ) { _ in
    let land = DescentSurface.ravine
    var place = Vector(-4.5, 1.6)
    var track = [place]
    for _ in 0..<40 {
      place -= 0.09 * land.gradient(place)
      track.append(place)
    }
    let levels = ContourChart.logarithmicLevels(from: land.heights.low, to: land.heights.high, count: 8)
    return ContourChart(
      x: Axis(Scale(from: -5, to: 5), title: "w1"), y: Axis(Scale(from: -2, to: 2), title: "w2"), levels: levels,
      paths: [.init(track.map { PlotPoint(x: $0.x, y: $0.y) }, look: 1)]
    ) { land.loss($0, $1) }
  }
}
