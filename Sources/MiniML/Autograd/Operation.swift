/// One differentiable operation: how its output is made, and how the output's gradient goes back to the inputs.
public struct Operation: Sendable {
  /// Every operation there is, a line a family. The tests run the gradient check over this list, and compare with
  /// PyTorch: an operation without a sample of both fails them.
  public enum Kind: String, CaseIterable, Sendable {
    case add, subtract, multiply, divide, scale
    case exp, log, sqrt, square, power, abs, negate, clamp, sin, cos
    case tanh, sigmoid, relu, leakyRelu, elu, softplus, silu, gelu, geluTanh
    case matmul, transpose, linear
    case permute, reshape, columns, joinColumns
    case slice, flip, take, gatherElements, concatenate, pad, expand, choose
    case gather
    case sum, mean, sumAxis, meanAxis, maximum, minimum, variance
    case softmax, logSoftmax, crossEntropy
    case meanSquaredError, meanAbsoluteError, huber, binaryCrossEntropy, klDivergence
    case layerNorm, rmsNorm, batchNorm, dropout
    case attention, packedAttention, rotary
    case lstm, gru, rnn
    case convolution, transposedConvolution, maxPool, averagePool, upSample
  }

  /// What going forward gives.
  public struct Result: Sendable {
    /// The output.
    public var value: Tensor
    /// What the way back will need beside inputs and output: means, positions of maxima, gates.
    public var kept: [Tensor]

    public init(_ value: Tensor, keeping kept: [Tensor] = []) {
      self.value = value
      self.kept = kept
    }
  }

  /// What a rule sees on the way back.
  public struct Pass: Sendable {
    public let inputs: [Tensor]
    public let output: Tensor
    public let kept: [Tensor]
    /// The derivative of the loss by every number of the output.
    public let gradient: Tensor
    /// For each input, whether its gradient is asked for: data has none.
    public let wanted: [Bool]

    public init(
      inputs: [Tensor], output: Tensor, kept: [Tensor] = [], gradient: Tensor, wanted: [Bool]? = nil
    ) {
      self.inputs = inputs
      self.output = output
      self.kept = kept
      self.gradient = gradient
      self.wanted = wanted ?? inputs.map { _ in true }
    }

    /// The gradient of input `index`, worked out only where it is wanted.
    public func gradient(of index: Int, _ make: () -> Tensor) -> Tensor? { wanted[index] ? make() : nil }
  }

  public let kind: Kind
  /// The output from the inputs.
  public let forward: @Sendable (_ inputs: [Tensor]) -> Result
  /// A gradient for each input, of that input's shape; nil where it is not wanted.
  public let backward: @Sendable (_ pass: Pass) -> [Tensor?]

  /// A rule in full: it may keep tensors for the way back, and may leave out gradients that nobody wants.
  init(
    _ kind: Kind, keeping forward: @escaping @Sendable ([Tensor]) -> Result,
    backward: @escaping @Sendable (Pass) -> [Tensor?]
  ) {
    self.kind = kind
    self.forward = forward
    self.backward = backward
  }

  /// A simple rule: from the inputs x, the output y and its gradient g to the gradients of the inputs.
  init(
    _ kind: Kind, forward: @escaping @Sendable (_ x: [Tensor]) -> Tensor,
    backward: @escaping @Sendable (_ x: [Tensor], _ y: Tensor, _ g: Tensor) -> [Tensor]
  ) {
    self.kind = kind
    self.forward = { Result(forward($0)) }
    self.backward = { backward($0.inputs, $0.output, $0.gradient) }
  }

  /// The output alone, from tensors outside any graph.
  public func output(of inputs: [Tensor]) -> Tensor { forward(inputs).value }
}
