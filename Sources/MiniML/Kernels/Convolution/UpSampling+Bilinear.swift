extension UpSampling {
  /// Along one axis, the two neighbours that a target lies between, and how near it is to the second.
  private struct Neighbours {
    let first: Int
    let second: Int
    /// 0 at the first, 1 at the second.
    let share: Float

    /// Pixels are squares: target i has its middle at `(i + 0.5) / factor - 0.5` of the source. Beyond the middle of the
    /// outermost pixels, these are repeated.
    static func along(_ length: Int, factor: Int) -> [Neighbours] {
      (0..<length * factor).map { target in
        let middle = max(0, (Float(target) + 0.5) / Float(factor) - 0.5)
        let first = min(length - 1, Int(middle))
        return Neighbours(first: first, second: min(length - 1, first + 1), share: middle - Float(first))
      }
    }
  }

  /// Each pixel is mixed from the four around it, by how near they are (`align_corners` of PyTorch is false).
  func bilinear(_ x: UnsafePointer<Float>, batch: Int, into y: UnsafeMutablePointer<Float>) {
    forEachMix(batch) { sources, weights, target in
      let y = y + target
      y.update(repeating: 0, count: channels)
      for k in 0..<4 {
        let weight = weights[k]
        Row.map(x + sources[k], y, into: y, count: channels) { multiplyAdd($0, weight, $1) }
      }
    }
  }

  /// The gradient of x from that of y: each goes to the four pixels by the shares that they had.
  func bilinearGradient(_ g: UnsafePointer<Float>, batch: Int, into dx: UnsafeMutablePointer<Float>) {
    dx.update(repeating: 0, count: batch * inputCount)
    forEachMix(batch) { sources, weights, target in
      for k in 0..<4 {
        let (dx, weight) = (dx + sources[k], weights[k])
        Row.map(g + target, dx, into: dx, count: channels) { multiplyAdd($0, weight, $1) }
      }
    }
  }

  /// Calls `body` with the four sources of each target pixel and their weights; images are shared by the threads.
  @inline(__always)
  private func forEachMix(
    _ batch: Int, _ body: (_ sources: SIMD4<Int>, _ weights: SIMD4<Float>, _ target: Int) -> Void
  ) {
    let rows = Neighbours.along(height, factor: rowFactor)
    let columns = Neighbours.along(width, factor: columnFactor)
    ThreadPool.shared.split(batch, cost: Double(outputCount)) { images in
      for image in images {
        var target = image * outputCount
        for row in rows {
          for column in columns {
            let (above, below) = (row.first * width, row.second * width)
            let pixels = SIMD4(
              above + column.first, above + column.second, below + column.first, below + column.second)
            let vertical = SIMD4(1 - row.share, 1 - row.share, row.share, row.share)
            let horizontal = SIMD4(1 - column.share, column.share, 1 - column.share, column.share)
            body(image * inputCount &+ pixels &* channels, vertical * horizontal, target)
            target += channels
          }
        }
      }
    }
  }
}
