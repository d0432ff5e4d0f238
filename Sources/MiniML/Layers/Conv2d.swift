/// A convolution of images: `[B, H, W, in] -> [B, H', W', out]`, `H' = (H + 2 padding - size) / stride + 1`.
///
/// With the same padding on both sides of an odd size, `padding = size / 2` and stride 1 keep H and W.
public struct Conv2d: Module {
  /// `[kh, kw, in, out]`.
  public var weight: Parameter
  /// `[out]`; nil for a layer without.
  public var bias: Parameter?
  public var options: ConvolutionOptions

  /// Uniform weights and biases in `±1/sqrt(in size^2)`, as PyTorch draws them.
  ///
  /// - Parameter hasReLU: whether a ReLU follows, which then costs no time of its own.
  public init(
    _ name: String, _ inputs: Int, _ outputs: Int, size: Int, stride: Int = 1, padding: Int = 0,
    dilation: Int = 1, hasReLU: Bool = false, hasBias: Bool = true, _ source: inout RandomSource
  ) {
    let fan = inputs * size * size
    weight = .uniform(name + ".weight", [size, size, inputs, outputs], fan: fan, &source)
    bias = hasBias ? .uniform(name + ".bias", [outputs], fan: fan, &source) : nil
    options = ConvolutionOptions(
      stride: stride, padding: padding, dilation: dilation, hasReLU: hasReLU)
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    x.convolved(with: x.graph.parameter(weight), bias: bias.map { x.graph.parameter($0) }, options)
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    weight.visit(body)
    bias?.visit(body)
  }
}
