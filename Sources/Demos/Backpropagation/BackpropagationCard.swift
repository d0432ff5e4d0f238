import Wording

extension BackpropagationDemo {
  public static let card = DemoCard(
    id: "backpropagation",
    title: Bilingual(en: "Backpropagation", zh: "反向传播"),
    knobs: [
      Knob(
        "then", Bilingual(en: "then", zh: "检验之后"),
        .choice([
          Choice("stop", Bilingual(en: "stop", zh: "停止")),
          Choice("descend", Bilingual(en: "descend and repeat", zh: "下降并重复")),
        ]), default: .choice("stop")),
      Knob(
        "learning-rate", Bilingual(en: "learning rate", zh: "学习率"), .logarithmic(0.001...2),
        default: .number(0.1)),
    ],
    textInput: TextInput(
      title: Bilingual(en: "formula; values", zh: "公式；变量取值"),
      initial: Bilingual(both: "tanh(w1*x1 + w2*x2 + b)"), limit: 120),
    keys: [
      DemoKey(Bilingual(en: "arrows", zh: "方向键"), Bilingual(en: "choose a node", zh: "选择节点")),
      DemoKey(Bilingual(both: "[ ]"), Bilingual(en: "lower or raise the chosen value", zh: "减小或增大所选的值")),
    ],
    presets: presets,
    metricTitles: [
      "output": Bilingual(en: "output", zh: "输出"),
      "max-gradient-error": Bilingual(en: "largest difference", zh: "最大差异"),
      "updates": Bilingual(en: "updates", zh: "更新次数"),
      "nodes": Bilingual(en: "nodes", zh: "节点数"),
    ],
    regions: [
      Region.forward, Region.localDerivatives, Region.seed, Region.backward, Region.centralDifference, Region.update,
    ],
    goal: Goal("max-gradient-error", .atMost, 1e-4, within: 40, isChallenge: false),
    defaultSteps: 40, stepsPerSecond: 2)

  /// Ids of the source regions that the demo runs.
  enum Region {
    static let forward = "MiniML/Scalar/ScalarRule.swift#forward"
    static let localDerivatives = "MiniML/Scalar/ScalarRule.swift#local-derivatives"
    static let seed = "MiniML/Scalar/ScalarGraph.swift#seed"
    static let backward = "MiniML/Scalar/ScalarGraph.swift#backward"
    static let centralDifference = "MiniML/Scalar/ScalarGraph.swift#central-difference"
    static let update = "Demos/Backpropagation/BackpropagationDemo.swift#update"
  }

  private static let presets = [
    Preset(
      "neuron", Bilingual(en: "one neuron", zh: "一个神经元"), [:],
      text: "tanh(w1*x1 + w2*x2 + b); w1 = -3, x1 = 2, w2 = 1, x2 = 0, b = 6.8814"),
    Preset(
      "squared-error", Bilingual(en: "squared error, descending", zh: "平方误差，逐步下降"),
      ["then": .choice("descend"), "learning-rate": .number(0.03)],
      text: "(w*x + b - y)^2; w = 0.5, x = 2, b = 0, y = 3"),
    Preset(
      "cross-entropy", Bilingual(en: "sigmoid with cross-entropy", zh: "sigmoid 与交叉熵"),
      ["then": .choice("descend"), "learning-rate": .number(0.5)],
      text: "-log(sigmoid(w*x + b)); w = -1, x = 1, b = 0"),
    Preset(
      "shared", Bilingual(en: "a shared variable: gradients add up", zh: "共享变量：梯度相加"), [:], text: "x*x + x; x = 3"),
    Preset(
      "vanishing", Bilingual(en: "a chain where the gradient vanishes", zh: "梯度消失的链条"), [:],
      text: "tanh(tanh(tanh(tanh(w*x)))); w = 1, x = 2"),
  ]
}
