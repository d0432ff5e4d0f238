/// Gradient descent, with momentum where wanted.
///
/// `v = momentum * v + g; w -= rate * v`, and Nesterov's form `w -= rate * (g + momentum * v)`; the first v is g. With
/// weight decay `g + weightDecay * w` stands in g's place, as if `weightDecay / 2 * |w|^2` were added to the loss.
/// Source: Polyak (1964); Sutskever et al. (2013). In PyTorch's form: the rate multiplies the sum, not each gradient.
public struct SGD: Optimizer {
  public var learningRate: Float
  /// In `[0, 1)`; 0 is plain gradient descent.
  public var momentum: Float
  public var isNesterov: Bool
  public var weightDecay: Float
  private var velocity: [String: Tensor] = [:]

  public init(learningRate: Float, momentum: Float = 0, isNesterov: Bool = false, weightDecay: Float = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.isNesterov = isNesterov
    self.weightDecay = weightDecay
  }

  // region: sgd
  public mutating func update(_ parameter: inout Parameter, gradient: Tensor) {
    requireSameShape(parameter, gradient, "SGD")
    let (rate, momentum, decay) = (learningRate, momentum, weightDecay)
    guard momentum != 0 else {
      return parameter.value.step(gradient) { w, g in w -= rate * (g + decay * w) }
    }
    // Where the slope is g, Nesterov's form goes on from v by g, the plain one stays at v.
    let (fresh, old): (Float, Float) = isNesterov ? (1, momentum) : (0, 1)
    parameter.value.step(gradient, &velocity[parameter.name, default: .lastingZeros(gradient.shape)]) { w, g, v in
      let slope = g + decay * w
      v = momentum * v + slope
      w -= rate * (fresh * slope + old * v)
    }
  }
  // endregion: sgd
}
