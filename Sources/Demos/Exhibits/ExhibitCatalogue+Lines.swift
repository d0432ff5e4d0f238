import MiniML
import Plots
import Wording

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension ExhibitCatalogue {
  static let lines = [line, smoothing, ghost, logLog, stackedArea, roc, sparkline, timeline]

  private static let step = Bilingual(en: "step", zh: "步")
  /// The runs are over: their steps fill the width.
  private static let whole = Scale(from: 0, to: 240)
  private static let loss = Bilingual(en: "loss", zh: "损失")

  private static let line = Exhibit(
    "line", Bilingual(en: "Line chart", zh: "折线图"),
    reading: Bilingual(
      en: "Losses of a small network while it learns two half moons: on its own points, and on points it never saw.",
      zh: "一个小网络学习“双月”数据时的损失：在训练点上，以及在从未见过的点上。")
  ) { language in
    let moons = ExhibitData.moons
    let means = stride(from: 0, to: moons.losses.count, by: 10).map { start in
      moons.losses[start..<min(start + 10, moons.losses.count)].reduce(0, +) / 10
    }
    return LineChart(
      [
        Series(Bilingual(en: "training, mean of 10", zh: "训练（每 10 步平均）")[language], means, spacing: 10, look: 0),
        Series(Bilingual(en: "unseen points", zh: "未见过的点")[language], moons.validation, look: 1),
      ], xTitle: step[language], yTitle: loss[language], xScale: whole)
  }

  private static let smoothing = Exhibit(
    "smoothing", Bilingual(en: "Line chart, smoothed", zh: "平滑后的折线图"),
    reading: Bilingual(
      en: "Minibatch losses jump; their running mean (0.9 of itself at each step) shows where they go.",
      zh: "小批量损失跳动很大；滑动平均（每步保留 0.9）显示它的走向。")
  ) { language in
    LineChart(
      [Series(loss[language], ExhibitData.moons.losses, look: 0)], xTitle: step[language], yTitle: loss[language],
      smoothing: Smoothing(0.9), xScale: whole)
  }

  private static let ghost = Exhibit(
    "ghost", Bilingual(en: "Line chart with the run before", zh: "带上一次运行的折线图"),
    reading: Bilingual(
      en: "Dots behind the line: the same network with a tenth of the learning rate.",
      zh: "线后面的点：同一个网络，学习率只有十分之一。")
  ) { language in
    LineChart(
      [
        Series("", ExhibitData.slowMoons.validation, look: 0, isGhost: true),
        Series(loss[language], ExhibitData.moons.validation, look: 0),
      ], xTitle: step[language], yTitle: loss[language], xScale: whole)
  }

  private static let logLog = Exhibit(
    "log-log", Bilingual(en: "Line chart, both axes logarithmic", zh: "双对数坐标的折线图"),
    reading: Bilingual(
      en: "A power law is a straight line. Errors of numeric slopes of sin at 1: small steps help until rounding wins.",
      zh: "幂律在这里是直线。sin 在 1 处的数值导数误差：步长越小越准，直到舍入误差占上风。")
  ) { language in
    let steps = (0...56).map { pow(10, -14 + Double($0) / 4) }
    let exact = cos(1.0)
    let forward = steps.map { abs((sin(1 + $0) - sin(1)) / $0 - exact) }
    let central = steps.map { abs((sin(1 + $0) - sin(1 - $0)) / (2 * $0) - exact) }
    return LineChart(
      [
        Series(Bilingual(en: "forward", zh: "前向差分")[language], xs: steps, values: forward, look: 0),
        Series(Bilingual(en: "central", zh: "中心差分")[language], xs: steps, values: central, look: 1),
      ], xTitle: Bilingual(en: "h", zh: "步长 h")[language], yTitle: Bilingual(en: "error", zh: "误差")[language],
      xKind: .log10, yKind: .log10)
  }

  private static let stackedArea = Exhibit(
    "stacked-area", Bilingual(en: "Stacked areas", zh: "堆叠面积图"),
    reading: Bilingual(
      en:
        "How sure softmax regression is of each iris species when it knows the petal's length alone; the shares make 1.",
      zh: "只知道花瓣长度时，softmax 回归认为是各品种的概率；合起来总是 1。")
  ) { language in
    let lengths = (0...60).map { 1 + Double($0) / 10 }
    let shares = ExhibitData.petalClassifier.probabilities(Tensor([lengths.count, 1], lengths.map { Float($0) }))
    return StackedAreaChart(
      IrisFlowers.species.enumerated().map { k, name in
        Series(name, xs: lengths, values: lengths.indices.map { Double(shares[$0, k]) }, look: k)
      }, xTitle: Bilingual(en: "petal length (cm)", zh: "花瓣长 (cm)")[language],
      yTitle: Bilingual(en: "probability", zh: "概率")[language])
  }

  private static let roc = Exhibit(
    "roc", Bilingual(en: "ROC curves", zh: "ROC 曲线"),
    reading: Bilingual(
      en:
        "The further a curve bends to the upper left, the better a measure tells virginica from versicolor; the diagonal is chance.",
      zh: "曲线越靠左上，这个量越能把 virginica 与 versicolor 分开；对角线等于瞎猜。")
  ) { language in
    let flowers = IrisFlowers.shared.flowers.filter { $0.species > 0 }
    return ROCChart(
      [3, 0, 1].enumerated().map { look, feature in
        .init(
          IrisTree.features[feature][language], scores: flowers.map { $0.lengths[feature] },
          isPositive: flowers.map { $0.species == 2 }, look: look)
      }, xTitle: Bilingual(en: "false alarms", zh: "误报率")[language],
      yTitle: Bilingual(en: "hits", zh: "检出率")[language])
  }

  private static let sparkline = Exhibit(
    "sparkline", Bilingual(en: "Sparklines", zh: "迷你走势图"),
    reading: Bilingual(
      en: "One row for a whole run, each on a scale of its own, with the last value behind.",
      zh: "一行看完整个过程，每行有自己的刻度，行尾是最后的值。")
  ) { language in
    let moons = ExhibitData.moons
    return SparklineChart([
      Series(loss[language], moons.losses, look: 0),
      Series(Bilingual(en: "unseen points", zh: "未见过的点")[language], moons.validation, look: 1),
      Series(Bilingual(en: "gradient norm", zh: "梯度长度")[language], moons.norms, look: 2),
    ])
  }

  private static let timeline = Exhibit(
    "timeline", Bilingual(en: "Timeline", zh: "时间线"),
    reading: Bilingual(
      en: "Marks are ideas on the road to GPT, bars the two winters in between.", zh: "标记是通往 GPT 的路上的想法，横条是其间的两次寒冬。")
  ) { language in
    TimelineChart(
      [
        .init(Bilingual(en: "perceptron", zh: "感知机")[language], at: 1958),
        .init(Bilingual(en: "AI winter", zh: "AI 寒冬")[language], from: 1974, to: 1980, look: 1),
        .init(Bilingual(en: "backpropagation", zh: "反向传播")[language], at: 1986),
        .init(Bilingual(en: "AI winter", zh: "AI 寒冬")[language], from: 1987, to: 1993, look: 1),
        .init("LSTM", at: 1997), .init("AlexNet", at: 2012), .init("word2vec", at: 2013),
        .init(Bilingual(en: "attention", zh: "注意力")[language], at: 2014), .init("Transformer", at: 2017),
        .init("GPT-2", at: 2019), .init("GPT-3", at: 2020), .init("ChatGPT", at: 2022),
      ], title: Bilingual(en: "year", zh: "年")[language])
  }
}
