/// Probabilities from rows of numbers, `[n, k] -> [n, k]`, and their logarithms.
///
/// A row's largest number is taken off first: exponentials of what is left cannot overflow. Edges: minus infinity has
/// probability 0; a row of minus infinity alone, or with plus infinity or not-a-number in it, becomes not-a-number; one
/// column becomes 1; none, nothing.
enum Softmax {
  /// `y = e^(x - max) / sum(e^(x - max))`. y may be x.
  static func forward(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, n: Int, k: Int) {
    eachRow(x, exponentialsInto: y, n: n, k: k) { row, _, sum in
      let y = y + row * k
      let scale = 1 / sum
      Row.map(y, into: y, count: k) { $0 * scale }
    }
  }

  /// `dx = y (g - sum(g y))`, y being the probabilities and g their gradient. dx may be y or g.
  static func backward(
    _ y: UnsafePointer<Float>, gradient g: UnsafePointer<Float>, into dx: UnsafeMutablePointer<Float>, n: Int, k: Int
  ) {
    ThreadPool.shared.split(n, cost: 0.2 * Double(k)) { rows in
      for i in rows {
        let shift = RowSums.dot(y + i * k, g + i * k, k)
        Row.map(y + i * k, g + i * k, into: dx + i * k, count: k) { y, g in y * (g - shift) }
      }
    }
  }

  /// `y = x - max - log(sum(e^(x - max)))`. y must not be x.
  static func logForward(_ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, n: Int, k: Int) {
    eachRow(x, exponentialsInto: y, n: n, k: k) { row, maximum, sum in
      let logSum = logarithm(sum)
      Row.map(x + row * k, into: y + row * k, count: k) { ($0 - maximum) - logSum }
    }
  }

  /// `dx = g - e^y sum(g)`, y being the logarithms and g their gradient. dx may be y, but not g.
  static func logBackward(
    _ y: UnsafePointer<Float>, gradient g: UnsafePointer<Float>, into dx: UnsafeMutablePointer<Float>, n: Int, k: Int
  ) {
    ThreadPool.shared.split(n, cost: 0.6 * Double(k)) { rows in
      let first = rows.lowerBound * k
      Elementwise.map(y + first, into: dx + first, count: rows.count * k) { exponential($0) }
      for i in rows {
        let total = RowSums.sum(g + i * k, k)
        Row.map(dx + i * k, g + i * k, into: dx + i * k, count: k) { p, g in multiplyAdd(-total, p, g) }
      }
    }
  }
}

extension Softmax {
  /// Writes `e^(x - max)` of every row, then calls `body` for it with its largest number and the sum of its exponentials.
  ///
  /// Some rows at a time go through three steps: less their maxima, all their exponentials in one loop (rows need not be
  /// multiples of eight long for it), sums. So few that they stay in the nearest cache.
  @inline(__always)
  static func eachRow(
    _ x: UnsafePointer<Float>, exponentialsInto e: UnsafeMutablePointer<Float>, n: Int, k: Int,
    _ body: (_ row: Int, _ maximum: Float, _ sum: Float) -> Void
  ) {
    guard k > 0 else { return }
    let most = max(1, min(64, 2048 / k))
    ThreadPool.shared.split(n, cost: 0.7 * Double(k) + 5) { rows in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: most) { maxima in
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: most) {
          let block = first..<min(first + most, rows.upperBound)
          exponentials(x, into: e, block, k, maxima)
          for i in block { body(i, maxima[i - first], RowSums.sum(e + i * k, k)) }
        }
      }
    }
  }

  @inline(__always)
  private static func exponentials(
    _ x: UnsafePointer<Float>, into e: UnsafeMutablePointer<Float>, _ block: Range<Int>, _ k: Int,
    _ maxima: UnsafeMutableBufferPointer<Float>
  ) {
    for i in block {
      let maximum = RowSums.maximum(x + i * k, k)
      maxima[i - block.lowerBound] = maximum
      Row.map(x + i * k, into: e + i * k, count: k) { $0 - maximum }
    }
    let start = e + block.lowerBound * k
    Elementwise.map(start, into: start, count: block.count * k) { exponential($0) }
  }
}
