import MiniML

extension OperationSample {
  static let normalizations = [
    OperationSample(.layerNorm, [[3, 4], [4], [4]]),
    OperationSample(.layerNorm, [[2, 3, 19], [19], [19]], name: "layerNormWide"),
    OperationSample(.rmsNorm(epsilon: 1e-5), [[3, 5], [5]]),
    OperationSample(.rmsNorm(epsilon: 1e-5), [[2, 2, 35], [35]], name: "rmsNormWide"),
    OperationSample(.batchNorm(), [[2, 2, 3, 5], [5], [5]]),
    OperationSample(.batchNorm(), [[7, 18], [18], [18]], name: "batchNormWide"),
    OperationSample(.batchNorm(.fixed(given)), [[4, 2, 3], [3], [3]], name: "batchNormEvaluation"),
    OperationSample(.dropout(0.4, seed: 0x0123_4567_89AB_CDEF), [[3, 7]]),
  ]

  private static let given = Operation.Moments(mean: Tensor([0.1, -0.2, 0.3]), variance: Tensor([0.5, 1.5, 2]))
}
