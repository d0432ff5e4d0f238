/// Momentum and a rate for each number, both corrected for their start at 0.
///
/// `m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= rate * (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + epsilon)`.
/// With weight decay `g + weightDecay * w` stands in g's place; ``AdamW`` decays apart from the gradient.
/// Source: Kingma and Ba (2015), algorithm 1.
public struct Adam: Optimizer {
  public var learningRate: Float
  public var beta1: Float
  public var beta2: Float
  public var epsilon: Float
  public var weightDecay: Float
  private var memory: [String: Memory] = [:]

  private struct Memory: Sendable {
    var m: Tensor
    var v: Tensor
    /// `beta1^t` and `beta2^t` after t steps.
    var powers = (1.0, 1.0)

    init(_ shape: [Int]) { (m, v) = (.lastingZeros(shape), .lastingZeros(shape)) }
  }

  public init(
    learningRate: Float = 0.001, beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8,
    weightDecay: Float = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  // region: adam
  public mutating func update(_ parameter: inout Parameter, gradient: Tensor) {
    update(&parameter, gradient: gradient, shrinking: 1)
  }

  /// - Parameter shrink: what every weight is multiplied by before the step; ``AdamW`` decays so.
  mutating func update(_ parameter: inout Parameter, gradient: Tensor, shrinking shrink: Float) {
    requireSameShape(parameter, gradient, "Adam")
    let (learningRate, beta1, beta2, epsilon, decay) = (learningRate, beta1, beta2, epsilon, weightDecay)
    func step(_ memory: inout Memory) {
      memory.powers.0 *= Double(beta1)
      memory.powers.1 *= Double(beta2)
      // Both sums began at 0: after t steps they hold 1 - beta^t of what they will.
      let rate = learningRate / Float(1 - memory.powers.0)
      let correction = Float(1 / (1 - memory.powers.1).squareRoot())
      parameter.value.step(gradient, &memory.m, &memory.v) { w, g, m, v in
        let slope = g + decay * w
        m = beta1 * m + (1 - beta1) * slope
        v = beta2 * v + (1 - beta2) * slope * slope
        w = shrink * w - rate * m / (v.squareRoot() * correction + epsilon)
      }
    }
    step(&memory[parameter.name, default: Memory(gradient.shape)])
  }
  // endregion: adam
}
