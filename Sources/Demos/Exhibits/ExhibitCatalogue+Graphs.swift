import MiniML
import Plots
import Wording

extension ExhibitCatalogue {
  static let graphs = [tree, computation, network]

  private static let tree = Exhibit(
    "tree", Bilingual(en: "Decision tree", zh: "决策树"),
    reading: Bilingual(
      en: "Follow the answers down; a leaf names a species and counts the flowers of each that came there.",
      zh: "沿着回答往下走；叶子写着品种，以及到这里的各品种花朵数。")
  ) { language in
    TreeChart(
      IrisTree.root(IrisFlowers.shared.flowers, depth: 3, language), yes: Bilingual(en: "yes", zh: "是")[language],
      no: Bilingual(en: "no", zh: "否")[language])
  }

  private static let computation = Exhibit(
    "computation-graph", Bilingual(en: "Computation graph", zh: "计算图"),
    reading: Bilingual(
      en: "Values flow to the right, gradients (g) back to the left; a box is one operation.",
      zh: "数值向右流，梯度（g）向左回流；一个方框是一次运算。")
  ) { _ in
    var demo = BackpropagationDemo(settings: Settings(defaultsOf: BackpropagationDemo.card), seed: 1)
    demo.apply(.text("tanh(w*x + b); w=0.5, x=2, b=-0.3"))
    for _ in 0..<60 where !demo.isFinished { demo.step() }
    return demo.chart(.ascii)
  }

  private static let network = Exhibit(
    "network", Bilingual(en: "Layered network", zh: "分层网络"),
    reading: Bilingual(
      en:
        "A trained network at one point of the moons: full lines are positive weights, broken ones negative, bold ones strong.",
      zh: "训练好的网络看双月数据中的一个点：实线是正权重，虚线是负权重，粗线强。")
  ) { language in
    let moons = MoonsRun(rate: 0.1, hidden: 5, steps: 400, seed: 2)
    let point = moons.points[0]
    let x = Graph.evaluating().constant(Tensor([1, 2], [Float(point.x), Float(point.y)]))
    let hidden = moons.model.hidden(x, .tanh).value.data.map(Double.init)
    let shares = moons.probabilities([point]).map(Double.init)
    let rows = { (linear: Linear) in
      (0..<linear.weight.value.shape[0]).map { linear.weight.value.row($0).data.map(Double.init) }
    }
    let outputs = [Bilingual(en: "upper", zh: "上月牙")[language], Bilingual(en: "lower", zh: "下月牙")[language]]
    return NetworkChart(
      [
        .init(
          Bilingual(en: "input", zh: "输入")[language],
          [.init("x1", activation: point.x), .init("x2", activation: point.y)]),
        .init("tanh", hidden.map { .init(activation: $0) }),
        .init("softmax", zip(outputs, shares).map { .init($0, activation: $1) }),
      ], weights: [rows(moons.model.hidden), rows(moons.model.output)])
  }
}
