import MiniML

extension OperationSample {
  static let probabilities = [
    OperationSample(.softmax, [[3, 4]]),
    OperationSample(.logSoftmax, [[3, 4]]),
    OperationSample(.crossEntropy([1, -1, 3]), [[3, 4]]),
  ]
}
