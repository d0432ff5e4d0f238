/// Images made larger by whole factors, channel by channel.
///
/// x `[batch, height, width, channels]`, y `[batch, height rowFactor, width columnFactor, channels]`.
struct UpSampling: Hashable, Sendable {
  let height: Int
  let width: Int
  let channels: Int
  /// How many rows become of one.
  let rowFactor: Int
  let columnFactor: Int

  var inputCount: Int { height * width * channels }
  var outputCount: Int { inputCount * rowFactor * columnFactor }

  /// Each pixel is repeated: `y[i, j] = x[i / rowFactor, j / columnFactor]`.
  func nearest(_ x: UnsafePointer<Float>, batch: Int, into y: UnsafeMutablePointer<Float>) {
    forEachTarget(batch) { source, target in (y + target).update(from: x + source, count: channels) }
  }

  /// The gradient of x from that of y: the sum over a pixel's copies.
  func nearestGradient(_ g: UnsafePointer<Float>, batch: Int, into dx: UnsafeMutablePointer<Float>) {
    dx.update(repeating: 0, count: batch * inputCount)
    forEachTarget(batch) { source, target in
      Row.map(g + target, dx + source, into: dx + source, count: channels) { $0 + $1 }
    }
  }

  /// Calls `body` with where the source and the target of each pixel lie; images are shared by the threads.
  @inline(__always)
  private func forEachTarget(_ batch: Int, _ body: (_ source: Int, _ target: Int) -> Void) {
    ThreadPool.shared.split(batch, cost: Double(outputCount) * 0.2) { images in
      for image in images {
        var target = image * outputCount
        for row in 0..<height * rowFactor {
          let start = image * inputCount + row / rowFactor * width * channels
          for column in 0..<width {
            for _ in 0..<columnFactor {
              body(start + column * channels, target)
              target += channels
            }
          }
        }
      }
    }
  }
}
