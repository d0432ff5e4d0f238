import Testing

@testable import MiniML

/// Numbers at a fixed place, for kernels.
final class FloatMemory {
  let start: UnsafeMutablePointer<Float>
  let count: Int

  init(_ numbers: [Float]) {
    count = numbers.count
    start = .allocate(capacity: max(1, count))
    for (i, number) in numbers.enumerated() { start[i] = number }
  }

  convenience init(repeating number: Float, count: Int) { self.init([Float](repeating: number, count: count)) }

  deinit { start.deallocate() }

  var numbers: [Float] { (0..<count).map { start[$0] } }
}

/// Attention of random numbers run through the kernel, forward and backward; rows lie side by side, `[B, T, heads * d]`.
final class AttentionRun {
  let c: AttentionKernelTests.Case
  let q: FloatMemory
  let k: FloatMemory
  let v: FloatMemory
  let gradient: FloatMemory
  let mask: FloatMemory
  let output: FloatMemory
  let logSums: FloatMemory
  let weights: FloatMemory
  let dq: FloatMemory
  let dk: FloatMemory
  let dv: FloatMemory

  var sizes: AttentionSizes { c.sizes }
  var heads: [(Int, Int)] { (0..<sizes.B).flatMap { b in (0..<sizes.heads).map { (b, $0) } } }

  init(_ c: AttentionKernelTests.Case) {
    self.c = c
    var source = RandomSource(seed: 11)
    func numbers(_ count: Int, _ magnitude: Double = 1) -> FloatMemory {
      FloatMemory((0..<count).map { _ in Float(source.uniform(-magnitude, magnitude)) })
    }
    let s = c.sizes
    let (queries, keys) = (s.B * s.Tq * s.heads * s.d, s.B * s.Tk * s.kvHeads * s.d)
    q = numbers(queries, c.magnitude)
    k = numbers(keys, c.magnitude)
    v = numbers(keys)
    gradient = numbers(queries)
    mask = FloatMemory(Self.mask(c, &source))
    (output, dq) = (FloatMemory(repeating: 9, count: queries), FloatMemory(repeating: 9, count: queries))
    (dk, dv) = (FloatMemory(repeating: 9, count: keys), FloatMemory(repeating: 9, count: keys))
    logSums = FloatMemory(repeating: 9, count: s.B * s.heads * s.Tq)
    weights = FloatMemory(repeating: 9, count: s.B * s.heads * s.Tq * s.Tk)
    run()
  }

  private static func mask(_ c: AttentionKernelTests.Case, _ source: inout RandomSource) -> [Float] {
    let s = c.sizes
    return switch c.mask {
    case .none: []
    case .pairs: (0..<s.Tq * s.Tk).map { _ in source.uniform() < 0.3 ? -.infinity : Float(source.uniform()) }
    case .keys: (0..<s.B * s.Tk).map { $0 % s.Tk < (s.Tk + 1) / 2 ? 0 : -.infinity }
    case .everything: (0..<s.Tq * s.Tk).map { $0 / s.Tk == 1 ? -.infinity : 0 }
    }
  }

  func run() {
    let (Tq, Tk, heads, kvHeads) = (sizes.Tq, sizes.Tk, sizes.heads, sizes.kvHeads)
    let x = AttentionKernel.Inputs(
      sizes: sizes, q: rows(q, Tq, heads), k: rows(k, Tk, kvHeads), v: rows(v, Tk, kvHeads), mask: scoreMask)
    AttentionKernel.forward(
      x, output: mutableRows(output, Tq, heads), logSums: logSums.start, weights: weights.start)
    AttentionKernel.backward(
      x, .init(output: rows(output, Tq, heads), gradient: rows(gradient, Tq, heads), logSums: logSums.start),
      into: .init(q: mutableRows(dq, Tq, heads), k: mutableRows(dk, Tk, kvHeads), v: mutableRows(dv, Tk, kvHeads)))
  }

  private func rows(_ x: FloatMemory, _ T: Int, _ heads: Int) -> HeadRows {
    HeadRows(start: x.start, textStride: T * heads * sizes.d, rowStride: heads * sizes.d)
  }

  private func mutableRows(_ x: FloatMemory, _ T: Int, _ heads: Int) -> MutableHeadRows {
    MutableHeadRows(start: x.start, textStride: T * heads * sizes.d, rowStride: heads * sizes.d)
  }

  private var scoreMask: ScoreMask? {
    switch c.mask {
    case .none: nil
    case .keys: ScoreMask(start: mask.start, textStride: sizes.Tk)
    case .pairs, .everything: ScoreMask(start: mask.start, rowStride: sizes.Tk)
    }
  }
}

/// The same by the plain rules, and the comparison.
extension AttentionRun {
  private func maskValue(_ b: Int, _ i: Int, _ j: Int) -> Double {
    if sizes.isCausal, j > i + sizes.Tk - sizes.Tq { return -.infinity }
    switch c.mask {
    case .none: return 0
    case .keys: return Double(mask.start[b * sizes.Tk + j])
    case .pairs, .everything: return Double(mask.start[i * sizes.Tk + j])
    }
  }

  func head(_ x: FloatMemory, _ T: Int, _ heads: Int, _ b: Int, _ h: Int) -> [[Double]] {
    (0..<T).map { t in (0..<sizes.d).map { Double(x.start[((b * T + t) * heads + h) * sizes.d + $0]) } }
  }

  func headWeights(_ b: Int, _ h: Int) -> [[Double]] {
    (0..<sizes.Tq).map { i in
      (0..<sizes.Tk).map { Double(weights.start[((b * sizes.heads + h) * sizes.Tq + i) * sizes.Tk + $0]) }
    }
  }

  func plain(_ b: Int, _ h: Int) -> (output: [[Double]], weights: [[Double]]) {
    let (Q, K, V) = inputs(b, h)
    return Plain.attention(Q, K, V) { maskValue(b, $0, $1) }
  }

  func plainGradients(_ b: Int, _ h: Int) -> (dQ: [[Double]], dK: [[Double]], dV: [[Double]]) {
    let (Q, K, V) = inputs(b, h)
    let dO = head(gradient, sizes.Tq, sizes.heads, b, h)
    return Plain.attentionGradients(Q, K, V, dO) { maskValue(b, $0, $1) }
  }

  private func inputs(_ b: Int, _ h: Int) -> ([[Double]], [[Double]], [[Double]]) {
    let kvHead = h / sizes.group
    return (
      head(q, sizes.Tq, sizes.heads, b, h), head(k, sizes.Tk, sizes.kvHeads, b, kvHead),
      head(v, sizes.Tk, sizes.kvHeads, b, kvHead)
    )
  }

  /// Within 4e-6 of the largest number; large scores lose digits before the exponential: their size times 2^-24.
  func expectClose(_ got: [[Double]], _ expected: [[Double]]) {
    #expect(got.count == expected.count)
    let largest = max(1, expected.joined().map(abs).max() ?? 1)
    let tolerance = largest * (c.magnitude > 1 ? 4e-4 : 4e-6)
    let worst = zip(got.joined(), expected.joined()).map { abs($0 - $1) }.max() ?? 0
    #expect(worst <= tolerance, "\(c.testDescription): off by \(worst) of \(largest)")
  }
}
