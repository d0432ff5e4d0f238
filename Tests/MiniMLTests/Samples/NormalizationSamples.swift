import MiniML

extension OperationSample {
  static let normalizations = [OperationSample(.layerNorm, [[3, 4], [4], [4]])]
}
