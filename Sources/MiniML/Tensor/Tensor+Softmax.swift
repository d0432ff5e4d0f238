#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Probabilities along the last axis.
extension Tensor {
  /// `exp(x - max) / sum` along the last axis: every row sums to 1. A row of minus infinity alone gives not-a-number.
  public func softmax() -> Tensor {
    let (rows, n, _) = split(at: rank - 1, "softmax")
    var result = data
    for row in 0..<rows {
      let range = row * n..<(row + 1) * n
      let top = data[range].reduce(-Float.infinity) { max($0, $1) }
      var sum: Float = 0
      for i in range {
        result[i] = expf(data[i] - top)
        sum += result[i]
      }
      let scale = 1 / sum
      for i in range { result[i] *= scale }
    }
    return Tensor(shape, result)
  }

  /// `x - max - log(sum(exp(x - max)))` along the last axis.
  public func logSoftmax() -> Tensor {
    let (rows, n, _) = split(at: rank - 1, "logSoftmax")
    var result = data
    for row in 0..<rows {
      let range = row * n..<(row + 1) * n
      let top = data[range].reduce(-Float.infinity) { max($0, $1) }
      var sum: Float = 0
      for i in range { sum += expf(data[i] - top) }
      let shift = top + logf(sum)
      for i in range { result[i] = data[i] - shift }
    }
    return Tensor(shape, result)
  }

  /// The additive causal mask `[T, T]`: 0 up to the diagonal, minus infinity above it.
  public static func causalMask(_ T: Int) -> Tensor {
    Tensor([T, T], (0..<T * T).map { $0 % T > $0 / T ? -Float.infinity : 0 })
  }
}
