/// A perceptron of several layers, each weight a number of a scalar graph: the network of micrograd in as many lines.
///
/// Source: Karpathy (2020), micrograd, `nn.py`.
public struct ScalarMLP {
  // region: scalar-neuron
  /// `relu(b + w1 x1 + w2 x2 + ...)`, without relu where linear.
  public struct Neuron {
    public var weights: [Scalar]
    public var bias: Scalar
    public var isLinear: Bool

    public func callAsFunction(_ x: [Scalar]) -> Scalar {
      var sum = bias
      for i in weights.indices { sum += weights[i] * x[i] }
      return isLinear ? sum : sum.relu()
    }
  }
  // endregion: scalar-neuron

  public let layers: [[Neuron]]

  /// `sizes` from the input to the output; `draw` gives the weights of each neuron in turn, biases start at 0. The last
  /// layer is linear.
  public init(_ sizes: [Int], on tape: ScalarTape, drawing draw: () -> Double) {
    layers = sizes.indices.dropFirst().map { layer in
      (0..<sizes[layer]).map { _ in
        Neuron(
          weights: (0..<sizes[layer - 1]).map { _ in tape.scalar(draw()) }, bias: tape.scalar(0),
          isLinear: layer == sizes.count - 1)
      }
    }
  }

  /// `[d] -> [k]`.
  public func callAsFunction(_ x: [Scalar]) -> [Scalar] {
    layers.reduce(x) { x, layer in layer.map { $0(x) } }
  }

  public var parameters: [Scalar] { layers.joined().flatMap { $0.weights + [$0.bias] } }
}
