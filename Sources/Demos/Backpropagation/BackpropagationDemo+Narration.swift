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
      return Bilingual(en: "The formula is a single value: its own derivative is 1.", zh: "这个公式只有一个值：它对自身的导数是 1。")
    }
    return Bilingual(
      en: "The leaves have their values. First, forward: \(graph.names[node]) = \(source(of: node)).",
      zh: "叶子节点的值已经给定。先做前向计算：\(graph.names[node]) = \(source(of: node))。")
  }

  private func toldForward(_ node: Int) -> Bilingual {
    let sum = "\(graph.names[node]) = \(source(of: node)) = \(worked(node))"
    guard graph.scalars.nodes[node].value.isFinite else {
      let reason = NonfiniteReason(graph.scalars.nodes[node].rule, graph.scalars.inputValues(node)).sentence
      return Bilingual(
        en: "Forward: \(sum). \(reason.en) Choose a variable and change it with [ or ].",
        zh: "前向：\(sum)。\(reason.zh)请选一个变量，用 [ 或 ] 改变它的值。")
    }
    guard node == graph.scalars.output else { return Bilingual(en: "Forward: \(sum).", zh: "前向：\(sum)。") }
    return Bilingual(
      en: "Forward: \(sum). This is the output, L; now the gradient flows back from it.",
      zh: "前向：\(sum)。这就是输出 L；接下来梯度从它往回传。")
  }

  private var toldSeed: Bilingual {
    let name = graph.scalars.output.map { graph.names[$0] } ?? ""
    return Bilingual(
      en: "Backward begins at the output \(name): ∂L/∂L = 1. Changing L changes L just as much.",
      zh: "反向从输出 \(name) 开始：∂L/∂L = 1。L 对它自己的导数当然是 1。")
  }

  private func toldBackward(_ node: Int) -> Bilingual {
    let shares = shareTexts(node)
    let rule = BackpropagationRules.rule(graph.scalars.nodes[node].rule)
    let inputs = graph.scalars.nodes[node].inputs
    let doesAdd = inputs.contains { priorShares(of: $0, before: node) > 0 } || Set(inputs).count < inputs.count
    let sum = Bilingual(en: " Shares from several paths add up.", zh: "来自多条路径的梯度要相加。")
    return Bilingual(
      en: "\(graph.names[node]): \(rule.en): \(shares.joined(separator: ", ")).\(doesAdd ? sum.en : "")",
      zh: "\(graph.names[node])：\(rule.zh)：\(shares.joined(separator: "，"))。\(doesAdd ? sum.zh : "")")
  }

  private var toldCheck: Bilingual {
    let error = NumberText.short(gradientError, digits: 2)
    let count = graph.variables.count
    guard count > 0 else {
      return Bilingual(en: "The formula has no variables: there is no gradient to check.", zh: "公式里没有变量，没有梯度可检验。")
    }
    guard output.isFinite else {
      return Bilingual(
        en: "There is nothing to check: the output is not a finite number, so it has no gradient.",
        zh: "没有什么可检验：输出不是有限的数，也就没有梯度。")
    }
    guard gradientError <= 1e-4 else {
      return Bilingual(
        en:
          "The gradients differ from central differences by up to \(error): the formula has a kink or no finite slope here.",
        zh: "梯度与中心差分最多相差 \(error)：公式在这里有尖点，或没有有限的导数。")
    }
    return Bilingual(
      en:
        "Checked: \(count == 1 ? "the gradient equals" : "each of the \(count) gradients equals") its central difference within \(error). "
        + "One pass back was enough; central differences needed \(2 * count) passes forward.",
      zh: "检验通过：\(count) 个梯度与中心差分之差\(count == 1 ? "" : "都")不超过 \(error)。一次反向就够了；中心差分需要 \(2 * count) 次前向。")
  }

  private var toldUpdate: Bilingual {
    let rate = NumberText.short(settings.number("learning-rate"))
    let moved = moves.prefix(3).map { "\($0.name) \(NumberText.short($0.from)) → \(NumberText.short($0.to))" }
    let (inEnglish, inChinese) = (moved.joined(separator: ", "), moved.joined(separator: "，"))
    let now = NumberText.short(output)
    return Bilingual(
      en: "Gradient step \(updates): each parameter moves by −\(rate) × its gradient: \(inEnglish). L is now \(now).",
      zh: "第 \(updates) 次梯度下降：每个参数移动 −\(rate) × 自己的梯度：\(inChinese)。现在 L = \(now)。")
  }

  /// `0.5*2 = 1`: the inputs' values put in, and the result.
  func worked(_ node: Int) -> String {
    let rule = graph.scalars.nodes[node].rule
    let isBareFirst = rule == .add || rule == .subtract || rule == .multiply || rule == .divide
    let values = graph.scalars.inputValues(node).enumerated().map { place, value in
      let text = NumberText.short(value)
      return value < 0 && !(isBareFirst && place == 0) ? "(\(text))" : text
    }
    return applied(rule, values) + " = " + NumberText.short(graph.scalars.nodes[node].value)
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
