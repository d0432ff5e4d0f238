/// Channels brought to mean 0 and variance 1, then scaled and shifted: `[..., C] -> [..., C]`.
///
/// In a graph that trains, mean and variance are the batch's, and running averages of both are kept with the weights:
/// `running += momentum * (batch - running)`, the variance there being the unbiased one, over n - 1 (0 for a single
/// number a channel). In a graph that evaluates the running averages are used. They change with the optimiser's update.
public struct BatchNorm: Module {
  public var gain: Parameter
  public var bias: Parameter
  public var runningMean: Parameter
  public var runningVariance: Parameter
  public let epsilon: Float
  /// The share of the newest batch in the running averages.
  public let momentum: Float

  public init(_ name: String, _ channels: Int, epsilon: Float = 1e-5, momentum: Float = 0.1) {
    gain = Parameter(name + ".gain", .ones([channels]))
    bias = Parameter(name + ".bias", .zeros([channels]))
    runningMean = Parameter(name + ".runningMean", .zeros([channels]), isTrained: false)
    runningVariance = Parameter(name + ".runningVariance", .ones([channels]), isTrained: false)
    self.epsilon = epsilon
    self.momentum = momentum
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    let graph = x.graph
    let (gain, bias) = (graph.parameter(gain), graph.parameter(bias))
    guard graph.isTraining else {
      let running = Operation.Moments(mean: runningMean.value, variance: runningVariance.value)
      return x.batchNorm(gain: gain, bias: bias, .fixed(running), epsilon: epsilon)
    }
    let moments = x.value.channelMoments()
    remember(moments, of: x)
    return x.batchNorm(gain: gain, bias: bias, .known(moments), epsilon: epsilon)
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    gain.visit(body)
    bias.visit(body)
    runningMean.visit(body)
    runningVariance.visit(body)
  }

  /// An empty batch leaves the running averages as they are.
  private func remember(_ moments: Operation.Moments, of x: Variable) {
    let n = x.value.count / max(1, runningMean.value.count)
    guard n > 0 else { return }
    let unbiased = Float(n) / Float(max(1, n - 1))
    x.graph.replace(runningMean, with: runningMean.value * (1 - momentum) + moments.mean * momentum)
    x.graph.replace(
      runningVariance, with: runningVariance.value * (1 - momentum) + moments.variance * (momentum * unbiased))
  }
}
