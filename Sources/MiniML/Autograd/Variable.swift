/// A value in a graph: arithmetic on variables is recorded, so that gradients can flow back.
public struct Variable {
  public let graph: Graph
  public let value: Tensor
  /// Its place in the record; nil for what no gradient is wanted of.
  let node: Int?

  public var shape: [Int] { value.shape }

  /// The same value, through which no gradient flows back.
  public var detached: Variable { graph.constant(value) }

  /// The outcome of an operation on this variable and others.
  func apply(_ operation: Operation, _ others: Variable...) -> Variable { graph.apply(operation, [self] + others) }
}
