import MiniML

extension OperationSample {
  static let matrixProducts = products + transposedProducts + linears

  private static let products =
    [[[5, 7], [7, 18]], [[2, 3, 4], [4, 5]], [[2, 3, 4], [2, 4, 5]], [[2, 2, 3, 4], [2, 2, 4, 2]]].map {
      OperationSample(.matmul, $0)
    } + [OperationSample(.transpose, [[2, 3, 4]])]

  private static let transposedProducts = [
    OperationSample(
      .matmul(transposingFirst: true, transposingSecond: false), [[4, 3], [4, 5]], name: "matmul, first transposed"),
    OperationSample(
      .matmul(transposingFirst: false, transposingSecond: true), [[2, 3, 4], [5, 4]], name: "matmul, second transposed"),
    OperationSample(
      .matmul(transposingFirst: true, transposingSecond: true), [[2, 4, 3], [2, 5, 4]], name: "matmul, both transposed"),
    OperationSample(.matmul(transposingFirst: true, transposingSecond: true), [[2, 4, 3], [5, 4]]),
    OperationSample(.matmul(transposingFirst: true, transposingSecond: false), [[2, 4, 3], [4, 5]]),
  ]

  private static let linears =
    LinearActivation.allCases.map {
      OperationSample(.linear($0), [[2, 3, 4], [4, 5], [5]], name: $0 == .identity ? "linear" : "linear, \($0)")
    } + [
      OperationSample(.linear(), [[3, 4], [4, 2]], name: "linear without bias"),
      OperationSample(.linear(), [[4], [4, 3], [3]]),
    ]
}
