import MiniML

extension OperationSample {
  static let arithmetic =
    [Operation.add, .subtract, .multiply].flatMap(binary) + [
      OperationSample(.divide, [[3, 4], [4]], in: 0.5...2),
      OperationSample(.scale(by: 0.3), [[3, 4]]),
    ]

  /// Equal shapes, and every way of broadcasting.
  private static func binary(_ operation: Operation) -> [OperationSample] {
    [[[3, 4], [3, 4]], [[2, 3, 4], [4]], [[3, 1], [1, 4]], [[4], [2, 3, 4]], [[2, 3], []]].map {
      OperationSample(operation, $0)
    }
  }
}
