import Plots
import Wording

extension ExhibitCatalogue {
  static let bars = [histogram, bar, box, gauge, progress]

  private static let histogram = Exhibit(
    "histogram", Bilingual(en: "Histogram", zh: "直方图"),
    reading: Bilingual(
      en: "How many of 150 iris petals fall into each length: two heaps, so there is more than one kind.",
      zh: "150 片花瓣按长度分格计数：两个堆，说明不止一种花。")
  ) { language in
    HistogramChart(
      [.init("", IrisFlowers.shared.values(2))], xTitle: Bilingual(en: "petal length (cm)", zh: "花瓣长 (cm)")[language],
      yTitle: Bilingual(en: "flowers", zh: "朵数")[language])
  }

  private static let bar = Exhibit(
    "bars", Bilingual(en: "Bars", zh: "条形图"),
    reading: Bilingual(
      en:
        "What softmax regression counts for virginica (right) and against it (left), for measures brought to one scale.",
      zh: "softmax 回归中各量（已标准化）支持 virginica（向右）或反对它（向左）的权重。")
  ) { language in
    let weights = ExhibitData.flowerClassifier.layer.weight.value
    return BarChart(
      (0..<4).map { .init(IrisTree.features[$0][language], Double(weights[$0, 2])) })
  }

  private static let box = Exhibit(
    "box-plot", Bilingual(en: "Box plots", zh: "箱线图"),
    reading: Bilingual(
      en: "The box holds the middle half of the values, the thick bar is the median, circles lie far out.",
      zh: "箱子里是中间一半的值，粗线是中位数，圆圈是离得很远的值。")
  ) { language in
    BoxChart(
      IrisFlowers.species.enumerated().map { .init($1, IrisFlowers.shared.values(1, species: $0)) },
      title: Bilingual(en: "sepal width (cm)", zh: "萼片宽 (cm)")[language])
  }

  private static let gauge = Exhibit(
    "gauge", Bilingual(en: "Gauge", zh: "仪表"),
    reading: Bilingual(
      en: "Digits read right, of 360; the mark on the scale is the target.", zh: "360 个数字中认对的比例；刻度上的标记是目标。")
  ) { language in
    GaugeChart(
      Bilingual(en: "accuracy", zh: "准确率")[language], ExhibitData.digitAccuracy * 100, in: 0...100, target: 90,
      unit: "%")
  }

  private static let progress = Exhibit(
    "progress", Bilingual(en: "Progress with the time left", zh: "进度与剩余时间"),
    reading: Bilingual(
      en: "A run at step 340 of 1000 that makes 25 steps a second: the time left follows from the steps done.",
      zh: "一次运行走到 1000 步中的第 340 步，每秒 25 步：剩余时间由已完成的步数算出。")
  ) { language in
    let elapsed = 340.0 / 25
    return ProgressChart(
      Bilingual(en: "step", zh: "步")[language], done: 340, total: 1000,
      secondsLeft: ProgressChart.secondsLeft(done: 340, total: 1000, elapsed: elapsed),
      leftTitle: Bilingual(en: "left", zh: "还剩")[language])
  }
}
