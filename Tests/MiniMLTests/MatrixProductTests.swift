import Testing

@testable import MiniML

/// A product of random matrices: its lengths, how A and B lie in memory, and what it is added to.
struct ProductCase: Sendable, CustomStringConvertible {
  enum Layout: CaseIterable { case rows, columns, gaps }
  enum Base: CaseIterable { case zero, target, row }

  let m: Int
  let k: Int
  let n: Int
  var a = Layout.rows
  var b = Layout.rows
  var base = Base.zero

  var description: String { "\(m)x\(k)x\(n) a \(a) b \(b) base \(base)" }

  /// Every layout and every base.
  static func forms(_ m: Int, _ k: Int, _ n: Int) -> [ProductCase] {
    Layout.allCases.flatMap { a in
      Layout.allCases.flatMap { b in
        Base.allCases.map { ProductCase(m: m, k: k, n: n, a: a, b: b, base: $0) }
      }
    }
  }
}

/// Numbers in memory that end at a guard: reading beyond them is noticed as not a number, writing as a change.
final class Guarded {
  static let margin = 64
  let start: UnsafeMutablePointer<Float>
  let count: Int

  init(_ count: Int, _ source: inout RandomSource) {
    self.count = count
    start = .allocate(capacity: count + 2 * Self.margin) + Self.margin
    (start - Self.margin).initialize(repeating: .nan, count: count + 2 * Self.margin)
    for i in 0..<count { start[i] = Float(source.uniform(-1, 1)) }
  }

  deinit { (start - Self.margin).deallocate() }

  /// The bits of all numbers, the guards' included.
  var bits: [UInt32] { (-Self.margin..<count + Self.margin).map { start[$0].bitPattern } }

  func view(_ rows: Int, _ columns: Int, _ layout: ProductCase.Layout) -> MatrixView {
    switch layout {
    case .rows: MatrixView(start, rows: rows, columns: columns)
    case .columns: MatrixView(start, rows: columns, columns: rows).transposed
    case .gaps: MatrixView(start, rows: rows, columns: columns, rowStride: 2 * columns + 3, columnStride: 2)
    }
  }

  static func size(_ rows: Int, _ columns: Int, _ layout: ProductCase.Layout) -> Int {
    layout == .gaps ? rows * (2 * columns + 3) : rows * columns
  }
}

@Suite struct MatrixProductTests {
  static let edges = [0, 1, 2, 5, 6, 7, 8, 9, 15, 16, 17, 33]

  static var small: [ProductCase] {
    edges.flatMap { m in edges.flatMap { n in [0, 1, 3, 8, 17].map { ProductCase(m: m, k: $0, n: n) } } }
  }

  static var forms: [ProductCase] {
    [(1, 5, 21), (1, 70, 130), (2, 33, 9), (7, 16, 24), (16, 128, 40), (23, 1, 16), (64, 65, 1), (70, 90, 65)].flatMap {
      ProductCase.forms($0.0, $0.1, $0.2)
    }
  }

  static var large: [ProductCase] {
    [(97, 700, 50), (130, 330, 81), (1, 700, 300), (300, 40, 1)].flatMap { ProductCase.forms($0.0, $0.1, $0.2) }
  }

  @Test(arguments: small + forms + large)
  func `the product has the bits of the plain one`(sample: ProductCase) {
    let (got, expected) = Self.results(of: sample)
    #expect(got == expected)
  }

  /// The bits of the target after the product and after the plain one, what lies around it included.
  static func results(of sample: ProductCase) -> (got: [UInt32], expected: [UInt32]) {
    let (m, k, n) = (sample.m, sample.k, sample.n)
    var source = RandomSource(seed: UInt64(m * 10_000 + k * 100 + n))
    let a = Guarded(Guarded.size(m, k, sample.a), &source)
    let b = Guarded(Guarded.size(k, n, sample.b), &source)
    let row = Guarded(n, &source)
    let c = Guarded(m * (n + 3), &source)
    let plain = Guarded(c.count, &source)
    plain.start.update(from: c.start, count: c.count)
    let base: MatrixProduct.Base =
      switch sample.base {
      case .zero: .zero
      case .target: .target
      case .row: .row(row.start)
      }
    let (left, right) = (a.view(m, k, sample.a), b.view(k, n, sample.b))
    MatrixProduct.multiply(left, right, into: c.start, rowStride: n + 3, base: base)
    Plain.multiply(left, right, into: plain.start, rowStride: n + 3, base: base)
    return (c.bits, plain.bits)
  }

  @Test func `any number of threads gives the same bits`() {
    let usual = ThreadPool.shared.threads
    defer { ThreadPool.shared.setThreads(usual) }
    for threads in [1, 2, 3, 5] {
      ThreadPool.shared.setThreads(threads)
      for (m, k, n) in [(130, 330, 81), (1, 900, 700), (700, 900, 1), (16, 128, 512), (301, 64, 19)] {
        for (a, b, base) in [
          (ProductCase.Layout.rows, ProductCase.Layout.rows, ProductCase.Base.row), (.columns, .columns, .target),
        ] {
          let (got, expected) = Self.results(of: ProductCase(m: m, k: k, n: n, a: a, b: b, base: base))
          #expect(got == expected)
        }
      }
    }
  }

  @Test func `a product by hand`() {
    let a = Tensor(rows: [[1, 2, 3], [4, 5, 6]])
    let b = Tensor(rows: [[7, 8], [9, 10], [11, 12]])
    #expect(a.matmul(b) == Tensor(rows: [[58, 64], [139, 154]]))
  }

  @Test func `what is not a number stays in its row and column`() {
    let (m, k, n) = (13, 20, 35)
    var a = [Float](repeating: 1, count: m * k)
    var b = [Float](repeating: 1, count: k * n)
    a[6 * k + 19] = .nan
    b[3 * n + 34] = .infinity
    let c = Self.product(a, b, m, k, n)
    for i in 0..<m {
      for j in 0..<n {
        let expected: Float = i == 6 ? .nan : j == 34 ? .infinity : Float(k)
        #expect(c[i * n + j] == expected || (c[i * n + j].isNaN && expected.isNaN))
      }
    }
  }

  @Test func `numbers below the normal ones are kept`() {
    let tiny = Float.leastNonzeroMagnitude
    #expect(Self.product([tiny], [1], 1, 1, 1) == [tiny])
    let c = Self.product([Float](repeating: tiny, count: 6 * 4), [Float](repeating: 1, count: 4 * 16), 6, 4, 16)
    #expect(c.allSatisfy { $0 == 4 * tiny })
  }

  static func product(_ a: [Float], _ b: [Float], _ m: Int, _ k: Int, _ n: Int) -> [Float] {
    var c = [Float](repeating: .nan, count: m * n)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          MatrixProduct.multiply(
            MatrixView(a.baseAddress!, rows: m, columns: k), MatrixView(b.baseAddress!, rows: k, columns: n),
            into: c.baseAddress!, rowStride: n)
        }
      }
    }
    return c
  }
}
