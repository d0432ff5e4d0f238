/// Probabilities along the last axis.
extension Tensor {
  /// `exp(x - max) / sum` along the last axis: every row sums to 1. A row of minus infinity alone gives not-a-number.
  public func softmax() -> Tensor {
    let (n, k) = asRows
    return .make(shape) { y in read { Softmax.forward($0, into: y, n: n, k: k) } }
  }

  /// `x - max - log(sum(exp(x - max)))` along the last axis.
  public func logSoftmax() -> Tensor {
    let (n, k) = asRows
    return .make(shape) { y in read { Softmax.logForward($0, into: y, n: n, k: k) } }
  }

  /// How many rows there are, and how long they are: `[..., k]` seen as `[n, k]`. A single number is a row of one.
  var asRows: (n: Int, k: Int) {
    let k = shape.last ?? 1
    return (k == 0 ? Self.count(shape.dropLast()) : count / k, k)
  }

  /// The additive causal mask `[T, T]`: 0 up to the diagonal, minus infinity above it.
  public static func causalMask(_ T: Int) -> Tensor {
    Tensor([T, T], (0..<T * T).map { $0 % T > $0 / T ? -Float.infinity : 0 })
  }
}
