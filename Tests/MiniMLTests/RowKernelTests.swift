import Testing

@testable import MiniML

/// Sums, softmax and cross-entropy of rows beside their plain forms.
@Suite struct RowKernelTests {
  static let tolerance = 2e-6
  static let lengths = [0, 1, 2, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 2049]
  static let shapes = [0, 1, 3, 65].flatMap { n in [1, 2, 5, 7, 8, 10, 16, 33, 100].map { (n, $0) } } + [(2, 5000)]

  @Test(arguments: lengths)
  func `a row's sum, product and largest number are right at every length`(count: Int) {
    let (a, b) = (Self.numbers(count, seed: 1), Self.numbers(count, seed: 2))
    let scale = Self.tolerance * Double(max(1, count))
    #expect(abs(Double(RowSums.sum(a, count)) - Plain.sum(a)) <= scale)
    #expect(abs(Double(RowSums.dot(a, b, count)) - Plain.dot(a, b)) <= scale)
    #expect(abs(Double(RowSums.squares(a, count)) - Plain.dot(a, a)) <= scale)
    #expect(RowSums.maximum(a, count) == a.max() ?? -.infinity)
    #expect(
      count == 0
        ? RowSums.mean(a, count).isNaN
        : abs(Double(RowSums.mean(a, count)) - Plain.sum(a) / Double(count)) <= Self.tolerance)
  }

  @Test(arguments: shapes)
  func `softmax and its gradient are right at every shape`(n: Int, k: Int) {
    let (x, g) = (Self.numbers(n * k, seed: 3), Self.numbers(n * k, seed: 4))
    let y = Self.filled(n * k) { Softmax.forward(x, into: $0, n: n, k: k) }
    expect(y, n, k) { Plain.softmax(Self.row(x, $0, k)) }
    expect(Self.filled(n * k) { Softmax.backward(y, gradient: g, into: $0, n: n, k: k) }, n, k) {
      Plain.softmaxGradient(Self.row(x, $0, k), Self.row(g, $0, k))
    }
    var inPlace = x
    inPlace.withUnsafeMutableBufferPointer { Softmax.forward($0.baseAddress!, into: $0.baseAddress!, n: n, k: k) }
    #expect(inPlace == y)
  }

  @Test(arguments: shapes)
  func `log-softmax and its gradient are right at every shape`(n: Int, k: Int) {
    let (x, g) = (Self.numbers(n * k, seed: 5), Self.numbers(n * k, seed: 6))
    let y = Self.filled(n * k) { Softmax.logForward(x, into: $0, n: n, k: k) }
    expect(y, n, k) { Plain.logSoftmax(Self.row(x, $0, k)) }
    expect(Self.filled(n * k) { Softmax.logBackward(y, gradient: g, into: $0, n: n, k: k) }, n, k) {
      Plain.logSoftmaxGradient(Self.row(x, $0, k), Self.row(g, $0, k))
    }
  }

  @Test(arguments: shapes, [Float(0), 0.1])
  func `cross-entropy and its gradient are right at every shape`(shape: (n: Int, k: Int), smoothing: Float) {
    let (n, k) = shape
    let x = Self.numbers(n * k, seed: 7)
    let classes = (0..<n).map { $0 % 3 == 1 ? -1 : $0 * 7 % k }
    let kernel = CrossEntropy(n: n, k: k, smoothing: smoothing)
    var p = x
    let losses = Self.filled(n) { losses in
      p.withUnsafeMutableBufferPointer {
        kernel.forward(x, classes: classes, losses: losses, probabilities: $0.baseAddress!)
      }
    }
    let dx = Self.filled(n * k) { kernel.backward(p, classes: classes, weight: 0.5, into: $0) }
    let s = Double(smoothing)
    expect(losses, n, 1) { [classes[$0] < 0 ? 0 : Plain.crossEntropy(Self.row(x, $0, k), classes[$0], smoothing: s)] }
    expect(dx, n, k) { i in
      Plain.crossEntropyGradient(Self.row(x, i, k), max(0, classes[i]), smoothing: s).map {
        classes[i] < 0 ? 0 : $0 / 2
      }
    }
  }

  @Test func `rows with infinities, or without columns, come out as defined`() {
    func softmax(_ x: [Float]) -> [Float] {
      Self.filled(x.count) { Softmax.forward(x, into: $0, n: 1, k: x.count) }
    }
    func logSoftmax(_ x: [Float]) -> [Float] {
      Self.filled(x.count) { Softmax.logForward(x, into: $0, n: 1, k: x.count) }
    }
    let inf = Float.infinity
    #expect(softmax([1e30, 1e30, -1e30]) == [0.5, 0.5, 0])
    #expect(logSoftmax([1e30, -1e30]) == [0, -2e30])
    #expect(softmax([-inf, 3, -inf]) == [0, 1, 0])
    #expect(logSoftmax([-inf, 3]) == [-inf, 0])
    #expect(softmax([.leastNonzeroMagnitude, 0]) == [0.5, 0.5])
    #expect(softmax([-7]) == [1] && logSoftmax([-7]) == [0] && softmax([]) == [])
    for row in [[-inf, -inf], [inf, 1], [.nan, 1], [1, .nan] + [Float](repeating: 2, count: 40)] {
      #expect((softmax(row) + logSoftmax(row)).allSatisfy { $0.isNaN })
    }
    #expect(softmax([Float](repeating: 1, count: 8) + [.nan]).allSatisfy { $0.isNaN })
  }

  private func expect(_ got: [Float], _ n: Int, _ k: Int, _ row: (Int) -> [Double]) {
    for i in 0..<n {
      let worst = zip(Self.row(got, i, k), row(i)).map { abs(Double($0) - $1) / max(1, abs($1)) }.max() ?? 0
      #expect(worst <= Self.tolerance, "row \(i)")
    }
  }

  private static func row(_ x: [Float], _ i: Int, _ k: Int) -> [Float] { Array(x[i * k..<(i + 1) * k]) }

  private static func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var source = RandomSource(seed: seed)
    return Tensor.uniform([count], -4, 4, &source).data
  }

  private static func filled(_ count: Int, _ fill: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
    var result = [Float](repeating: .nan, count: max(1, count))
    result.withUnsafeMutableBufferPointer { fill($0.baseAddress!) }
    return Array(result.prefix(count))
  }
}
