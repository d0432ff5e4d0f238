import MiniML

/// What the machine can do at most, right now: products with a sum in registers, and reading memory.
struct LimitCase: BenchmarkCase {
  private enum Kind {
    case products
    /// Bytes a thread.
    case reading(Int)
  }

  private let kind: Kind
  private let threads = ThreadPool.shared.threads
  private var buffers: [[Float]] = []
  private var seconds = 0.0

  init?(_ name: String) {
    switch name {
    case "limit.fma_gflops": kind = .products
    case "limit.read_16KiB_GBps": kind = .reading(16 << 10)
    case "limit.read_256KiB_GBps": kind = .reading(256 << 10)
    case "limit.read_4MiB_GBps": kind = .reading(4 << 20)
    default: return nil
    }
    if case .reading(let bytes) = kind {
      buffers = (0..<threads).map { _ in [Float](repeating: 1, count: bytes / 4) }
    }
  }

  var work: [(name: String, amount: Double)] { [("samples", 5)] }

  var metric: [(name: String, value: Double)] {
    switch kind {
    case .products: [("rate", Double(threads * Self.rounds) * 12 * 8 * 2 / seconds / 1e9)]
    case .reading(let bytes): [("rate", Double(threads * bytes) / seconds / 1e9)]
    }
  }

  private static let rounds = 1_000_000

  mutating func turn() -> Samples {
    let (kind, buffers, threads) = (kind, buffers, threads)
    let samples = Samples.ofCalls {
      switch kind {
      case .products: ThreadPool.shared.run(threads) { _ in Blackhole.take(Self.multiplyAdd(Self.rounds)) }
      case .reading(let bytes):
        // Many times over, or handing it to the threads would be most of the work.
        let times = max(1, (4 << 20) / bytes)
        ThreadPool.shared.run(threads) { part in
          buffers[part].withUnsafeBytes { memory in
            for _ in 0..<times { Blackhole.take(Self.read(memory)) }
          }
        }
      }
    }
    let times = if case .reading(let bytes) = kind { max(1, (4 << 20) / bytes) } else { 1 }
    let wall = samples.wall.map { $0 / Double(times) }
    seconds = wall.sorted()[wall.count / 2]
    return Samples(wall: wall, processor: samples.processor.map { $0 / Double(times) })
  }

  /// Twelve independent sums of eight numbers: as many as hide the delay of each.
  @inline(never)
  private static func multiplyAdd(_ rounds: Int) -> Float {
    let factor = SIMD8<Float>(repeating: 0.9999)
    let term = SIMD8<Float>(repeating: 0.0001)
    var (a, b, c, d) = (term, term + 1, term + 2, term + 3)
    var (e, f, g, h) = (term + 4, term + 5, term + 6, term + 7)
    var (i, j, k, l) = (term + 8, term + 9, term + 10, term + 11)
    for _ in 0..<rounds {
      a = step(a, factor, term)
      b = step(b, factor, term)
      c = step(c, factor, term)
      d = step(d, factor, term)
      e = step(e, factor, term)
      f = step(f, factor, term)
      g = step(g, factor, term)
      h = step(h, factor, term)
      i = step(i, factor, term)
      j = step(j, factor, term)
      k = step(k, factor, term)
      l = step(l, factor, term)
    }
    let first = a + b + c + d
    let second = e + f + g + h
    return (first + second + i + j + k + l).sum()
  }

  @inline(__always)
  private static func step(_ x: SIMD8<Float>, _ factor: SIMD8<Float>, _ term: SIMD8<Float>) -> SIMD8<Float> {
    #if GRADUS_PORTABLE
      x * factor + term
    #else
      term.addingProduct(x, factor)
    #endif
  }

  @inline(never)
  private static func read(_ memory: UnsafeRawBufferPointer) -> Float {
    guard let start = memory.baseAddress else { return 0 }
    var (a, b, c, d) = (SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero)
    var (e, f, g, h) = (SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero)
    for offset in stride(from: 0, to: memory.count, by: 256) {
      let line = start + offset
      a += line.loadUnaligned(as: SIMD8<Float>.self)
      b += line.loadUnaligned(fromByteOffset: 32, as: SIMD8<Float>.self)
      c += line.loadUnaligned(fromByteOffset: 64, as: SIMD8<Float>.self)
      d += line.loadUnaligned(fromByteOffset: 96, as: SIMD8<Float>.self)
      e += line.loadUnaligned(fromByteOffset: 128, as: SIMD8<Float>.self)
      f += line.loadUnaligned(fromByteOffset: 160, as: SIMD8<Float>.self)
      g += line.loadUnaligned(fromByteOffset: 192, as: SIMD8<Float>.self)
      h += line.loadUnaligned(fromByteOffset: 224, as: SIMD8<Float>.self)
    }
    return ((a + b) + (c + d) + (e + f) + (g + h)).sum()
  }
}

/// Takes results, so that the compiler cannot leave the work out that made them.
enum Blackhole {
  @inline(never) @_optimize(none) static func take<Value>(_ value: Value) {}
}
