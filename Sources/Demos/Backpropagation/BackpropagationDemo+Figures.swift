import MiniML
import Wording

extension BackpropagationDemo {
  /// The line of the next node's own rule, while values are computed.
  public var activeLine: String? {
    guard position < stages.count, case .forward(let node) = stages[position] else { return nil }
    return "case .\(graph.scalars.nodes[node].rule):"
  }

  /// What the last step computed, beside the lines that did.
  public var figures: [Figure] {
    switch lastStage {
    case .forward(let node): forwardFigures(node)
    case .seed: [Figure("gradient", 1, at: "nodes[output].gradient = 1", of: Region.seed)]
    case .backward(let node): backwardFigures(node)
    case .check: checkFigures
    case nil: updateFigures
    }
  }

  private func forwardFigures(_ index: Int) -> [Figure] {
    let node = graph.scalars.nodes[index]
    let line = "case .\(node.rule):"
    let inputs = zip(["a", "b"], graph.scalars.inputValues(index)).map {
      Figure($0, $1, at: line, of: Region.forward)
    }
    return inputs + [Figure(graph.names[index], node.value, at: line, of: Region.forward)]
  }

  private func backwardFigures(_ index: Int) -> [Figure] {
    let node = graph.scalars.nodes[index]
    let local = node.rule.localDerivatives(graph.scalars.inputValues(index), value: node.value)
    let names = zip(["byA", "byB"], local)
    let lines = ["self[a].gradient +=", "self[b].gradient +="]
    // A node taken in twice holds its whole gradient only after the second line.
    let adds = zip(lines, node.inputs).suffix(node.inputs.first == node.inputs.last ? 1 : 2)
    return [Figure("node", graph.names[index], at: "let node = self[index]", of: Region.backward)]
      + [Figure("gradient", node.gradient, at: "let node = self[index]", of: Region.backward)]
      + names.map { Figure($0, $1, at: "let (byA, byB)", of: Region.backward) }
      + adds.map { Figure("∂L/∂\(graph.names[$1])", graph.scalars.nodes[$1].gradient, at: $0, of: Region.backward) }
      + names.map { Figure($0, $1, at: derivativeLine(node.rule), of: Region.localDerivatives) }
  }

  /// Two rules share a line there.
  private func derivativeLine(_ rule: ScalarRule) -> String {
    rule == .step || rule == .sign ? "case .step, .sign:" : "case .\(rule):"
  }

  /// The check of the variable that is chosen; of the first where the choice is none.
  private var checkFigures: [Figure] {
    let index = graph.variables.firstIndex { $0.leaf == selected } ?? 0
    guard graph.variables.indices.contains(index) else { return [] }
    let (name, leaf) = graph.variables[index]
    let value = graph.scalars.nodes[leaf].value
    let region = Region.centralDifference
    return [
      Figure("leaf", name, at: "func centralDifference", of: region),
      Figure("value", value, at: "let value", of: region),
      Figure("h", 1e-5 * max(1, abs(value)), at: "let h =", of: region),
      Figure("∂L/∂\(name)", differences[index], at: "return (output", of: region),
    ]
  }

  private var updateFigures: [Figure] {
    guard !moves.isEmpty else { return [] }
    return [Figure("rate", settings.number("learning-rate"), at: "let rate", of: Region.update)]
      + moves.map { Figure($0.name, $0.to, at: "let moved", of: Region.update) }
      + [Figure("updates", Double(updates), at: "updates += 1", of: Region.update)]
  }
}
