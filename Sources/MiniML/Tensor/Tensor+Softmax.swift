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
    return .make(shape) { out in
      read { x in
        for row in 0..<rows {
          let range = row * n..<(row + 1) * n
          let top = range.reduce(-Float.infinity) { max($0, x[$1]) }
          var sum: Float = 0
          for i in range {
            out[i] = expf(x[i] - top)
            sum += out[i]
          }
          let scale = 1 / sum
          for i in range { out[i] *= scale }
        }
      }
    }
  }

  /// `x - max - log(sum(exp(x - max)))` along the last axis.
  public func logSoftmax() -> Tensor {
    let (rows, n, _) = split(at: rank - 1, "logSoftmax")
    return .make(shape) { out in
      read { x in
        for row in 0..<rows {
          let range = row * n..<(row + 1) * n
          let top = range.reduce(-Float.infinity) { max($0, x[$1]) }
          let shift = top + logf(range.reduce(0) { $0 + expf(x[$1] - top) })
          for i in range { out[i] = x[i] - shift }
        }
      }
    }
  }

  /// The additive causal mask `[T, T]`: 0 up to the diagonal, minus infinity above it.
  public static func causalMask(_ T: Int) -> Tensor {
    Tensor([T, T], (0..<T * T).map { $0 % T > $0 / T ? -Float.infinity : 0 })
  }
}
