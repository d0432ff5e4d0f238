/// A rate for each number, divided by a running root mean square of its gradients.
///
/// `s = decay * s + (1 - decay) * g^2; w -= rate * g / (sqrt(s) + epsilon)`.
/// Source: Tieleman and Hinton (2012), lecture 6.5.
public struct RMSProp: Optimizer {
  public var learningRate: Float
  public var decay: Float
  public var epsilon: Float
  private var square: [String: Tensor] = [:]

  public init(learningRate: Float = 0.01, decay: Float = 0.99, epsilon: Float = 1e-8) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
  }

  // region: rmsprop
  public mutating func update(_ parameter: inout Parameter, gradient: Tensor) {
    requireSameShape(parameter, gradient, "RMSProp")
    let (fresh, epsilon) = (1 - decay, epsilon)
    let old = square[parameter.name] ?? Tensor.zeros(gradient.shape)
    let s = old * decay + gradient.map { fresh * $0 * $0 }
    square[parameter.name] = s
    parameter.value = parameter.value - gradient / s.map { $0.squareRoot() + epsilon } * learningRate
  }
  // endregion: rmsprop
}
