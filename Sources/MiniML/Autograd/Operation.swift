/// One differentiable operation: how its output is made, and how the output's gradient goes back to the inputs.
public struct Operation: Sendable {
  /// Every operation there is. The gradient check of the tests runs over this list and needs a sample for each case, so
  /// that an operation without a check does not compile.
  public enum Kind: String, CaseIterable, Sendable {
    case add, subtract, multiply, divide, scale
    case exp, log, tanh, relu, sigmoid, gelu
    case matmul, transpose, permute, reshape, columns, joinColumns, gather
    case sum, mean, sumAxis, meanAxis
    case softmax, logSoftmax, crossEntropy, layerNorm
  }

  public let kind: Kind
  /// The output from the inputs.
  public let forward: @Sendable (_ inputs: [Tensor]) -> Tensor
  /// A gradient for each input, of that input's shape, from the inputs, the output and the output's gradient.
  public let backward: @Sendable (_ inputs: [Tensor], _ output: Tensor, _ gradient: Tensor) -> [Tensor]

  init(
    _ kind: Kind, forward: @escaping @Sendable ([Tensor]) -> Tensor,
    backward: @escaping @Sendable (_ inputs: [Tensor], _ output: Tensor, _ gradient: Tensor) -> [Tensor]
  ) {
    self.kind = kind
    self.forward = forward
    self.backward = backward
  }
}
