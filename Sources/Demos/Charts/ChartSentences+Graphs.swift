import Plots
import Wording

extension ChartSentences {
  static func graph(_ fact: ChartFact) -> Bilingual {
    switch fact {
    case .graph(let nodes, let edges, let waiting): size(nodes, edges, waiting)
    case .graphEnd(let name, let value):
      Bilingual(en: "At its end, \(name) \(value)", zh: "终点是\(spaced(name))，\(value)")
    case .tree(let questions, let leaves, let depth): tree(questions, leaves, depth)
    case .firstQuestion(let text): Bilingual(en: "It asks first: \(text)", zh: "第一个问题：\(text)")
    case .largestLeaf(let name, let count):
      Bilingual(
        en: "The largest leaf says \(name) and holds \(counted(count, "example", "examples"))",
        zh: "最大的叶子是\(spaced(name))，有 \(count) 个样本")
    case .network(let layers, let weights): network(layers, weights)
    case .strongestWeight(let from, let to, let weight):
      Bilingual(
        en: "The strongest weight is \(number(weight)), from \(from) to \(to)",
        zh: "最强的权重是 \(number(weight))，从\(spaced(from))到\(spaced(to))")
    case .strongestOutput(let name, let activation):
      Bilingual(
        en: "The strongest output is \(name) with \(number(activation))",
        zh: "最强的输出是\(spaced(name))：\(number(activation))")
    default: words(.empty)
    }
  }

  private static func size(_ nodes: Int, _ edges: Int, _ waiting: Int) -> Bilingual {
    let rest = Bilingual(
      en: waiting == 0 ? "all computed" : "\(waiting) not computed yet",
      zh: waiting == 0 ? "全部已计算" : "还有 \(waiting) 个未计算")
    return Bilingual(
      en: "\(counted(nodes, "node", "nodes")) and \(counted(edges, "edge", "edges")), \(rest.en)",
      zh: "\(nodes) 个节点、\(edges) 条边，\(rest.zh)")
  }

  private static func tree(_ questions: Int, _ leaves: Int, _ depth: Int) -> Bilingual {
    Bilingual(
      en:
        "\(counted(questions, "question leads", "questions lead")) to \(counted(leaves, "leaf", "leaves")), at most \(depth) deep",
      zh: "\(questions) 个问题，\(leaves) 片叶子，最深 \(depth) 层")
  }

  private static func network(_ layers: [Int], _ weights: Int) -> Bilingual {
    let sizes = layers.map(String.init)
    return Bilingual(
      en:
        "\(counted(layers.count, "layer", "layers")) of \(sizes.joined(separator: ", ")) units, joined by \(weights) weights",
      zh: "\(layers.count) 层，各有 \(sizes.joined(separator: "、")) 个单元，共 \(weights) 个权重")
  }
}
