import MiniML

extension OperationSample {
  static let elementary = [
    OperationSample(.exp, [[3, 4]]),
    OperationSample(.log, [[3, 4]], in: 0.5...3),
    OperationSample(.sqrt, [[3, 4]], in: 0.5...3),
    OperationSample(.square, [[3, 4]]),
    OperationSample(.power(2.5), [[3, 4]], in: 0.5...2),
    OperationSample(.power(3), [[3, 4]], name: "power whole"),
    OperationSample(.power(2), [[3, 4]], name: "power two"),
    OperationSample(.abs, [[3, 4]], in: -1...(-0.1)),
    OperationSample(.abs, [[3, 4]], in: 0.1...1),
    OperationSample(.negate, [[3, 4]]),
    OperationSample(.clamp(-0.5...0.5), [[3, 4]], in: -0.4...0.4),
    OperationSample(.clamp(-0.5...0.5), [[3, 4]], in: 0.6...1),
    OperationSample(.sin, [[3, 4]], in: -3...3),
    OperationSample(.cos, [[3, 4]], in: -3...3),
  ]
}
