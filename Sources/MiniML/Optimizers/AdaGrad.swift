/// A rate for each number, divided by the root of the sum of all its squared gradients: it only ever falls.
///
/// `s += g^2; w -= rate * g / (sqrt(s) + epsilon)`. With weight decay `g + weightDecay * w` stands in g's place.
/// Source: Duchi, Hazan and Singer (2011), "Adaptive subgradient methods", the diagonal form.
public struct AdaGrad: Optimizer {
  public var learningRate: Float
  public var epsilon: Float
  public var weightDecay: Float
  private var sum: [String: Tensor] = [:]

  public init(learningRate: Float = 0.01, epsilon: Float = 1e-10, weightDecay: Float = 0) {
    self.learningRate = learningRate
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  // region: adagrad
  public mutating func update(_ parameter: inout Parameter, gradient: Tensor) {
    requireSameShape(parameter, gradient, "AdaGrad")
    let (rate, epsilon, decay) = (learningRate, epsilon, weightDecay)
    parameter.value.step(gradient, &sum[parameter.name, default: .lastingZeros(gradient.shape)]) { w, g, s in
      let slope = g + decay * w
      s += slope * slope
      w -= rate * slope / (s.squareRoot() + epsilon)
    }
  }
  // endregion: adagrad
}
