/// A graph of numbers that remembers how each was made, so that gradients can flow back through it: the simplest true
/// form of automatic differentiation, for teaching and as the oracle of the tensor engine.
///
/// Nodes stand in an order in which each comes after its inputs, so forward goes up through them and backward down.
public struct ScalarGraph: Hashable, Sendable {
  public private(set) var nodes: [Node] = []

  public init() {}

  /// The last node, whose derivatives are sought; nil for an empty graph.
  public var output: Int? { nodes.indices.last }

  /// Adds a given number; returns its index.
  public mutating func leaf(_ value: Double) -> Int { append(Node(.leaf, 0, 0, value: value)) }

  /// Adds an operation on one node that is there, not computed yet; returns its index. Traps for a rule of two inputs.
  public mutating func apply(_ rule: ScalarRule, _ a: Int) -> Int {
    require(rule, takes: 1, a, a)
    return append(Node(rule, a, a, value: .nan))
  }

  /// Adds an operation on two nodes that are there, not computed yet; returns its index. Traps for a rule of one input.
  public mutating func apply(_ rule: ScalarRule, _ a: Int, _ b: Int) -> Int {
    require(rule, takes: 2, a, b)
    return append(Node(rule, a, b, value: .nan))
  }

  /// Adds an operation and computes it at once.
  @inline(__always) public mutating func compute(_ rule: ScalarRule, _ a: Int) -> Int {
    require(rule, takes: 1, a, a)
    return append(Node(rule, a, a, value: rule.value(nodes[a].value, 0)))
  }

  /// Adds an operation and computes it at once.
  @inline(__always) public mutating func compute(_ rule: ScalarRule, _ a: Int, _ b: Int) -> Int {
    require(rule, takes: 2, a, b)
    return append(Node(rule, a, b, value: rule.value(nodes[a].value, nodes[b].value)))
  }

  @inline(__always) private func require(_ rule: ScalarRule, takes count: Int, _ a: Int, _ b: Int) {
    precondition(rule.inputCount == count, "ScalarGraph: \(rule) takes \(rule.inputCount) inputs, not \(count)")
    precondition(
      nodes.indices.contains(a) && nodes.indices.contains(b),
      "ScalarGraph: \(rule) takes in \(a), \(b) of \(nodes.count) nodes")
  }

  private mutating func append(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  /// Gives a leaf another value.
  public mutating func set(_ leaf: Int, to value: Double) {
    precondition(nodes[leaf].rule == .leaf, "ScalarGraph: node \(leaf) is no leaf but \(nodes[leaf].rule)")
    nodes[leaf].value = value
  }

  /// Forgets gradients, and the values of all but leaves.
  public mutating func reset() {
    for index in nodes.indices {
      nodes[index].gradient = 0
      if nodes[index].rule != .leaf { nodes[index].value = .nan }
    }
  }

  /// Forgets all nodes but the first `count`, and keeps their memory for the next: a training step leaves the
  /// parameters alone and makes the rest anew.
  public mutating func removeAll(after count: Int) {
    precondition(0...nodes.count ~= count, "ScalarGraph: \(count) of \(nodes.count) nodes")
    nodes.removeLast(nodes.count - count)
  }

  /// Computes the value of one node from its inputs; a leaf keeps its own.
  public mutating func forward(_ index: Int) {
    let node = nodes[index]
    guard node.rule != .leaf else { return }
    nodes[index].value = node.rule.value(nodes[Int(node.first)].value, nodes[Int(node.second)].value)
  }

  // region: seed
  /// The derivative of the output by itself is 1: with it the backward pass begins.
  public mutating func seedGradient() {
    guard let output else { return }
    nodes[output].gradient = 1
  }
  // endregion: seed

  /// Passes the gradient of one node on to its inputs.
  public mutating func backward(_ index: Int) {
    var nodes = nodes.mutableSpan
    nodes.backward(index)
  }

  /// Every value, in order.
  public mutating func forward() { for index in nodes.indices { forward(index) } }

  /// Every gradient of the output, in the opposite order.
  public mutating func backward() {
    for index in nodes.indices { nodes[index].gradient = 0 }
    seedGradient()
    var nodes = nodes.mutableSpan
    for index in nodes.indices.reversed() { nodes.backward(index) }
  }

  public func inputValues(_ index: Int) -> [Double] { nodes[index].inputs.map { nodes[$0].value } }

  // region: central-difference
  /// The derivative of the output by a leaf without any rule: the output a little right and left of the leaf's value.
  /// The error is of order h^2; h grows with the value so that it is not lost in rounding.
  public func centralDifference(_ leaf: Int) -> Double {
    let value = nodes[leaf].value
    let h = 1e-5 * max(1, abs(value))
    return (output(with: leaf, at: value + h) - output(with: leaf, at: value - h)) / (2 * h)
  }
  // endregion: central-difference

  /// The output if a leaf had another value; not-a-number for an empty graph.
  public func output(with leaf: Int, at value: Double) -> Double {
    var changed = self
    changed.set(leaf, to: value)
    changed.forward()
    return changed.nodes.last?.value ?? .nan
  }
}

extension MutableSpan<ScalarGraph.Node> {
  // region: backward
  /// Passes the gradient of one node on to its inputs: the chain rule. Where a node is taken in twice, its shares add up.
  mutating func backward(_ index: Int) {
    let node = self[index]
    let (a, b) = (Int(node.first), Int(node.second))
    let (byA, byB) = node.rule.localDerivatives(self[a].value, self[b].value, value: node.value)
    if node.rule.inputCount > 0 { self[a].gradient += node.gradient * byA }
    if node.rule.inputCount > 1 { self[b].gradient += node.gradient * byB }
  }
  // endregion: backward
}
