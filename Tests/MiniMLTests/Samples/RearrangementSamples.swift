import MiniML

extension OperationSample {
  static let rearrangements = [
    OperationSample(.permute([2, 0, 1]), [[2, 3, 4]]),
    OperationSample(.reshape(to: [4, 6]), [[2, 3, 4]]),
    OperationSample(.columns(1..<3), [[2, 3, 4]]),
    OperationSample(.joinColumns, [[3, 2], [3, 4]]),
  ]
}
