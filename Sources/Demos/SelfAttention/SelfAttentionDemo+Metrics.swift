import MiniML

extension SelfAttentionDemo {
  /// Until softmax is done its weights count as even, but for the row sums: rows of nothing.
  public var metrics: [Metric] {
    let weights = weightsOfHeads
    let even = run == nil || weights.isEmpty
    return [
      Metric("entropy", even ? evenEntropy : weights.reduce(0) { $0 + $1.meanRowEntropy } / Double(weights.count)),
      Metric("max-weight", even ? evenLargest : weights.map { Double($0.data.max() ?? 0) }.max() ?? 0),
      Metric("masked-weight", weights.map(\.weightOnTheFuture).max() ?? 0),
      Metric("loss", run?.figures.loss ?? 0),
      Metric("stage", Double(stage.rawValue)),
      Metric("tokens", Double(wordCount)),
      Metric("reference-error", run.map { $0.figures.referenceError($0.attention) } ?? 1),
      Metric("row-sum-error", even ? 1 : weights.map(\.rowSumError).max() ?? 1),
    ]
  }

  /// One map has no room for another behind it.
  public func accepts(ghost: any Demo) -> Bool { false }

  /// What is known of the weights once softmax has made them; the loss once the next word is guessed.
  public var shownMetrics: [Metric] {
    let isWeighed = run != nil && stage.rawValue >= AttentionStage.weights.rawValue
    return metrics.filter { metric in
      switch metric.name {
      case "entropy", "max-weight", "masked-weight": isWeighed
      case "loss": stage == .output
      default: metric.name == "tokens"
      }
    }
  }

  /// The weights of the head looked at, or of every head; none before softmax.
  var weightsOfHeads: [Tensor] {
    guard let all = run?.attention[.weights] else { return [] }
    return head.map { [all.row($0)] } ?? (0..<all.shape[0]).map(all.row)
  }

  private var evenEntropy: Double { evenWeights?.meanRowEntropy ?? 0 }

  private var evenLargest: Double { Double(evenWeights?.data.max() ?? 0) }

  /// The weights that rows without any preference would have.
  private var evenWeights: Tensor? {
    guard wordCount > 0 else { return nil }
    return (options.isMasked ? Tensor.causalMask(wordCount) : .zeros([wordCount, wordCount])).softmax()
  }
}
