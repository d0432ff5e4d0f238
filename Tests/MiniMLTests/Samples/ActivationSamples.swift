import MiniML

extension OperationSample {
  static let activations = [
    OperationSample(.exp, [[3, 4]]),
    OperationSample(.log, [[3, 4]], in: 0.5...3),
    OperationSample(.tanh, [[3, 4]]),
    OperationSample(.relu, [[3, 4]], in: 0.1...1),
    OperationSample(.relu, [[3, 4]], in: -1...(-0.1)),
    OperationSample(.sigmoid, [[3, 4]]),
    OperationSample(.gelu, [[3, 4]], in: -2...2),
  ]
}
