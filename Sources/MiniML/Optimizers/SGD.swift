/// Gradient descent, with momentum where wanted.
///
/// `v = momentum * v + g; w -= rate * v`, and Nesterov's form `w -= rate * (g + momentum * v)`.
/// Source: Polyak (1964); Sutskever et al. (2013). As PyTorch: the first v is g.
public struct SGD: Optimizer {
  public var learningRate: Float
  /// In `[0, 1)`; 0 is plain gradient descent.
  public var momentum: Float
  public var isNesterov: Bool
  private var velocity: [String: Tensor] = [:]

  public init(learningRate: Float, momentum: Float = 0, isNesterov: Bool = false) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.isNesterov = isNesterov
  }

  // region: sgd
  public mutating func update(_ parameter: inout Parameter, gradient: Tensor) {
    requireSameShape(parameter, gradient, "SGD")
    var step = gradient
    if momentum != 0 {
      let v = velocity[parameter.name].map { $0 * momentum + gradient } ?? gradient
      velocity[parameter.name] = v
      step = isNesterov ? gradient + v * momentum : v
    }
    parameter.value = parameter.value - step * learningRate
  }
  // endregion: sgd
}
