/// Adam with weights that decay apart from the gradient: `w *= 1 - rate * weightDecay` before each step.
///
/// Source: Loshchilov and Hutter (2019), "Decoupled weight decay regularization".
public struct AdamW: Optimizer {
  private var adam: Adam
  public var weightDecay: Float

  public init(
    learningRate: Float = 0.001, beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8,
    weightDecay: Float = 0.01
  ) {
    adam = Adam(learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    self.weightDecay = weightDecay
  }

  public var learningRate: Float {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  public mutating func update(_ parameter: inout Parameter, gradient: Tensor) {
    adam.update(&parameter, gradient: gradient, shrinking: 1 - learningRate * weightDecay)
  }
}
