import Wording

extension GradientDescentDemo {
  public static let card = DemoCard(
    id: "gradient-descent",
    title: Bilingual(en: "Gradient descent", zh: "梯度下降"),
    knobs: [
      Knob("surface", Bilingual(en: "surface", zh: "地形"), .choice(surfaces), default: .choice("ravine")),
      Knob("optimizer", Bilingual(en: "optimiser", zh: "优化器"), .choice(optimizers), default: .choice("all")),
      Knob(
        "learning-rate", Bilingual(en: "learning rate", zh: "学习率"), .logarithmic(1e-4...2),
        default: .number(0.08)),
      Knob("momentum", Bilingual(en: "momentum", zh: "动量"), .linear(0...0.99, by: 0.05), default: .number(0.9)),
      Knob(
        "beta2", Bilingual(both: "β2"), .linear(0.5...0.999, by: 0.01), default: .number(0.99)),
      Knob("start-x", Bilingual(en: "start x", zh: "起点 x"), .linear(-5...5, by: 0.25), default: .number(4)),
      Knob("start-y", Bilingual(en: "start y", zh: "起点 y"), .linear(-5...5, by: 0.25), default: .number(1)),
      Knob("noise", Bilingual(en: "noise", zh: "噪声"), .linear(0...2, by: 0.1), default: .number(0)),
    ],
    keys: [
      DemoKey(Bilingual(en: "arrows", zh: "方向键"), Bilingual(en: "move the start", zh: "移动起点")),
      DemoKey(Bilingual(en: "click", zh: "点击"), Bilingual(en: "start there", zh: "从此处出发")),
    ],
    presets: presets, metricTitles: metricTitles,
    regions: DescentOptimizer.allCases.map(\.region) + ["Demos/GradientDescent/DescentSurface.swift#gradient"],
    goal: Goal("reference-error", .atMost, 1e-5, within: 100, isChallenge: false),
    defaultSteps: 100)

  private static let metricTitles = [
    "loss": Bilingual(en: "loss", zh: "损失"),
    "gradient-norm": Bilingual(en: "slope", zh: "梯度大小"),
    "distance": Bilingual(en: "distance to the bottom", zh: "离谷底"),
    "best-loss": Bilingual(en: "best loss", zh: "最低损失"),
  ]

  private static let surfaces = [
    Choice("bowl", Bilingual(en: "bowl", zh: "碗")),
    Choice("ravine", Bilingual(en: "ravine", zh: "峡谷")),
    Choice("saddle", Bilingual(en: "saddle", zh: "马鞍")),
    Choice("rosenbrock", Bilingual(en: "Rosenbrock", zh: "香蕉谷（Rosenbrock）")),
    Choice("two-minima", Bilingual(en: "two minima", zh: "两个极小值")),
  ]

  private static let optimizers =
    [Choice("all", Bilingual(en: "all four race", zh: "四个一起跑"))]
    + DescentOptimizer.allCases.map { Choice($0.rawValue, $0.title) }

  private static func settings(
    _ surface: String, _ optimizer: String, rate: Double, x: Double, y: Double
  ) -> [String: KnobValue] {
    [
      "surface": .choice(surface), "optimizer": .choice(optimizer), "learning-rate": .number(rate),
      "start-x": .number(x), "start-y": .number(y),
    ]
  }

  private static let presets = [
    Preset(
      "just-right", Bilingual(en: "Straight down the bowl", zh: "沿着碗壁直下"),
      settings("bowl", "sgd", rate: 0.2, x: 4, y: 3)),
    Preset(
      "zigzag", Bilingual(en: "Zigzag across the ravine", zh: "在峡谷里走之字"),
      settings("ravine", "sgd", rate: 0.09, x: 4, y: 1)),
    Preset(
      "too-large", Bilingual(en: "A rate too large", zh: "学习率过大"),
      settings("ravine", "sgd", rate: 0.11, x: 4, y: 1)),
    Preset(
      "too-small", Bilingual(en: "A rate too small", zh: "学习率过小"),
      settings("ravine", "sgd", rate: 0.001, x: 4, y: 1)),
    Preset(
      "saddle", Bilingual(en: "Stuck at the saddle", zh: "困在鞍点"),
      settings("saddle", "all", rate: 0.1, x: 2.5, y: 0.001)),
    Preset(
      "banana", Bilingual(en: "Race in the banana valley", zh: "香蕉谷里的赛跑"),
      settings("rosenbrock", "all", rate: 0.001, x: -1.25, y: 1)),
    Preset(
      "wrong-valley", Bilingual(en: "The wrong valley", zh: "落进浅谷"),
      settings("two-minima", "all", rate: 0.05, x: 2.5, y: 1)),
  ]
}
