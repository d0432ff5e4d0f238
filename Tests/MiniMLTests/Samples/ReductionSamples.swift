import MiniML

extension OperationSample {
  static let reductions = [
    OperationSample(.sum, [[3, 4]]),
    OperationSample(.mean, [[3, 4]]),
    OperationSample(.sumAxis(1), [[2, 3, 4]]),
    OperationSample(.meanAxis(0, keeping: true), [[2, 3, 4]]),
  ]
}
