import Testing

@testable import MiniML

/// Convolutions that are worked out in tiles, against the loops of the textbook.
@Suite struct WinogradTests {
  /// Numbers in -1...1: sums of up to 432 products, and of up to 2,000 for the weights.
  static let tolerance: Float = 5e-5

  struct Sample: Sendable, CustomStringConvertible {
    let height: Int
    let width: Int
    let padding: Int
    let inputs: Int
    let outputs: Int
    let batch: Int

    var shape: Convolution {
      Convolution(
        rows: SlidingWindow(height, size: 3, padding: padding),
        columns: SlidingWindow(width, size: 3, padding: padding),
        inputs: inputs, outputs: outputs)
    }

    var description: String { "\(batch) x \(height)x\(width)x\(inputs) -> \(outputs), p\(padding)" }
  }

  static let samples = [
    Sample(height: 8, width: 8, padding: 1, inputs: 32, outputs: 32, batch: 9),
    Sample(height: 7, width: 5, padding: 1, inputs: 16, outputs: 24, batch: 1),
    Sample(height: 5, width: 8, padding: 1, inputs: 24, outputs: 16, batch: 5),
    Sample(height: 6, width: 7, padding: 0, inputs: 16, outputs: 16, batch: 3),
    Sample(height: 7, width: 8, padding: 0, inputs: 40, outputs: 16, batch: 2),
    Sample(height: 4, width: 5, padding: 2, inputs: 16, outputs: 40, batch: 2),
    Sample(height: 4, width: 4, padding: 1, inputs: 16, outputs: 48, batch: 33),
    Sample(height: 19, width: 17, padding: 1, inputs: 48, outputs: 16, batch: 2),
    Sample(height: 8, width: 8, padding: 1, inputs: 16, outputs: 16, batch: 0),
  ]

  @Test(arguments: samples, [false, true])
  func `tiles give the sums of the textbook, forward and backward`(sample: Sample, isTransposed: Bool) {
    var shape = sample.shape
    #expect(shape.usesTiles)
    let plain = Expected(shape, batch: sample.batch)
    shape.isTransposed = isTransposed
    let weights = isTransposed ? plain.swapped(plain.w) : plain.w
    let got = Results(shape, plain, weights: weights, isMasked: false)
    #expect(distance(got.y, plain.y) < Self.tolerance)
    #expect(distance(got.dx, plain.dx) < Self.tolerance)
    #expect(distance(isTransposed ? plain.restored(got.dw) : got.dw, plain.dw) < Self.tolerance)
    #expect(distance(got.db, plain.db) < Self.tolerance)
    #expect(got.isWithinBounds)
  }

  @Test(arguments: samples)
  func `a mask and a fused ReLU count as if they were passes of their own`(sample: Sample) {
    var plain = Expected(sample.shape, batch: sample.batch)
    let got = Results(sample.shape, plain, weights: plain.w, isMasked: true)
    plain.mask()
    #expect(distance(got.y, plain.y.map { max($0, 0) }) < Self.tolerance)
    #expect(distance(got.dx, plain.dx) < Self.tolerance)
    #expect(distance(got.dw, plain.dw) < Self.tolerance)
    #expect(distance(got.db, plain.db) < Self.tolerance)
  }

  @Test(arguments: samples)
  func `tiles give the same bits with one thread and with several`(sample: Sample) {
    let threads = ThreadPool.shared.threads
    defer { ThreadPool.shared.setThreads(threads) }
    let plain = Expected(sample.shape, batch: sample.batch)
    let results = [1, 2, 5].map { (count: Int) -> [[Float]] in
      ThreadPool.shared.setThreads(count)
      let got = Results(sample.shape, plain, weights: plain.w, isMasked: true)
      return [got.y, got.dx, got.dw, got.db]
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }

  @Test func `the rounding error of tiles is about that of the direct sum`() {
    let sample = Sample(height: 8, width: 8, padding: 1, inputs: 16, outputs: 16, batch: 2)
    let (shape, numbers) = (sample.shape, Expected(sample.shape, batch: 2))
    var exact = [Double](repeating: 0, count: numbers.y.count)
    for position in 0..<2 * 64 {
      let (oy, ox) = (position / 8 % 8, position % 8)
      for tap in 0..<9 {
        let (iy, ix) = (oy + tap / 3 - 1, ox + tap % 3 - 1)
        guard (0..<8).contains(iy), (0..<8).contains(ix) else { continue }
        let pixel = position / 64 * 64 + iy * 8 + ix
        for i in 0..<256 {
          exact[position * 16 + i % 16] += Double(numbers.x[pixel * 16 + i / 16]) * Double(numbers.w[tap * 256 + i])
        }
      }
    }
    var (tiles, direct) = (numbers.y, numbers.y)
    shape.forward(numbers.x, batch: 2, weights: numbers.w, bias: nil, into: &tiles)
    numbers.w.withUnsafeBufferPointer { w in
      let kernel = shape.kernel(w.baseAddress!, fromInputs: true)
      shape.forwardPass.run(numbers.x, batch: 2, weights: kernel, bias: nil, relu: false, into: &direct)
    }
    let errors = [tiles, direct].map { y in
      zip(y, exact).reduce(0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) }
    }
    #expect(errors[0] > 0 && errors[0] < 2 * errors[1])
  }

