import MiniML
import Terminal
import Wording

extension BackpropagationDemo {
  public func narration(_ language: Language) -> String {
    if let stage = lastStage { return told(stage)[language] }
    return (moves.isEmpty ? toldStart : toldUpdate)[language]
  }

  private func told(_ stage: Stage) -> Bilingual {
    switch stage {
    case .forward(let node): toldForward(node)
    case .seed: toldSeed
    case .backward(let node): toldBackward(node)
    case .check: toldCheck
    }
  }

  private var toldStart: Bilingual {
    guard case .forward(let node) = stages[0] else {
      return Bilingual(en: "The formula is a single value: its own derivative is 1.", zh: "这个式子只有一个值：它对自身的导数是 1。")
    }
    return Bilingual(
      en: "The leaves have their values. First, forward: \(graph.names[node]) = \(source(of: node)).",
      zh: "叶子节点的值已经给定。先做前向计算：\(graph.names[node]) = \(source(of: node))。")
  }

  private func toldForward(_ node: Int) -> Bilingual {
    let sum = "\(graph.names[node]) = \(source(of: node)) = \(worked(node))"
    guard node == graph.scalars.output else { return Bilingual(en: "Forward: \(sum).", zh: "前向：\(sum)。") }
    guard graph.scalars.nodes[node].value.isFinite else {
      return Bilingual(
        en: "Forward: \(sum). The output is not a finite number: change a value with [ or ].",
        zh: "前向：\(sum)。输出不是有限的数：请用 [ 或 ] 改变某个值。")
    }
    return Bilingual(
      en: "Forward: \(sum). This is the output, L; now the gradient flows back from it.",
      zh: "前向：\(sum)。这就是输出 L；接下来梯度从它往回传。")
  }

  private var toldSeed: Bilingual {
    let name = graph.scalars.output.map { graph.names[$0] } ?? ""
    return Bilingual(
      en: "Backward begins at the output \(name): ∂L/∂L = 1. Changing L changes L just as much.",
      zh: "反向从输出 \(name) 开始：∂L/∂L = 1。L 变多少，L 就变多少。")
  }

  private func toldBackward(_ node: Int) -> Bilingual {
    let shares = shareTexts(node)
    let rule = BackpropagationRules.rule(graph.scalars.nodes[node].rule)
    let doesAdd = graph.scalars.nodes[node].inputs.contains { priorShares(of: $0, before: node) > 0 }
    let sum = Bilingual(en: " Shares from several paths add up.", zh: "来自多条路径的梯度要相加。")
    return Bilingual(
      en: "\(graph.labels[node]): \(rule.en): \(shares.joined(separator: ", ")).\(doesAdd ? sum.en : "")",
      zh: "\(graph.labels[node])：\(rule.zh)：\(shares.joined(separator: "，"))。\(doesAdd ? sum.zh : "")")
  }

  private var toldCheck: Bilingual {
    let error = NumberText.short(gradientError, digits: 2)
    let count = graph.variables.count
    guard count > 0 else {
      return Bilingual(en: "The formula has no variables: there is no gradient to check.", zh: "式子里没有变量，不需要检验梯度。")
    }
    guard gradientError <= 1e-4 else {
      return Bilingual(
        en:
          "The gradients differ from central differences by up to \(error): the formula has a kink or no finite slope here.",
        zh: "梯度与中心差分最多相差 \(error)：式子在这里有尖点，或没有有限的斜率。")
    }
    return Bilingual(
      en: "Checked: each of the \(count) gradients equals its central difference within \(error). "
        + "One pass back gave them all; central differences needed \(2 * count) passes forward.",
      zh: "检验通过：\(count) 个梯度与中心差分的误差都不超过 \(error)。一次反向就得到全部梯度；中心差分需要 \(2 * count) 次前向。")
  }

  private var toldUpdate: Bilingual {
    let rate = NumberText.short(settings.number("learning-rate"))
    let moved = moves.prefix(3).map { "\($0.name) \(NumberText.short($0.from)) → \(NumberText.short($0.to))" }
      .joined(separator: ", ")
    let now = NumberText.short(output)
    return Bilingual(
      en: "Gradient step \(updates): each parameter moves by −\(rate) × its gradient: \(moved). L is now \(now).",
      zh: "第 \(updates) 次梯度下降：每个参数移动 −\(rate) × 自己的梯度：\(moved)。现在 L = \(now)。")
  }

  /// `0.5*2 = 1`: the inputs' values put in, and the result.
  func worked(_ node: Int) -> String {
    let values = graph.scalars.inputValues(node).map { value in
      value < 0 ? "(\(NumberText.short(value)))" : NumberText.short(value)
    }
    return applied(graph.scalars.nodes[node].rule, values) + " = " + NumberText.short(graph.scalars.nodes[node].value)
  }

  /// An operation written out on texts: `a*b`, `tanh(a)`; empty for a leaf.
  func applied(_ rule: ScalarRule, _ inputs: [String]) -> String {
    switch rule {
    case .leaf: ""
    case .add: inputs.joined(separator: " + ")
    case .subtract: inputs.joined(separator: " - ")
    case .multiply: inputs.joined(separator: "*")
    case .divide: inputs.joined(separator: "/")
    case .power: inputs.joined(separator: "^")
    case .negate: "-" + inputs[0]
    default: "\(rule.rawValue)(\(inputs[0].trimmingOuterParentheses))"
    }
  }
}

extension String {
  /// `-0.5` for `(-0.5)`.
  fileprivate var trimmingOuterParentheses: String {
    hasPrefix("(") && hasSuffix(")") ? String(dropFirst().dropLast()) : self
  }
}
