import MiniML

extension OperationSample {
  static let probabilities = [
    OperationSample(.softmax, [[3, 4]]),
    OperationSample(.softmax, [[2, 2, 19]], in: -3...3, name: "softmax long"),
    OperationSample(.softmax, [[5, 1]], name: "softmax one column"),
    OperationSample(.logSoftmax, [[3, 4]]),
    OperationSample(.logSoftmax, [[2, 2, 19]], in: -3...3, name: "logSoftmax long"),
    OperationSample(.crossEntropy([1, -1, 3]), [[3, 4]]),
    OperationSample(.crossEntropy([10, 0, -1, 4], smoothing: 0.1), [[2, 2, 11]], name: "crossEntropy smoothed"),
  ]
}
