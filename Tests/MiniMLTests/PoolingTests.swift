import Testing

@testable import MiniML

/// Pooling and up-sampling against the loops of the textbook.
@Suite struct PoolingTests {
  static let tolerance: Float = 1e-5

  struct Sample: Sendable, CustomStringConvertible {
    let shape: Pooling
    let batch: Int
    var description: String {
      let (rows, columns) = (shape.rows, shape.columns)
      return "\(batch) x \(rows.length)x\(columns.length)x\(shape.channels), "
        + "\(rows.size)x\(columns.size) s\(rows.stride),\(columns.stride) p\(rows.padding) d\(rows.dilation)"
    }
  }

  static let samples: [Sample] = {
    var source = RandomSource(seed: 4)
    let channels = [1, 5, 7, 8, 9, 16, 33]
    let axis = { (source: inout RandomSource) in
      let size = 1 + source.integer(below: 4)
      return SlidingWindow(
        size + source.integer(below: 8), size: size, stride: 1 + source.integer(below: 3),
        padding: source.integer(below: size / 2 + 1))
    }
    return (0..<40).map { _ in
      let shape = Pooling(
        rows: axis(&source), columns: axis(&source), channels: channels[source.integer(below: channels.count)])
      return Sample(shape: shape, batch: source.integer(below: 4))
    }
  }()

  @Test(arguments: samples)
  func `pooling takes the largest and the mean of every window`(sample: Sample) {
    let (shape, batch) = (sample.shape, sample.batch)
    let x = Self.steps(batch * shape.inputCount)
    let largest = output(batch * shape.outputCount) { shape.maximum(x, batch: batch, into: $0) }
    #expect(largest == Plain.maximumPooling(shape, x, batch: batch))
    let means = output(batch * shape.outputCount) { shape.average(x, batch: batch, into: $0) }
    #expect(distance(means, Plain.averagePooling(shape, x, batch: batch)) < Self.tolerance)
  }

  @Test(arguments: samples)
  func `the gradient goes to the first largest, or to all alike`(sample: Sample) {
    let (shape, batch) = (sample.shape, sample.batch)
    let (x, g) = (Self.steps(batch * shape.inputCount), Self.numbers(batch * shape.outputCount, seed: 2))
    let y = Plain.maximumPooling(shape, x, batch: batch)
    let largest = output(batch * shape.inputCount) { shape.maximumGradient(x, y, g, batch: batch, into: $0) }
    #expect(distance(largest, Plain.maximumPoolingGradient(shape, x, g, batch: batch)) < Self.tolerance)
    let all = output(batch * shape.inputCount) { shape.averageGradient(g, batch: batch, into: $0) }
    #expect(distance(all, Plain.averagePoolingGradient(shape, g, batch: batch)) < Self.tolerance)
  }

  @Test(arguments: [1, 8, 9])
  func `not-a-number comes through the largest, and its gradient goes to it`(channels: Int) {
    let shape = Pooling(
      rows: SlidingWindow(1, size: 1), columns: SlidingWindow(3, size: 3), channels: channels)
    var x = [Float](repeating: 1, count: 3 * channels)
    for c in 0..<channels { x[channels + c] = .nan }
    let y = output(channels) { shape.maximum(x, batch: 1, into: $0) }
    #expect(y.allSatisfy { $0.isNaN })
    let g = [Float](repeating: 2, count: channels)
    let dx = output(3 * channels) { shape.maximumGradient(x, y, g, batch: 1, into: $0) }
    #expect(dx == x.map { $0.isNaN ? 2 : 0 })
  }

  @Test(arguments: [(1, 1, 1, 1, 1), (3, 2, 2, 5, 2), (2, 3, 4, 8, 3), (1, 4, 3, 17, 2)])
  func `up-sampling repeats pixels, and adds up the gradients of the copies`(
    batch: Int, height: Int, width: Int, channels: Int, factor: Int
  ) {
    let shape = UpSampling(
      height: height, width: width, channels: channels, rowFactor: factor, columnFactor: factor + 1)
    let x = Self.numbers(batch * shape.inputCount, seed: 5)
    let y = output(batch * shape.outputCount) { shape.nearest(x, batch: batch, into: $0) }
    #expect(y == Plain.nearest(shape, x, batch: batch))
    let g = Self.numbers(y.count, seed: 6)
    let dx = output(x.count) { shape.nearestGradient(g, batch: batch, into: $0) }
    // The gradient is the transposed map: <g, up(x)> = <down(g), x>.
    #expect(abs(dot(g, y) - dot(dx, x)) < 1e-3)
    let mixed = output(y.count) { shape.bilinear(x, batch: batch, into: $0) }
    let back = output(x.count) { shape.bilinearGradient(g, batch: batch, into: $0) }
    #expect(abs(dot(g, mixed) - dot(back, x)) < 1e-3)
  }

  /// Few different numbers, so that windows hold equal maxima.
  private static func steps(_ count: Int) -> [Float] {
    var source = RandomSource(seed: 1)
    return (0..<count).map { _ in Float(source.integer(below: 5)) - 2 }
  }

  private static func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var source = RandomSource(seed: seed)
    return (0..<count).map { _ in Float(source.uniform(-1, 1)) }
  }

  private func output(_ count: Int, _ fill: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
    var y = [Float](repeating: -7, count: count + 1)
    y.withUnsafeMutableBufferPointer { fill($0.baseAddress!) }
    #expect(y[count] == -7, "nothing is written behind the end")
    return y.dropLast()
  }

  private func distance(_ a: [Float], _ b: [Float]) -> Float {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).reduce(0) { abs($1.0 - $1.1) <= $0 ? $0 : abs($1.0 - $1.1) }
  }

  private func dot(_ a: [Float], _ b: [Float]) -> Double {
    zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }
}
