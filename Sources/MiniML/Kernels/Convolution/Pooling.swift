/// What a window of pixels is pooled to, channel by channel: its largest number or its mean.
///
/// x `[batch, rows.length, columns.length, channels]`, y `[batch, rows.positions, columns.positions, channels]`.
struct Pooling: Hashable, Sendable {
  let rows: SlidingWindow
  let columns: SlidingWindow
  let channels: Int

  var inputCount: Int { rows.length * columns.length * channels }
  var outputCount: Int { rows.positions * columns.positions * channels }

  /// `y = max of x` over each window; padding counts as minus infinity, and a window of padding alone gives that.
  /// NaN anywhere in a window gives NaN.
  func maximum(_ x: UnsafePointer<Float>, batch: Int, into y: UnsafeMutablePointer<Float>) {
    forEachWindow(batch) { window in
      let y = y + window.output
      y.update(repeating: -.infinity, count: channels)
      window.forEachPixel { pixel in
        Row.map(x + pixel, y, into: y, count: channels) { $0 > $1 || $0 != $0 ? $0 : $1 }
      }
    }
  }

  /// The gradient of x from y and its gradient g: each goes to the first pixel of its window that holds the maximum.
  func maximumGradient(
    _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ g: UnsafePointer<Float>, batch: Int,
    into dx: UnsafeMutablePointer<Float>
  ) {
    forEachWindow(batch, clearing: dx) { window in
      let (y, g) = (y + window.output, g + window.output)
      for c in stride(from: 0, to: channels & ~7, by: 8) {
        let maximum = SIMD8(from: y + c)
        var waiting = SIMD8(from: g + c)
        window.forEachPixel { pixel in
          let number = SIMD8(from: x + pixel + c)
          let isFound = (number .== maximum) .| (number .!= number)
          let part = SIMD8<Float>(repeating: 0).replacing(with: waiting, where: isFound)
          waiting = waiting.replacing(with: 0, where: isFound)
          (SIMD8(from: dx + pixel + c) + part).write(to: dx + pixel + c)
        }
      }
      for c in channels & ~7..<channels {
        var waiting = g[c]
        window.forEachPixel { pixel in
          let number = x[pixel + c]
          guard number == y[c] || number != number else { return }
          dx[pixel + c] += waiting
          waiting = 0
        }
      }
    }
  }

  /// `y = sum of x / (rows.size columns.size)` over each window; padding counts as zeros.
  func average(_ x: UnsafePointer<Float>, batch: Int, into y: UnsafeMutablePointer<Float>) {
    let share = 1 / Float(rows.size * columns.size)
    forEachWindow(batch) { window in
      let y = y + window.output
      y.update(repeating: 0, count: channels)
      window.forEachPixel { pixel in Row.map(x + pixel, y, into: y, count: channels) { $0 + $1 } }
      Row.map(y, into: y, count: channels) { $0 * share }
    }
  }

  /// The gradient of x from that of y: every pixel of a window gets an equal share.
  func averageGradient(_ g: UnsafePointer<Float>, batch: Int, into dx: UnsafeMutablePointer<Float>) {
    let share = 1 / Float(rows.size * columns.size)
    forEachWindow(batch, clearing: dx) { window in
      window.forEachPixel { pixel in
        Row.map(g + window.output, dx + pixel, into: dx + pixel, count: channels) { multiplyAdd($0, share, $1) }
      }
    }
  }
}

extension Pooling {
  /// The pixels of the input under one place of the window.
  fileprivate struct Window {
    /// Where the first of them lies; how many rows and columns of them there are.
    let first: Int
    let rows: Int
    let columns: Int
    let rowPitch: Int
    let channels: Int
    let dilation: (row: Int, column: Int)
    /// Where its pixel of the output lies.
    let output: Int

    /// Calls `body` with where each pixel lies.
    @inline(__always)
    func forEachPixel(_ body: (_ pixel: Int) -> Void) {
      for row in 0..<rows {
        let start = first + row * dilation.row * rowPitch
        for column in 0..<columns { body(start + column * dilation.column * channels) }
      }
    }
  }

  /// Visits every place of the window in every image; images are shared by the threads. `dx`, where given, begins as
  /// zeros.
  @inline(__always)
  fileprivate func forEachWindow(
    _ batch: Int, clearing dx: UnsafeMutablePointer<Float>? = nil, _ body: (Window) -> Void
  ) {
    let cost = Double(outputCount * rows.size * columns.size) * 0.1
    ThreadPool.shared.split(batch, cost: cost) { images in
      for image in images {
        (dx.map { $0 + image * inputCount })?.update(repeating: 0, count: inputCount)
        var output = image * outputCount
        for y in 0..<rows.positions {
          let rowTaps = rows.tapsInside(y)
          for x in 0..<columns.positions {
            let columnTaps = columns.tapsInside(x)
            let row = rows.index(position: y, tap: rowTaps.lowerBound)
            let column = columns.index(position: x, tap: columnTaps.lowerBound)
            body(
              Window(
                first: image * inputCount + (row * columns.length + column) * channels, rows: rowTaps.count,
                columns: columnTaps.count, rowPitch: columns.length * channels, channels: channels,
                dilation: (rows.dilation, columns.dilation), output: output))
            output += channels
          }
        }
      }
    }
  }
}
