/// The record of a computation, in the order in which it was made; gradients flow back through it.
///
/// One graph serves one forward and backward pass: make a new one for each training step. The way back uses the record
/// up, so that memory is free again as soon as nobody needs it; afterwards the graph only evaluates.
public final class Graph {
  /// A class, so that a record that grows moves references and not whole nodes.
  private final class Node {
    /// Nil for a leaf.
    let operation: Operation?
    let inputs: [Tensor]
    /// Of each input the place in the record; nil for what no gradient is wanted of.
    let sources: [Int?]
    let output: Tensor
    let kept: [Tensor]

    init(_ result: Operation.Result, of operation: Operation? = nil, _ inputs: [Variable] = [], _ values: [Tensor] = [])
    {
      self.operation = operation
      self.inputs = values
      sources = inputs.map(\.node)
      output = result.value
      kept = result.kept
    }
  }

  /// Whether layers behave as in training: dropout drops, batch normalisation uses the batch.
  public let isTraining: Bool
  /// Whether what is computed is remembered for gradients; false saves the memory.
  public private(set) var isRecording: Bool
  private var nodes: [Node] = []
  private var parameterNodes: [String: Int] = [:]
  private var replacements: [String: Tensor] = [:]
  private var random: RandomSource

  /// - Parameter seed: of what is drawn on the way, such as what dropout drops.
  public init(isTraining: Bool = true, isRecording: Bool = true, seed: UInt64 = 0) {
    self.isTraining = isTraining
    self.isRecording = isRecording
    random = RandomSource(seed: seed)
    guard isRecording else { return }
    nodes.reserveCapacity(32)
    parameterNodes.reserveCapacity(24)
  }

  /// A graph for using a model and not for training it: nothing is remembered, nothing is dropped.
  public static func evaluating() -> Graph { Graph(isTraining: false, isRecording: false) }

  /// A value that no gradient is wanted of.
  public func constant(_ value: Tensor) -> Variable { Variable(graph: self, value: value, node: nil) }

  /// A value that a gradient is wanted of: with an input, its saliency.
  public func variable(_ value: Tensor) -> Variable {
    guard isRecording else { return constant(value) }
    return append(Node(Operation.Result(value)))
  }

  /// A layer's parameter; asked for twice, it is the same variable, so that shared weights add up their gradients.
  public func parameter(_ parameter: Parameter) -> Variable {
    guard isRecording, parameter.isTrained else { return constant(parameter.value) }
    if let node = parameterNodes[parameter.name] {
      return Variable(graph: self, value: nodes[node].output, node: node)
    }
    let variable = variable(parameter.value)
    parameterNodes[parameter.name] = variable.node
    return variable
  }

  /// Asks that an untrained parameter, such as a running mean, take a new value with the optimiser's next update.
  public func replace(_ parameter: Parameter, with value: Tensor) { replacements[parameter.name] = value }

  /// A fresh seed for what is drawn on the way: the same in the same place of every pass of the same graph seed.
  public func nextSeed() -> UInt64 { random.next() }

  /// Runs an operation and records it. Traps where a variable belongs to another graph.
  public func apply(_ operation: Operation, _ inputs: [Variable]) -> Variable {
    guard inputs.allSatisfy({ $0.graph === self }) else {
      ShapeFault.trap(operation.kind.rawValue, "a variable belongs to another graph")
    }
    let values = inputs.map(\.value)
    let result = operation.forward(values)
    guard isRecording, inputs.contains(where: { $0.node != nil }) else { return constant(result.value) }
    return append(Node(result, of: operation, inputs, values))
  }

  // region: backward
  /// The gradient of a single number with respect to everything that it was made of. Traps unless `loss` holds one
  /// number, and where the record has been used up.
  public func gradients(of loss: Variable) -> Gradients {
    guard loss.value.count == 1 else {
      ShapeFault.trap("gradients", "the loss must hold one number, got shape \(loss.value.shape)")
    }
    guard let last = loss.node else { return Gradients([], [:], replacements) }
    guard isRecording else { ShapeFault.trap("gradients", "a graph serves one way back: make one for each step") }
    isRecording = false
    var gradients = [Tensor?](repeating: nil, count: nodes.count)
    gradients[last] = Tensor.ones(loss.value.shape)
    while let node = nodes.popLast() {
      guard let operation = node.operation, let gradient = gradients[nodes.count].take() else { continue }
      let parts = operation.backward(pass(through: node, gradient))
      for (source, part) in zip(node.sources, parts) {
        if let source, let part { accumulate(part, into: &gradients[source]) }
      }
    }
    return Gradients(gradients, parameterNodes, replacements)
  }

  /// What is used twice gets the sum of both gradients.
  private func accumulate(_ part: Tensor, into total: inout Tensor?) {
    if total == nil { total = part } else { total? += part }
  }
  // endregion: backward

  private func pass(through node: Node, _ gradient: Tensor) -> Operation.Pass {
    Operation.Pass(
      inputs: node.inputs, output: node.output, kept: node.kept, gradient: gradient,
      wanted: node.sources.map { $0 != nil })
  }

  private func append(_ node: Node) -> Variable {
    nodes.append(node)
    return Variable(graph: self, value: node.output, node: nodes.count - 1)
  }
}
