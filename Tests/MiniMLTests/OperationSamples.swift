import MiniML

/// An operation with inputs to check it on.
struct OperationSample: Sendable, CustomStringConvertible {
  let operation: Operation
  let shapes: [[Int]]
  /// Where the inputs are drawn from: away from kinks and poles.
  var range: ClosedRange<Double> = -1...1
  var description: String { "\(operation.kind.rawValue) \(shapes)" }

  func inputs(seed: UInt64) -> [Tensor] {
    var source = RandomSource(seed: seed)
    return shapes.map { .uniform($0, range.lowerBound, range.upperBound, &source) }
  }
}

extension Operation.Kind {
  /// Samples of an operation. The switch has no default: a new operation without a sample does not compile.
  var samples: [OperationSample] {
    switch self {
    case .add: binary(.add)
    case .subtract: binary(.subtract)
    case .multiply: binary(.multiply)
    case .divide: [OperationSample(operation: .divide, shapes: [[3, 4], [4]], range: 0.5...2)]
    case .scale: [OperationSample(operation: .scale(by: 0.3), shapes: [[3, 4]])]
    case .exp: [OperationSample(operation: .exp, shapes: [[3, 4]])]
    case .log: [OperationSample(operation: .log, shapes: [[3, 4]], range: 0.5...3)]
    case .tanh: [OperationSample(operation: .tanh, shapes: [[3, 4]])]
    case .relu:
      [
        OperationSample(operation: .relu, shapes: [[3, 4]], range: 0.1...1),
        OperationSample(operation: .relu, shapes: [[3, 4]], range: -1...(-0.1)),
      ]
    case .sigmoid: [OperationSample(operation: .sigmoid, shapes: [[3, 4]])]
    case .gelu: [OperationSample(operation: .gelu, shapes: [[3, 4]], range: -2...2)]
    case .matmul:
      [[[5, 7], [7, 18]], [[2, 3, 4], [4, 5]], [[2, 3, 4], [2, 4, 5]], [[2, 2, 3, 4], [2, 2, 4, 2]]].map {
        OperationSample(operation: .matmul, shapes: $0)
      }
    case .transpose: [OperationSample(operation: .transpose, shapes: [[2, 3, 4]])]
    case .permute: [OperationSample(operation: .permute([2, 0, 1]), shapes: [[2, 3, 4]])]
    case .reshape: [OperationSample(operation: .reshape(to: [4, 6]), shapes: [[2, 3, 4]])]
    case .columns: [OperationSample(operation: .columns(1..<3), shapes: [[2, 3, 4]])]
    case .joinColumns: [OperationSample(operation: .joinColumns, shapes: [[3, 2], [3, 4]])]
    case .gather: [OperationSample(operation: .gather([2, 0, 2]), shapes: [[4, 3]])]
    case .sum: [OperationSample(operation: .sum, shapes: [[3, 4]])]
    case .mean: [OperationSample(operation: .mean, shapes: [[3, 4]])]
    case .sumAxis: [OperationSample(operation: .sumAxis(1), shapes: [[2, 3, 4]])]
    case .meanAxis: [OperationSample(operation: .meanAxis(0, keeping: true), shapes: [[2, 3, 4]])]
    case .softmax: [OperationSample(operation: .softmax, shapes: [[3, 4]])]
    case .logSoftmax: [OperationSample(operation: .logSoftmax, shapes: [[3, 4]])]
    case .crossEntropy: [OperationSample(operation: .crossEntropy([1, -1, 3]), shapes: [[3, 4]])]
    case .layerNorm: [OperationSample(operation: .layerNorm, shapes: [[3, 4], [4], [4]])]
    }
  }

  private func binary(_ operation: Operation) -> [OperationSample] {
    [[[3, 4], [3, 4]], [[2, 3, 4], [4]], [[3, 1], [1, 4]], [[4], [2, 3, 4]], [[2, 3], []]].map {
      OperationSample(operation: operation, shapes: $0)
    }
  }
}
