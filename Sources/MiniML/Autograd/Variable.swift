/// A value in a graph: arithmetic on variables is recorded, so that gradients can flow back.
public struct Variable {
  public let graph: Graph
  let index: Int

  public var value: Tensor { graph.nodes[index].value }
  public var shape: [Int] { value.shape }

  private func apply(_ operation: Operation, _ others: Variable...) -> Variable {
    graph.apply(operation, [self] + others)
  }
}

extension Variable {
  public static func + (a: Variable, b: Variable) -> Variable { a.apply(.add, b) }
  public static func - (a: Variable, b: Variable) -> Variable { a.apply(.subtract, b) }
  public static func * (a: Variable, b: Variable) -> Variable { a.apply(.multiply, b) }
  public static func / (a: Variable, b: Variable) -> Variable { a.apply(.divide, b) }
  public static func * (a: Variable, factor: Float) -> Variable { a.apply(.scale(by: factor)) }

  public func exp() -> Variable { apply(.exp) }
  public func log() -> Variable { apply(.log) }
  public func tanh() -> Variable { apply(.tanh) }
  public func relu() -> Variable { apply(.relu) }
  public func sigmoid() -> Variable { apply(.sigmoid) }
  public func gelu() -> Variable { apply(.gelu) }

  public func matmul(_ other: Variable) -> Variable { apply(.matmul, other) }
  public var transposed: Variable { apply(.transpose) }
  public func permuted(_ order: [Int]) -> Variable { apply(.permute(order)) }
  public func reshaped(_ shape: [Int]) -> Variable { apply(.reshape(to: shape)) }
  public func columns(_ range: Range<Int>) -> Variable { apply(.columns(range)) }
  public static func joiningColumns(_ parts: [Variable]) -> Variable { parts[0].graph.apply(.joinColumns, parts) }
  /// Rows `indices` of this table `[n, d] -> [indices.count, d]`.
  public func gather(_ indices: [Int]) -> Variable { apply(.gather(indices)) }

  public func sum() -> Variable { apply(.sum) }
  public func mean() -> Variable { apply(.mean) }
  public func sum(axis: Int, keeping: Bool = false) -> Variable { apply(.sumAxis(axis, keeping: keeping)) }
  public func mean(axis: Int, keeping: Bool = false) -> Variable { apply(.meanAxis(axis, keeping: keeping)) }

  public func softmax() -> Variable { apply(.softmax) }
  public func logSoftmax() -> Variable { apply(.logSoftmax) }
  /// The mean of `-log softmax(self)[target]` over rows; a negative target is left out. `[n, k] -> []`.
  public func crossEntropy(_ targets: [Int]) -> Variable { apply(.crossEntropy(targets)) }
  /// Rows brought to mean 0 and variance 1, then scaled and shifted: `[..., d], [d], [d] -> [..., d]`.
  public func layerNorm(gain: Variable, bias: Variable) -> Variable { apply(.layerNorm, gain, bias) }
}
