/// A convolution of images: `[B, H, W, in] -> [B, H', W', out]`, `H' = (H + 2 padding - size) / stride + 1`.
///
/// With the same padding on both sides of an odd size, `padding = size / 2` and stride 1 keep H and W.
public struct Conv2d: Module {
  private var learned: ConvolutionParameters
  public var options: ConvolutionOptions

  /// `[kh, kw, in, out]`.
  public var weight: Parameter {
    get { learned.weight }
    set { learned.weight = newValue }
  }

  /// `[out]`; nil for a layer without.
  public var bias: Parameter? {
    get { learned.bias }
    set { learned.bias = newValue }
  }

  /// Uniform weights and biases in `±1/sqrt(in size^2)`, as PyTorch draws them.
  ///
  /// - Parameter hasReLU: whether a ReLU follows, which then costs no time of its own.
  public init(
    _ name: String, _ inputs: Int, _ outputs: Int, size: Int, stride: Int = 1, padding: Int = 0,
    dilation: Int = 1, hasReLU: Bool = false, hasBias: Bool = true, _ source: inout RandomSource
  ) {
    learned = ConvolutionParameters(
      name, [size, size, inputs, outputs], fan: inputs * size * size, hasBias: hasBias, &source)
    options = ConvolutionOptions(
      stride: stride, padding: padding, dilation: dilation, hasReLU: hasReLU)
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    x.convolved(with: x.graph.parameter(weight), bias: bias.map { x.graph.parameter($0) }, options)
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) { learned.visit(body) }
}
