import MiniML

extension OperationSample {
  static let losses = [
    OperationSample(.meanSquaredError, [[3, 4], [3, 4]]),
    OperationSample(.meanAbsoluteError, [[1, 2], [1, 2]]),
    OperationSample(.huber(delta: 0.5), [[3, 4], [3, 4]]),
    OperationSample(.huber(), [[3, 4], [3, 4]], name: "huber squared"),
    OperationSample(.binaryCrossEntropy, [[3, 4], [3, 4]], in: 0.1...1),
    OperationSample(.klDivergence, [[3, 4], [3, 4]], in: 0.2...1),
  ]
}
