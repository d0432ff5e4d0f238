/// A graph of numbers that remembers how each was made, so that gradients can flow back through it: the simplest true
/// form of automatic differentiation, for teaching and as the oracle of the tensor engine.
///
/// Nodes stand in an order in which each comes after its inputs, so forward goes up through them and backward down.
public struct ScalarGraph: Hashable, Sendable {
  public struct Node: Hashable, Sendable {
    public let rule: ScalarRule
    /// Indices of the nodes that it takes in; the same one may stand twice.
    public let inputs: [Int]
    /// Not-a-number until computed.
    public internal(set) var value: Double
    /// The derivative of the last node by this one, as far as it has flowed back.
    public internal(set) var gradient = 0.0
  }

  public private(set) var nodes: [Node] = []

  public init() {}

  /// The last node, whose derivatives are sought; nil for an empty graph.
  public var output: Int? { nodes.indices.last }

  /// Adds a given number; returns its index.
  public mutating func leaf(_ value: Double) -> Int {
    nodes.append(Node(rule: .leaf, inputs: [], value: value))
    return nodes.count - 1
  }

  /// Adds an operation on nodes that are there, not computed yet; returns its index. Traps for a wrong number of inputs.
  public mutating func apply(_ rule: ScalarRule, _ inputs: Int...) -> Int {
    precondition(
      rule.inputCount == inputs.count, "ScalarGraph: \(rule) takes \(rule.inputCount) inputs, not \(inputs.count)")
    precondition(
      inputs.allSatisfy(nodes.indices.contains), "ScalarGraph: \(rule) takes in \(inputs) of \(nodes.count) nodes")
    nodes.append(Node(rule: rule, inputs: inputs, value: .nan))
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

  /// Computes the value of one node from its inputs; a leaf keeps its own.
  public mutating func forward(_ index: Int) {
    guard nodes[index].rule != .leaf else { return }
    nodes[index].value = nodes[index].rule.value(inputValues(index))
  }

  // region: seed
  /// The derivative of the output by itself is 1: with it the backward pass begins.
  public mutating func seedGradient() {
    guard let output else { return }
    nodes[output].gradient = 1
  }
  // endregion: seed

  // region: backward
  /// Passes the gradient of one node on to its inputs: the chain rule. Where a node is taken in twice, its shares add up.
  public mutating func backward(_ index: Int) {
    let node = nodes[index]
    let local = node.rule.localDerivatives(inputValues(index), value: node.value)
    for (input, derivative) in zip(node.inputs, local) {
      nodes[input].gradient += node.gradient * derivative
    }
  }
  // endregion: backward

  /// Every value, in order.
  public mutating func forward() { for index in nodes.indices { forward(index) } }

  /// Every gradient of the output, in the opposite order.
  public mutating func backward() {
    for index in nodes.indices { nodes[index].gradient = 0 }
    seedGradient()
    for index in nodes.indices.reversed() { backward(index) }
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
