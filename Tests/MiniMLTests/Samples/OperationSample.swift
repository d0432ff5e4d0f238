import MiniML

/// An operation with inputs to check it on. A family of operations has its own list, in its own file beside this one.
struct OperationSample: Sendable, CustomStringConvertible {
  /// The name of what PyTorch recorded for the very same operation, if anything; the operation's kind where not given.
  let name: String
  let operation: Operation
  let shapes: [[Int]]
  /// Where the inputs are drawn from: away from kinks and poles.
  let range: ClosedRange<Double>

  init(_ operation: Operation, _ shapes: [[Int]], in range: ClosedRange<Double> = -1...1, name: String? = nil) {
    self.operation = operation
    self.shapes = shapes
    self.range = range
    self.name = name ?? operation.kind.rawValue
  }

  /// Every sample there is: each kind of operation needs one that PyTorch has recorded too.
  static let all =
    arithmetic + activations + matrixProducts + rearrangements + lookups + reductions + probabilities + normalizations
    + attentions + recurrences + elementary + losses + convolutions

  var description: String { "\(name) \(shapes)" }

  func inputs(seed: UInt64) -> [Tensor] {
    var source = RandomSource(seed: seed)
    return shapes.map { .uniform($0, range.lowerBound, range.upperBound, &source) }
  }
}
