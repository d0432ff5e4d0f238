import MiniML

extension OperationSample {
  static let lookups = [OperationSample(.gather([2, 0, 2]), [[4, 3]])]
}
