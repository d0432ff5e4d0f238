import MiniML
import Terminal
import Wording

extension BackpropagationDemo {
  /// The chosen node: how its value was made, and its gradient as the sum over the nodes that take it in.
  public func explanation(_ language: Language) -> [String]? {
    [valueLine(language)] + gradientLines(language) + checkLine(language)
  }

  private func valueLine(_ language: Language) -> String {
    let node = graph.scalars.nodes[selected]
    let name = graph.names[selected]
    if node.rule != .leaf {
      guard !node.value.isNaN else {
        return Bilingual(
          en: "\(name) = \(source(of: selected)): not computed yet", zh: "\(name) = \(source(of: selected))：尚未计算")[
            language]
      }
      return "\(name) = \(source(of: selected)) = \(worked(selected))"
    }
    guard graph.variable(at: selected) != nil else {
      return Bilingual(en: "\(name): a constant", zh: "\(name)：常数")[language]
    }
    let value = NumberText.short(node.value)
    return Bilingual(en: "\(name) = \(value): a given value ([ ] change it)", zh: "\(name) = \(value)：给定的值（用 [ ] 改变）")[
      language]
  }

  private func gradientLines(_ language: Language) -> [String] {
    let name = graph.names[selected]
    if selected == graph.scalars.output {
      return [Bilingual(en: "∂L/∂\(name) = 1: it is L itself", zh: "∂L/∂\(name) = 1：它就是 L")[language]]
    }
    let consumers = graph.consumers(of: selected)
    let paths = consumers.map { "∂L/∂\(graph.names[$0]) * ∂\(graph.names[$0])/∂\(name)" }.joined(separator: " + ")
    var lines = ["∂L/∂\(name) = \(paths)"]
    for consumer in consumers where isPassed(consumer) {
      for share in shares(consumer) where share.input == selected {
        lines.append("  \(graph.labels[consumer]): \(share.text) = \(NumberText.short(share.value))")
      }
    }
    let gradient = NumberText.short(graph.scalars.nodes[selected].gradient)
    let isWhole = consumers.allSatisfy(isPassed)
    let end =
      isWhole ? Bilingual(both: "") : Bilingual(en: " so far: not all has flowed back", zh: "（目前的值，还没有全部传回）")
    lines.append("  = \(gradient)\(end[language])")
    return lines
  }

  private func checkLine(_ language: Language) -> [String] {
    guard isChecked, let index = graph.variables.firstIndex(where: { $0.leaf == selected }) else { return [] }
    let difference = NumberText.short(differences[index], digits: 6)
    return [Bilingual(en: "central difference: \(difference)", zh: "中心差分：\(difference)")[language]]
  }

  /// Whether a node has passed its gradient on in this pass.
  private func isPassed(_ node: Int) -> Bool { stages[..<position].contains(.backward(node)) }

  /// What a node passes to each of its inputs, as an amount and as the product that it comes from.
  func shares(_ index: Int) -> [(input: Int, text: String, value: Double)] {
    let node = graph.scalars.nodes[index]
    let local = node.rule.localDerivatives(graph.scalars.inputValues(index), value: node.value)
    return zip(node.inputs, local).map { input, derivative in
      let slope = NumberText.short(derivative)
      let text = NumberText.short(node.gradient) + "*" + (derivative < 0 ? "(\(slope))" : slope)
      return (input, text, node.gradient * derivative)
    }
  }

  /// `∂L/∂w1 = 0.42*2 = 0.84` for each input; where gradient was there before, that and the sum.
  func shareTexts(_ index: Int) -> [String] {
    var texts: [String] = []
    var done: [Int: Double] = [:]
    for share in shares(index) where !isConstant(share.input) {
      let before =
        (priorShares(of: share.input, before: index) > 0 ? gradient(of: share.input, before: index) : 0)
        + done[share.input, default: 0]
      let isFirst = priorShares(of: share.input, before: index) == 0 && done[share.input] == nil
      done[share.input, default: 0] += share.value
      let sum = isFirst ? share.text : "\(NumberText.short(before)) + \(share.text)"
      texts.append("∂L/∂\(graph.names[share.input]) = \(sum) = \(NumberText.short(before + share.value))")
    }
    return texts
  }

  /// Whether a node is a number of the formula, whose gradient nobody asks for.
  func isConstant(_ node: Int) -> Bool {
    graph.scalars.nodes[node].rule == .leaf && graph.variable(at: node) == nil
  }

  /// How many nodes passed gradient to `input` before `node` did.
  func priorShares(of input: Int, before node: Int) -> Int {
    graph.consumers(of: input).filter { $0 > node }.count
  }

  /// The gradient of `input` before `node` passed its own share.
  private func gradient(of input: Int, before node: Int) -> Double {
    graph.consumers(of: input).filter { $0 > node }.flatMap { shares($0) }.filter { $0.input == input }
      .reduce(0) { $0 + $1.value }
  }
}
