import Expressions
import MiniML

/// A formula as a graph of scalars, with the names that its nodes go by.
struct FormulaGraph: Sendable {
  private(set) var scalars = ScalarGraph()
  /// How each node is spoken of: `w1`, `2`, `#3`.
  private(set) var names: [String] = []
  /// What stands on its box: `w1`, `2`, `#3 tanh`.
  private(set) var labels: [String] = []
  /// The leaf of each variable, in the order of the formula.
  private(set) var variables: [(name: String, leaf: Int)] = []
  private var operations = 0

  init(_ formula: Formula, values: [String: Double]) { _ = add(formula, values) }

  /// The nodes that are computed, in forward order.
  var operationNodes: [Int] { scalars.nodes.indices.filter { scalars.nodes[$0].rule != .leaf } }

  /// The nodes that take a node in.
  func consumers(of node: Int) -> [Int] { scalars.nodes.indices.filter { scalars.nodes[$0].inputs.contains(node) } }

  func variable(at node: Int) -> String? { variables.first { $0.leaf == node }?.name }

  mutating func change(_ body: (inout ScalarGraph) -> Void) { body(&scalars) }

  private mutating func add(_ formula: Formula, _ values: [String: Double]) -> Int {
    switch formula {
    case .number(let number): return leaf(number, Formula.number(number).description)
    case .variable(let name):
      if let known = variables.first(where: { $0.name == name }) { return known.leaf }
      let node = leaf(values[name] ?? 0, name)
      variables.append((name, node))
      return node
    case .negated(let inner):
      let input = add(inner, values)
      return operation("neg", scalars.apply(.negate, input))
    case .call(let function, let inner):
      let input = add(inner, values)
      let rule = Self.rule(function)
      return operation(function.rawValue, scalars.apply(rule, input))
    case .binary(let sign, let left, let right):
      let (a, b) = (add(left, values), add(right, values))
      let rule = Self.rule(sign)
      return operation(String(sign.rawValue), scalars.apply(rule, a, b))
    }
  }

  private mutating func leaf(_ value: Double, _ name: String) -> Int {
    names.append(name)
    labels.append(name)
    return scalars.leaf(value)
  }

  private mutating func operation(_ sign: String, _ node: Int) -> Int {
    operations += 1
    names.append("#\(operations)")
    labels.append("#\(operations) \(sign)")
    return node
  }

  private static func rule(_ sign: FormulaOperator) -> ScalarRule {
    switch sign {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .power: .power
    }
  }

  private static func rule(_ function: FormulaFunction) -> ScalarRule {
    switch function {
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    case .relu: .relu
    case .exp: .exp
    case .log: .log
    case .sqrt: .sqrt
    case .sin: .sin
    case .cos: .cos
    case .abs: .abs
    case .step: .step
    case .sign: .sign
    }
  }
}
