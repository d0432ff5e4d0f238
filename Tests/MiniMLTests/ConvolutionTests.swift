import Testing

@testable import MiniML

/// The fast convolution against the loops of the textbook, and against properties that both must have.
@Suite struct ConvolutionTests {
  /// Sums of up to a few hundred products of numbers in -1...1, added in another order.
  static let tolerance: Float = 5e-5

  struct Sample: Sendable, CustomStringConvertible {
    let shape: Convolution
    let batch: Int
    var description: String {
      let (rows, columns) = (shape.rows, shape.columns)
      return "\(batch) x \(rows.length)x\(columns.length)x\(shape.inputs) -> \(shape.outputs), "
        + "\(rows.size)x\(columns.size) s\(rows.stride) p\(rows.padding) d\(rows.dilation)"
    }

    static func random(_ source: inout RandomSource) -> Sample {
      let channels = [1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 24, 33]
      let axis = { (source: inout RandomSource) in
        let (size, dilation) = (1 + source.integer(below: 5), 1 + source.integer(below: 2))
        return SlidingWindow(
          1 + source.integer(below: 13), size: size, stride: 1 + source.integer(below: 3),
          padding: source.integer(below: 4),
          dilation: dilation)
      }
      let shape = Convolution(
        rows: axis(&source), columns: axis(&source), inputs: channels[source.integer(below: channels.count)],
        outputs: channels[source.integer(below: channels.count)])
      return Sample(shape: shape, batch: source.integer(below: 6))
    }
  }

  static let samples: [Sample] = {
    var source = RandomSource(seed: 8)
    let plain = [(8, 1, 16), (8, 16, 32), (7, 8, 8), (1, 3, 5)].map { length, inputs, outputs in
      let window = SlidingWindow(length, size: 3, padding: 1)
      return Sample(shape: Convolution(rows: window, columns: window, inputs: inputs, outputs: outputs), batch: 7)
    }
    return plain + (0..<60).map { _ in Sample.random(&source) }
  }()

  @Test(arguments: samples)
  func `a convolution is the sum over taps and channels`(sample: Sample) {
    let (shape, batch) = (sample.shape, sample.batch)
    let (x, w, bias) = (
      numbers(batch * shape.inputCount, seed: 1), numbers(shape.weightCount, seed: 2), numbers(shape.outputs, seed: 3)
    )
    let expected = Plain.convolution(shape, x, w, bias: bias, batch: batch)
    let got = [Float](unsafeUninitializedCapacity: expected.count + 1) { y, count in
      y.initialize(repeating: -7)
      shape.forward(x, batch: batch, weights: w, bias: bias, into: y.baseAddress!)
      count = expected.count + 1
    }
    #expect(distance(got.dropLast(), expected) < Self.tolerance)
    #expect(got.last == -7, "nothing is written behind the end")
  }

  @Test(arguments: samples)
  func `the gradient of the input goes back along every product`(sample: Sample) {
    let (shape, batch) = (sample.shape, sample.batch)
    let (g, w) = (numbers(batch * shape.outputCount, seed: 1), numbers(shape.weightCount, seed: 2))
    let mask = numbers(batch * shape.outputCount, seed: 3)
    for isMasked in [false, true] {
      let masked = isMasked ? zip(g, mask).map { $1 > 0 ? $0 : 0 } : g
      let expected = Plain.convolutionInputGradient(shape, w, masked, batch: batch)
      let got = [Float](unsafeUninitializedCapacity: expected.count + 1) { dx, count in
        dx.initialize(repeating: -7)
        mask.withUnsafeBufferPointer { mask in
          shape.inputGradient(
            g, mask: isMasked ? mask.baseAddress : nil, batch: batch, weights: w, into: dx.baseAddress!)
        }
        count = expected.count + 1
      }
      #expect(distance(got.dropLast(), expected) < Self.tolerance)
      #expect(got.last == -7, "nothing is written behind the end")
    }
  }

  @Test(arguments: samples)
  func `the gradient of the weights and the bias sums over the batch and the places`(sample: Sample) {
    let (shape, batch) = (sample.shape, sample.batch)
    let (x, g) = (numbers(batch * shape.inputCount, seed: 1), numbers(batch * shape.outputCount, seed: 2))
    let mask = numbers(batch * shape.outputCount, seed: 3)
    for isMasked in [false, true] {
      let masked = isMasked ? zip(g, mask).map { $1 > 0 ? $0 : 0 } : g
      let expected = Plain.convolutionWeightGradient(shape, x, masked, batch: batch)
      let expectedBias = (0..<shape.outputs).map { j in
        stride(from: j, to: masked.count, by: shape.outputs).reduce(Float(0)) { $0 + masked[$1] }
      }
      var bias = [Float](repeating: -7, count: shape.outputs)
      let got = [Float](unsafeUninitializedCapacity: expected.count + 1) { dw, count in
        dw.initialize(repeating: -7)
        mask.withUnsafeBufferPointer { mask in
          shape.weightGradient(
            x, g, mask: isMasked ? mask.baseAddress : nil, batch: batch, into: dw.baseAddress!, bias: &bias)
        }
        count = expected.count + 1
      }
      #expect(distance(got.dropLast(), expected) < Self.tolerance)
      #expect(distance(bias[...], expectedBias) < Self.tolerance)
      #expect(got.last == -7, "nothing is written behind the end")
    }
  }

  @Test func `a fused ReLU cuts off what is negative and keeps NaN`() {
    let window = SlidingWindow(3, size: 1)
    let shape = Convolution(rows: SlidingWindow(1, size: 1), columns: window, inputs: 1, outputs: 1)
    var y: [Float] = [9, 9, 9]
    shape.forward([-2, 3, .nan], batch: 1, weights: [1], bias: nil, relu: true, into: &y)
    #expect(y[0] == 0 && y[1] == 3 && y[2].isNaN)
  }

  private func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var source = RandomSource(seed: seed)
    return (0..<count).map { _ in Float(source.uniform(-1, 1)) }
  }

  private func distance(_ a: ArraySlice<Float>, _ b: [Float]) -> Float {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).reduce(0) { abs($1.0 - $1.1) <= $0 ? $0 : abs($1.0 - $1.1) }
  }
}
