import MiniML

extension OperationSample {
  static let reductions = [
    OperationSample(.sum, [[3, 4]]),
    OperationSample(.mean, [[3, 4]]),
    OperationSample(.sumAxis(1), [[2, 3, 4]]),
    OperationSample(.meanAxis(0, keeping: true), [[2, 3, 4]]),
    OperationSample(.sumAxes([0, 2]), [[2, 3, 4]], name: "sumAxes"),
    OperationSample(.meanAxes([1, 0], keeping: true), [[2, 3, 4]], name: "meanAxes"),
    OperationSample(.maximum(axis: 1), [[2, 5, 3]]),
    OperationSample(.minimum(axis: -1, keeping: true), [[3, 6]]),
    OperationSample(.variance(axes: [0, 2]), [[3, 2, 4]]),
    OperationSample(.variance(axes: [1], correction: 1, keeping: true), [[3, 5]], name: "variance of a sample"),
  ]
}
