/// The cost of predictions: minus the logarithm of the probability that each row gives to its class.
///
/// Rows of k numbers (logits) `[n, k]`, a class for each row; a negative class leaves the row out. With smoothing s the
/// class has only `1 - s` of the truth, and every class `s / k` of it (Szegedy et al., 2015).
struct CrossEntropy {
  let n: Int
  let k: Int
  var smoothing: Float = 0

  /// Writes each row's loss `log(sum(e^x)) - x[class]`, 0 for rows left out, and the probabilities, which backward needs.
  func forward(
    _ x: UnsafePointer<Float>, classes: UnsafePointer<Int>, losses: UnsafeMutablePointer<Float>,
    probabilities p: UnsafeMutablePointer<Float>
  ) {
    Softmax.eachRow(x, exponentialsInto: p, n: n, k: k) { row, maximum, sum in
      let (x, p) = (x + row * k, p + row * k)
      let scale = 1 / sum
      Row.map(p, into: p, count: k) { $0 * scale }
      losses[row] = classes[row] < 0 ? 0 : logarithm(sum) - (truth(x, classes[row]) - maximum)
    }
  }

  /// What the truth expects of x: the class's number, or with smoothing its mixture with the mean.
  @inline(__always)
  private func truth(_ x: UnsafePointer<Float>, _ target: Int) -> Float {
    guard smoothing != 0 else { return x[target] }
    return (1 - smoothing) * x[target] + smoothing * RowSums.mean(x, k)
  }

  /// `dx = (p - truth) weight`, 0 for rows left out. dx may be p.
  func backward(
    _ p: UnsafePointer<Float>, classes: UnsafePointer<Int>, weight: Float, into dx: UnsafeMutablePointer<Float>
  ) {
    let share = smoothing / Float(k) * weight
    ThreadPool.shared.split(n, cost: 0.1 * Double(k) + 2) { rows in
      for row in rows {
        let (p, dx) = (p + row * k, dx + row * k)
        guard classes[row] >= 0 else {
          dx.update(repeating: 0, count: k)
          continue
        }
        let own = p[classes[row]]
        Row.map(p, into: dx, count: k) { multiplyAdd($0, weight, -share) }
        dx[classes[row]] = multiplyAdd(own - (1 - smoothing), weight, -share)
      }
    }
  }
}
