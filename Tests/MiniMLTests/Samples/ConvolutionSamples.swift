import MiniML

extension OperationSample {
  static let convolutions = images + sequences + transposed + poolings + upSamplings

  /// Every name says what PyTorch's case of it was: size, stride, padding.
  private static let images = [
    convolution("convolution", [1, 4, 5, 2], [3, 3, 2, 3], ConvolutionOptions(padding: 1), hasBias: true),
    convolution("convolution k3 s1 p1, 1 to 8", [1, 4, 3, 1], [3, 3, 1, 8], ConvolutionOptions(padding: 1)),
    convolution("convolution k3 s2 p1", [1, 5, 6, 3], [3, 3, 3, 2], ConvolutionOptions(stride: 2, padding: 1)),
    convolution(
      "convolution k2 s3 p2", [1, 4, 7, 2], [2, 2, 2, 3], ConvolutionOptions(stride: 3, padding: 2), hasBias: true),
    convolution("convolution k3 d2 p2", [1, 5, 4, 2], [3, 3, 2, 1], ConvolutionOptions(padding: 2, dilation: 2)),
    convolution("convolution 1x1, 17 to 16", [1, 2, 3, 17], [1, 1, 17, 16], ConvolutionOptions()),
    convolution(
      "convolution 3x2 s1,2 p0,1", [2, 4, 5, 1], [3, 2, 1, 3],
      ConvolutionOptions(rows: .init(), columns: .init(stride: 2, padding: 1)), hasBias: true),
  ]

  private static let sequences = [
    convolution("convolution of a sequence", [2, 7, 3], [3, 3, 2], ConvolutionOptions(padding: 1), hasBias: true),
    convolution("convolution of a sequence s2", [1, 8, 2], [4, 2, 3], ConvolutionOptions(stride: 2)),
  ]

  private static let transposed = [
    transposed("transposedConvolution", [1, 3, 4, 2], [3, 3, 2, 3], ConvolutionOptions(padding: 1), hasBias: true),
    transposed(
      "transposedConvolution k3 s2 p1 +1", [1, 3, 2, 3], [3, 3, 3, 2],
      ConvolutionOptions(stride: 2, padding: 1, outputPadding: 1), hasBias: true),
    transposed("transposedConvolution k2 s3", [2, 2, 2, 1], [2, 2, 1, 3], ConvolutionOptions(stride: 3)),
    transposed(
      "transposedConvolution of a sequence", [1, 4, 2], [4, 2, 3], ConvolutionOptions(stride: 2, padding: 1)),
  ]

  /// Numbers far apart, so that a step of the check does not change which of them is the largest: few of them.
  private static let poolings = [
    OperationSample(.maxPool(PoolingOptions(2)), [[1, 4, 2, 2]], in: -100...100),
    OperationSample(
      .maxPool(PoolingOptions(3, stride: 2, padding: 1)), [[1, 5, 4, 1]], in: -100...100, name: "maxPool k3 s2 p1"),
    OperationSample(
      .maxPool(PoolingOptions(2, stride: 1)), [[1, 5, 3]], in: -100...100, name: "maxPool of a sequence"),
    OperationSample(.averagePool(PoolingOptions(2)), [[2, 4, 6, 3]]),
    OperationSample(
      .averagePool(PoolingOptions(3, stride: 2, padding: 1)), [[1, 5, 4, 2]], name: "averagePool k3 s2 p1"),
    OperationSample(.averagePool(.whole), [[2, 3, 4, 3]], name: "averagePool of all"),
  ]

  private static let upSamplings = [
    OperationSample(.upSample(by: 2), [[1, 2, 3, 2]]),
    OperationSample(.upSample(by: 3), [[2, 3, 2]], name: "upSample of a sequence"),
    OperationSample(.upSample(by: 2, .bilinear), [[1, 3, 2, 3]], name: "upSample bilinear"),
    OperationSample(.upSample(by: 3, .bilinear), [[1, 2, 4, 1]], name: "upSample bilinear by 3"),
  ]

  private static func convolution(
    _ name: String, _ x: [Int], _ w: [Int], _ options: ConvolutionOptions, hasBias: Bool = false
  ) -> OperationSample {
    OperationSample(.convolution(options), [x, w] + (hasBias ? [[w[w.count - 1]]] : []), name: name)
  }

  private static func transposed(
    _ name: String, _ x: [Int], _ w: [Int], _ options: ConvolutionOptions, hasBias: Bool = false
  ) -> OperationSample {
    OperationSample(.transposedConvolution(options), [x, w] + (hasBias ? [[w[w.count - 1]]] : []), name: name)
  }
}