  @Test func `few channels, strides, wide steps and small images are no matter for tiles`() {
    let plain = SlidingWindow(8, size: 3, padding: 1)
    func uses(_ rows: SlidingWindow, _ inputs: Int, _ outputs: Int) -> Bool {
      Convolution(rows: rows, columns: plain, inputs: inputs, outputs: outputs).usesTiles
    }
    #expect(uses(plain, 16, 32))
    #expect(!uses(plain, 8, 32) && !uses(plain, 32, 8) && !uses(plain, 17, 32))
    #expect(!uses(SlidingWindow(8, size: 3, stride: 2, padding: 1), 32, 32))
    #expect(!uses(SlidingWindow(8, size: 3, padding: 2, dilation: 2), 32, 32))
    #expect(!uses(SlidingWindow(8, size: 5, padding: 2), 32, 32))
    #expect(!uses(SlidingWindow(8, size: 3, padding: 3), 32, 32))
    #expect(!uses(SlidingWindow(3, size: 3, padding: 1), 32, 32))
  }

  private func distance(_ a: [Float], _ b: [Float]) -> Float {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).reduce(0) { abs($1.0 - $1.1) <= $0 ? $0 : abs($1.0 - $1.1) }
  }
}

/// Numbers, and what the plain loops make of them.
private struct Expected {
  let shape: Convolution
  let batch: Int
  let x, w, bias, gate: [Float]
  var g: [Float]
  let y: [Float]
  private(set) var dx, dw, db: [Float]

  init(_ shape: Convolution, batch: Int) {
    var source = RandomSource(seed: 3)
    func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float(source.uniform(-1, 1)) } }
    self.shape = shape
    self.batch = batch
    x = numbers(batch * shape.inputCount)
    w = numbers(shape.weightCount)
    bias = numbers(shape.outputs)
    g = numbers(batch * shape.outputCount)
    gate = numbers(batch * shape.outputCount)
    y = Plain.convolution(shape, x, w, bias: bias, batch: batch)
    (dx, dw, db) = ([], [], [])
    setGradients()
  }

  /// Lets the gradient count only where the gate is open.
  mutating func mask() {
    g = zip(g, gate).map { $1 > 0 ? $0 : 0 }
    setGradients()
  }

  private mutating func setGradients() {
    dx = Plain.convolutionInputGradient(shape, w, g, batch: batch)
    dw = Plain.convolutionWeightGradient(shape, x, g, batch: batch)
    db = (0..<shape.outputs).map { j in
      stride(from: j, to: g.count, by: shape.outputs).reduce(Float(0)) { $0 + g[$1] }
    }
  }

  /// Weights `[taps, inputs, outputs]` as `[taps, outputs, inputs]`.
  func swapped(_ w: [Float]) -> [Float] { Self.swap(w, shape.inputs, shape.outputs) }

  /// The other way.
  func restored(_ w: [Float]) -> [Float] { Self.swap(w, shape.outputs, shape.inputs) }

  private static func swap(_ w: [Float], _ rows: Int, _ columns: Int) -> [Float] {
    w.indices.map { i in
      let (tap, place) = i.quotientAndRemainder(dividingBy: rows * columns)
      return w[tap * rows * columns + place % rows * columns + place / rows]
    }
  }
}

/// What the kernels make of them.
private struct Results {
  var y, dx, dw, db: [Float]
  var isWithinBounds = true

  init(_ shape: Convolution, _ numbers: Expected, weights: [Float], isMasked: Bool) {
    let guardian: [Float] = [-7]
    y = [Float](repeating: -7, count: numbers.y.count) + guardian
    dx = [Float](repeating: -7, count: numbers.dx.count) + guardian
    dw = [Float](repeating: -7, count: numbers.dw.count) + guardian
    db = [Float](repeating: -7, count: numbers.db.count) + guardian
    let batch = numbers.batch
    shape.forward(numbers.x, batch: batch, weights: weights, bias: numbers.bias, relu: isMasked, into: &y)
    numbers.gate.withUnsafeBufferPointer { gate in
      let mask = isMasked ? gate.baseAddress : nil
      shape.inputGradient(numbers.g, mask: mask, batch: batch, weights: weights, into: &dx)
      shape.weightGradient(numbers.x, numbers.g, mask: mask, batch: batch, into: &dw, bias: &db)
    }
    for last in [y.removeLast(), dx.removeLast(), dw.removeLast(), db.removeLast()] where last != -7 {
      isWithinBounds = false
    }
  }
}
