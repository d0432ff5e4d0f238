#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Momentum and a rate for each number, both corrected for their start at 0.
///
/// `m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= rate * (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + epsilon)`.
/// Source: Kingma and Ba (2015), algorithm 1.
public struct Adam: Optimizer {
  public var learningRate: Float
  public var beta1: Float
  public var beta2: Float
  public var epsilon: Float
  private var memory: [String: Memory] = [:]

  private struct Memory: Sendable {
    var m: Tensor
    var v: Tensor
    var t = 0
  }

  public init(learningRate: Float = 0.001, beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-8) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  // region: adam
  public mutating func update(_ parameter: inout Parameter, gradient: Tensor) {
    requireSameShape(parameter, gradient, "Adam")
    let zero = Tensor.zeros(gradient.shape)
    var now = memory[parameter.name] ?? Memory(m: zero, v: zero)
    let (freshMean, freshSquare, epsilon) = (1 - beta1, 1 - beta2, epsilon)
    now.t += 1
    now.m = now.m * beta1 + gradient * freshMean
    now.v = now.v * beta2 + gradient.map { freshSquare * $0 * $0 }
    let rate = learningRate / Float(1 - pow(Double(beta1), Double(now.t)))
    let correction = Float(1 / (1 - pow(Double(beta2), Double(now.t))).squareRoot())
    let root = now.v.map { $0.squareRoot() * correction + epsilon }
    parameter.value = parameter.value - now.m / root * rate
    memory[parameter.name] = now
  }
  // endregion: adam
}
