/// A rate for each number, divided by a running root mean square of its gradients.
///
/// `s = decay * s + (1 - decay) * g^2; w -= rate * g / (sqrt(s) + epsilon)`. With weight decay `g + weightDecay * w`
/// stands in g's place. Source: Tieleman and Hinton (2012), lecture 6.5.
public struct RMSProp: Optimizer {
  public var learningRate: Float
  public var decay: Float
  public var epsilon: Float
  public var weightDecay: Float
  private var square: [String: Tensor] = [:]

  public init(learningRate: Float = 0.01, decay: Float = 0.99, epsilon: Float = 1e-8, weightDecay: Float = 0) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  // region: rmsprop
  public mutating func update(_ parameter: inout Parameter, gradient: Tensor) {
    requireSameShape(parameter, gradient, "RMSProp")
    let (rate, decay, epsilon, weightDecay) = (learningRate, decay, epsilon, weightDecay)
    parameter.value.step(gradient, &square[parameter.name, default: .lastingZeros(gradient.shape)]) { w, g, s in
      let slope = g + weightDecay * w
      s = decay * s + (1 - decay) * slope * slope
      w -= rate * slope / (s.squareRoot() + epsilon)
    }
  }
  // endregion: rmsprop
}
