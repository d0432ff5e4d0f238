import MiniML

extension OperationSample {
  static let activations = [
    OperationSample(.tanh, [[3, 4]]),
    OperationSample(.tanh, [[3, 7]], in: -3...3, name: "tanh wide"),
    OperationSample(.relu, [[3, 4]], in: 0.1...1),
    OperationSample(.relu, [[3, 4]], in: -1...(-0.1)),
    OperationSample(.sigmoid, [[3, 4]]),
    OperationSample(.sigmoid, [[3, 7]], in: -4...4, name: "sigmoid wide"),
    OperationSample(.leakyRelu(0.2), [[3, 4]], in: 0.1...1),
    OperationSample(.leakyRelu(0.2), [[3, 4]], in: -1...(-0.1)),
    OperationSample(.elu(0.7), [[3, 4]], in: -3...(-0.1)),
    OperationSample(.softplus, [[3, 4]], in: -3...3),
    OperationSample(.silu, [[3, 4]], in: -3...3),
    OperationSample(.gelu, [[3, 4]], in: -2...2),
    OperationSample(.gelu, [[3, 7]], in: -3...3, name: "gelu wide"),
    OperationSample(.geluTanh, [[3, 4]], in: -3...3),
  ]
}
