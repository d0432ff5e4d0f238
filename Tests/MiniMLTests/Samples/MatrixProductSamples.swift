import MiniML

extension OperationSample {
  static let matrixProducts =
    [[[5, 7], [7, 18]], [[2, 3, 4], [4, 5]], [[2, 3, 4], [2, 4, 5]], [[2, 2, 3, 4], [2, 2, 4, 2]]].map {
      OperationSample(.matmul, $0)
    } + [OperationSample(.transpose, [[2, 3, 4]])]
}
