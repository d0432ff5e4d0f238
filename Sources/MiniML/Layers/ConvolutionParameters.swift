/// What every layer of convolution learns: a kernel and a bias.
struct ConvolutionParameters: Layer {
  /// `[kh, kw, in, out]`, or `[k, in, out]`.
  var weight: Parameter
  /// `[out]`; nil for a layer without.
  var bias: Parameter?

  /// Uniform numbers in `±1/sqrt(fan)`, as PyTorch draws them; the fan is how many numbers make one of the output.
  init(_ name: String, _ shape: [Int], fan: Int, hasBias: Bool, _ source: inout RandomSource) {
    let bound = 1 / Double(max(1, fan)).squareRoot()
    weight = Parameter(name + ".weight", .uniform(shape, -bound, bound, &source))
    bias = hasBias ? Parameter(name + ".bias", .uniform([shape[shape.count - 1]], -bound, bound, &source)) : nil
  }

  mutating func visit(_ body: (inout Parameter) -> Void) {
    weight.visit(body)
    bias?.visit(body)
  }
}
