/// The record of a computation, in the order in which it was made; gradients flow back through it.
///
/// One graph serves one forward and backward pass: make a new one for each training step.
public final class Graph {
  struct Node {
    let value: Tensor
    let operation: Operation?
    let inputs: [Int]
    let needsGradient: Bool
  }

  private(set) var nodes: [Node] = []
  private var parameterNodes: [String: Int] = [:]

  public init() {}

  /// A value that no gradient is wanted of.
  public func constant(_ value: Tensor) -> Variable {
    append(Node(value: value, operation: nil, inputs: [], needsGradient: false))
  }

  /// A value that a gradient is wanted of.
  public func variable(_ value: Tensor) -> Variable {
    append(Node(value: value, operation: nil, inputs: [], needsGradient: true))
  }

  /// A layer's parameter; asked for twice, it is the same variable, so that shared weights add up their gradients.
  public func parameter(_ parameter: Parameter) -> Variable {
    if let index = parameterNodes[parameter.name] { return Variable(graph: self, index: index) }
    let variable = variable(parameter.value)
    parameterNodes[parameter.name] = variable.index
    return variable
  }

  /// Runs an operation and records it. Traps where a variable belongs to another graph.
  public func apply(_ operation: Operation, _ inputs: [Variable]) -> Variable {
    guard inputs.allSatisfy({ $0.graph === self }) else {
      ShapeFault.trap(operation.kind.rawValue, "a variable belongs to another graph")
    }
    let value = operation.forward(inputs.map(\.value))
    return append(
      Node(
        value: value, operation: operation, inputs: inputs.map(\.index),
        needsGradient: inputs.contains { nodes[$0.index].needsGradient }))
  }

  // region: backward
  /// The gradient of a single number with respect to everything that it was made of. Traps unless `loss` holds one number.
  public func gradients(of loss: Variable) -> Gradients {
    guard loss.value.count == 1 else {
      ShapeFault.trap("gradients", "the loss must hold one number, got shape \(loss.value.shape)")
    }
    var gradients = [Tensor?](repeating: nil, count: nodes.count)
    gradients[loss.index] = Tensor.ones(loss.value.shape)
    for index in stride(from: loss.index, through: 0, by: -1) {
      guard let gradient = gradients[index], let operation = nodes[index].operation else { continue }
      let inputs = nodes[index].inputs
      guard inputs.contains(where: { nodes[$0].needsGradient }) else { continue }
      let parts = operation.backward(inputs.map { nodes[$0].value }, nodes[index].value, gradient)
      for (input, part) in zip(inputs, parts) where nodes[input].needsGradient {
        accumulate(part, into: &gradients[input])
      }
      gradients[index] = index == loss.index ? gradient : nil
    }
    return Gradients(byNode: gradients, parameterNodes: parameterNodes)
  }

  private func accumulate(_ part: Tensor, into total: inout Tensor?) {
    if total == nil { total = part } else { total? += part }
  }
  // endregion: backward

  private func append(_ node: Node) -> Variable {
    nodes.append(node)
    return Variable(graph: self, index: nodes.count - 1)
  }
}

/// What a backward pass found: gradients of the leaves, variables and parameters.
public struct Gradients: Sendable {
  private let byNode: [Tensor?]
  private let parameterNodes: [String: Int]

  init(byNode: [Tensor?], parameterNodes: [String: Int]) {
    self.byNode = byNode
    self.parameterNodes = parameterNodes
  }

  /// The gradient of a leaf; nil where the loss does not depend on it.
  public subscript(variable: Variable) -> Tensor? {
    variable.index < byNode.count ? byNode[variable.index] : nil
  }

  /// The gradient of a parameter by name; nil where the loss does not depend on it.
  public subscript(parameter name: String) -> Tensor? { parameterNodes[name].flatMap { byNode[$0] } }

  /// The root of the sum of squares over all parameters.
  public var norm: Double {
    var sum = 0.0
    for index in parameterNodes.values.sorted() {
      for g in byNode[index]?.data ?? [] { sum += Double(g) * Double(g) }
    }
    return sum.squareRoot()
  }
}
