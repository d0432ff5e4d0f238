import Terminal
import Wording

extension BackpropagationDemo {
  /// `output`: the formula's value at the present values of its variables. `max-gradient-error`: the largest distance
  /// between a variable's gradient as far as it has flowed back, 0 before, and its central difference. `updates`:
  /// gradient steps taken. `phase`: 0 forward, 1 backward, 2 checked. `nodes`: of the graph.
  public var metrics: [Metric] {
    [
      Metric("output", output),
      Metric("max-gradient-error", gradientError),
      Metric("updates", Double(updates)),
      Metric("phase", phase),
      Metric("nodes", Double(graph.scalars.nodes.count)),
    ]
  }

  /// The output once it is computed, the difference once it is checked.
  public var shownMetrics: [Metric] {
    let isForwardDone = stages[..<position].contains { $0 == .seed } || updates > 0
    return metrics.filter { metric in
      switch metric.name {
      case "output": isForwardDone
      case "max-gradient-error": isChecked
      case "updates": updates > 0
      default: metric.name == "nodes"
      }
    }
  }

  /// 0 forward, 1 backward, 2 checked.
  private var phase: Double {
    switch lastStage {
    case nil, .forward: 0
    case .seed, .backward: 1
    case .check: 2
    }
  }

  public func accepts(ghost: any Demo) -> Bool { (ghost as? BackpropagationDemo)?.formula == formula }

  public var activeRegion: String? {
    guard !isFinished else { return nil }
    guard position < stages.count else { return Region.update }
    switch stages[position] {
    case .forward: return Region.forward
    case .seed: return Region.seed
    case .backward: return Region.backward
    case .check: return Region.centralDifference
    }
  }

  public func table(_ language: Language) -> DataTable {
    let columns =
      language == .en
      ? ["node", "made of", "value", "gradient", "central difference"] : ["节点", "来源", "值", "梯度", "中心差分"]
    let rows = graph.scalars.nodes.indices.map { index in
      let node = graph.scalars.nodes[index]
      let variable = isChecked ? graph.variables.firstIndex { $0.leaf == index } : nil
      let difference = variable.map { NumberText.short(differences[$0]) }
      return [
        graph.names[index], source(of: index), number(node.value), hasGradient(index) ? number(node.gradient) : "",
        difference ?? "",
      ]
    }
    return DataTable(columns: columns, rows: rows)
  }

  /// `w1*x1` for a node that multiplies them; empty for a leaf.
  func source(of index: Int) -> String {
    let node = graph.scalars.nodes[index]
    let names = node.inputs.map { graph.names[$0] }
    return applied(node.rule, names)
  }

  /// Whether this pass has come to its check: before that the central differences would give the gradients away.
  var isChecked: Bool { stages[..<position].contains(.check) }

  /// Whether gradient has reached a node in this pass.
  func hasGradient(_ index: Int) -> Bool {
    stages[..<position].contains { stage in
      switch stage {
      case .seed: index == graph.scalars.output
      case .backward(let node): graph.scalars.nodes[node].inputs.contains(index)
      case .forward, .check: false
      }
    }
  }

  /// A number in the picture: empty until it is computed.
  func number(_ value: Double) -> String { NumberText.short(value) }
}
