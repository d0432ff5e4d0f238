/// What a prediction costs beside its target, number by number, with its derivatives.
protocol PairLoss: Sendable {
  func value(_ prediction: Float, _ target: Float) -> Float

  /// The derivative by the prediction.
  func slope(_ prediction: Float, _ target: Float) -> Float

  /// The derivative by the target.
  func targetSlope(_ prediction: Float, _ target: Float) -> Float
}

extension PairLoss {
  /// The sum over all pairs: 256 at a time in float32, those sums in float64.
  func sum(_ predictions: UnsafePointer<Float>, _ targets: UnsafePointer<Float>, count: Int) -> Double {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 256) { buffer in
      guard let values = buffer.baseAddress else { return 0 }
      var total = 0.0
      for first in stride(from: 0, to: count, by: 256) {
        let (p, t, some) = (predictions + first, targets + first, min(256, count - first))
        for i in 0..<some { values[i] = value(p[i], t[i]) }
        total += Double(RowSums.sum(values, some))
      }
      return total
    }
  }

  /// `dx = weight * slope`, one for each pair.
  func gradient(
    _ predictions: UnsafePointer<Float>, _ targets: UnsafePointer<Float>, weight: Float,
    into dx: UnsafeMutablePointer<Float>, count: Int
  ) {
    ThreadPool.shared.split(count, grain: 64, cost: 0.5) { range in
      for i in range { dx[i] = weight * slope(predictions[i], targets[i]) }
    }
  }

  /// `dt = weight * targetSlope`, one for each pair.
  func targetGradient(
    _ predictions: UnsafePointer<Float>, _ targets: UnsafePointer<Float>, weight: Float,
    into dt: UnsafeMutablePointer<Float>, count: Int
  ) {
    ThreadPool.shared.split(count, grain: 64, cost: 0.5) { range in
      for i in range { dt[i] = weight * targetSlope(predictions[i], targets[i]) }
    }
  }
}

/// A loss of the difference alone: what the prediction gains the target loses.
protocol DifferenceLoss: PairLoss {
  func value(ofDifference d: Float) -> Float
  func slope(atDifference d: Float) -> Float
}

extension DifferenceLoss {
  @inline(__always)
  func value(_ prediction: Float, _ target: Float) -> Float { value(ofDifference: prediction - target) }

  @inline(__always)
  func slope(_ prediction: Float, _ target: Float) -> Float { slope(atDifference: prediction - target) }

  @inline(__always)
  func targetSlope(_ prediction: Float, _ target: Float) -> Float { -slope(atDifference: prediction - target) }
}

struct SquaredError: DifferenceLoss {
  @inline(__always)
  func value(ofDifference d: Float) -> Float { d * d }

  @inline(__always)
  func slope(atDifference d: Float) -> Float { 2 * d }
}

struct AbsoluteError: DifferenceLoss {
  @inline(__always)
  func value(ofDifference d: Float) -> Float { d.magnitude }

  @inline(__always)
  func slope(atDifference d: Float) -> Float { d > 0 ? 1 : (d < 0 ? -1 : 0 * d) }
}

/// `d^2 / 2` up to delta, from there on the straight line that continues it.
struct HuberError: DifferenceLoss {
  let delta: Float

  @inline(__always)
  func value(ofDifference d: Float) -> Float {
    let a = d.magnitude
    return a > delta ? delta * (a - 0.5 * delta) : 0.5 * a * a
  }

  @inline(__always)
  func slope(atDifference d: Float) -> Float { limited(d, -delta, delta) }
}

/// `-t log(sigmoid(x)) - (1 - t) log(1 - sigmoid(x))`, brought to a form that cannot overflow.
struct BinaryCrossEntropy: PairLoss {
  @inline(__always)
  func value(_ x: Float, _ t: Float) -> Float {
    // The difference first: it is exactly 0 where the prediction is sure and right, and the small rest stays whole.
    ((x < 0 ? 0 : x) - x * t) + logarithmOfOnePlus(exponential(-x.magnitude))
  }

  @inline(__always)
  func slope(_ x: Float, _ t: Float) -> Float { sigmoid(x) - t }

  @inline(__always)
  func targetSlope(_ x: Float, _ t: Float) -> Float { -x }
}

/// `t (log t - x)`, x being a log-probability; 0 where t is 0.
struct Divergence: PairLoss {
  @inline(__always)
  func value(_ x: Float, _ t: Float) -> Float { t == 0 ? 0 : t * (logarithm(t) - x) }

  @inline(__always)
  func slope(_ x: Float, _ t: Float) -> Float { -t }

  @inline(__always)
  func targetSlope(_ x: Float, _ t: Float) -> Float { t == 0 ? 0 : logarithm(t) + 1 - x }
}
