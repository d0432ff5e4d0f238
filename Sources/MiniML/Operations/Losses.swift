/// What predictions cost beside their targets: two tensors of one shape to one number. Nothing is broadcast: `[n]` beside
/// `[n, 1]`, which would quietly compare all with all, traps. Not-a-number for empty tensors.
extension Operation {
  /// The mean of `(prediction - target)^2`.
  public static let meanSquaredError = pairs(.meanSquaredError, SquaredError())

  /// The mean of `|prediction - target|`; the slope at 0 is taken as 0.
  public static let meanAbsoluteError = pairs(.meanAbsoluteError, AbsoluteError())

  /// The mean of `d^2 / 2` where `d = |prediction - target|` is at most delta, and `delta (d - delta / 2)` beyond.
  /// Source: Huber (1964).
  public static func huber(delta: Float = 1) -> Operation {
    guard delta > 0 else { ShapeFault.trap("huber", "delta must be above 0, got \(delta)") }
    return pairs(.huber, HuberError(delta: delta))
  }

  /// The mean of `-t log(sigmoid(x)) - (1 - t) log(1 - sigmoid(x))` from numbers x of any size (logits), not from
  /// probabilities; targets t from 0 to 1. No x overflows.
  public static let binaryCrossEntropy = pairs(.binaryCrossEntropy, BinaryCrossEntropy())

  /// How far the target distribution is from the prediction: the sum of `t (log t - x)` over all, by the length of the
  /// first axis (rows in a batch). x are log-probabilities, as logSoftmax gives them, t probabilities; a t of 0 adds
  /// nothing. Source: Kullback and Leibler (1951).
  public static let klDivergence = pairs(.klDivergence, Divergence()) { Float($0.first ?? 1) }

  /// The sum of a loss over all pairs, by `divisor` of the shape: without one, by the number of pairs.
  private static func pairs<Loss: PairLoss>(
    _ kind: Kind, _ loss: Loss, by divisor: @escaping @Sendable ([Int]) -> Float = { Float(Tensor.count($0)) }
  ) -> Operation {
    Operation(kind) { inputs in
      let (x, t) = (inputs[0], inputs[1])
      guard x.shape == t.shape else { ShapeFault.trap(kind.rawValue, x.shape, t.shape) }
      let sum = Tensor.read(x, t) { loss.sum($0, $1, count: x.count) }
      return Result(Tensor(Float(sum / Double(divisor(x.shape)))))
    } backward: { pass in
      let (x, t) = (pass.inputs[0], pass.inputs[1])
      let weight = pass.gradient.scalar / divisor(x.shape)
      return [
        pass.gradient(of: 0) {
          .make(x.shape) { dx in
            Tensor.read(x, t) { loss.gradient($0, $1, weight: weight, into: dx, count: x.count) }
          }
        },
        pass.gradient(of: 1) {
          .make(x.shape) { dt in
            Tensor.read(x, t) { loss.targetGradient($0, $1, weight: weight, into: dt, count: x.count) }
          }
        },
      ]
    }
  }
}

extension Variable {
  /// The mean of `(self - target)^2`.
  public func meanSquaredError(_ target: Variable) -> Variable { apply(.meanSquaredError, target) }
  /// The mean of `|self - target|`.
  public func meanAbsoluteError(_ target: Variable) -> Variable { apply(.meanAbsoluteError, target) }
  /// Squared for small differences, straight beyond delta.
  public func huber(_ target: Variable, delta: Float = 1) -> Variable { apply(.huber(delta: delta), target) }
  /// The cost of logits beside targets from 0 to 1.
  public func binaryCrossEntropy(_ target: Variable) -> Variable { apply(.binaryCrossEntropy, target) }
  /// How far the target distribution is from these log-probabilities, a mean over the first axis.
  public func klDivergence(_ target: Variable) -> Variable { apply(.klDivergence, target) }
}

/// The same losses beside data, of which no gradient is wanted.
extension Variable {
  public func meanSquaredError(_ target: Tensor) -> Variable { meanSquaredError(graph.constant(target)) }
  public func meanAbsoluteError(_ target: Tensor) -> Variable { meanAbsoluteError(graph.constant(target)) }
  public func huber(_ target: Tensor, delta: Float = 1) -> Variable { huber(graph.constant(target), delta: delta) }
  public func binaryCrossEntropy(_ target: Tensor) -> Variable { binaryCrossEntropy(graph.constant(target)) }
  public func klDivergence(_ target: Tensor) -> Variable { klDivergence(graph.constant(target)) }
}
