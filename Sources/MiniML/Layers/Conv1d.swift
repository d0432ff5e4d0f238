/// A convolution along the steps of a sequence: `[B, T, in] -> [B, T', out]`, `T' = (T + 2 padding - size) / stride + 1`.
public struct Conv1d: Module {
  private var learned: ConvolutionParameters
  public var options: ConvolutionOptions

  /// `[k, in, out]`.
  public var weight: Parameter {
    get { learned.weight }
    set { learned.weight = newValue }
  }

  /// `[out]`; nil for a layer without.
  public var bias: Parameter? {
    get { learned.bias }
    set { learned.bias = newValue }
  }

  /// Uniform weights and biases in `±1/sqrt(in size)`, as PyTorch draws them.
  ///
  /// - Parameter hasReLU: whether a ReLU follows, which then costs no time of its own.
  public init(
    _ name: String, _ inputs: Int, _ outputs: Int, size: Int, stride: Int = 1, padding: Int = 0,
    dilation: Int = 1, hasReLU: Bool = false, hasBias: Bool = true, _ source: inout RandomSource
  ) {
    learned = ConvolutionParameters(name, [size, inputs, outputs], fan: inputs * size, hasBias: hasBias, &source)
    options = ConvolutionOptions(
      stride: stride, padding: padding, dilation: dilation, hasReLU: hasReLU)
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    x.convolved(with: x.graph.parameter(weight), bias: bias.map { x.graph.parameter($0) }, options)
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) { learned.visit(body) }
}
