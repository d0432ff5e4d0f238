import Testing

@testable import MiniML

/// Fused attention beside the plain one, over layouts, masks and edges.
@Suite struct AttentionKernelTests {
  /// What an attention is made from, in memory, with room between the rows.
  struct Case: Sendable, CustomTestStringConvertible {
    var sizes: AttentionSizes
    var mask: MaskKind = .none
    var magnitude = 1.0

    enum MaskKind: String, Sendable { case none, pairs, keys, everything }

    var testDescription: String {
      "B\(sizes.B) Tq\(sizes.Tq) Tk\(sizes.Tk) heads\(sizes.heads)/\(sizes.kvHeads) d\(sizes.d) "
        + "\(sizes.isCausal ? "causal " : "")\(mask.rawValue)"
    }
  }

  private static func make(
    _ B: Int, _ Tq: Int, _ Tk: Int, _ heads: Int, _ kvHeads: Int, _ d: Int, causal: Bool = false,
    _ mask: Case.MaskKind = .none, magnitude: Double = 1
  ) -> Case {
    let sizes = AttentionSizes(B: B, Tq: Tq, Tk: Tk, heads: heads, kvHeads: kvHeads, d: d, isCausal: causal)
    return Case(sizes: sizes, mask: mask, magnitude: magnitude)
  }

  static let cases: [Case] = edges + [1, 5, 6, 7, 15, 16, 17, 33, 64, 130].flatMap { around($0) }

  private static func around(_ T: Int) -> [Case] {
    [
      make(2, T, T, 2, 2, T % 2 == 0 ? 16 : 5, causal: true), make(1, T, T, 4, 2, 20, causal: true),
      make(1, T, T + 3, 2, 1, 3, .pairs), make(2, T, 19, 2, 2, 17), make(2, 9, T, 3, 3, 8, .keys),
    ]
  }

  private static let edges: [Case] = [
    make(1, 3, 40, 2, 2, 8, causal: true), make(1, 40, 3, 2, 2, 8, causal: true),
    make(2, 6, 6, 4, 1, 8, causal: true, .keys), make(1, 4, 5, 1, 1, 4, .everything),
    make(1, 40, 40, 1, 1, 4, causal: true, magnitude: 60), make(1, 5, 7, 1, 1, 1),
  ]

  @Test(arguments: cases)
  func `attention gives what softmax of the products gives`(_ c: Case) {
    let run = AttentionRun(c)
    for (b, h) in run.heads {
      let plain = run.plain(b, h)
      run.expectClose(run.head(run.output, run.sizes.Tq, run.sizes.heads, b, h), plain.output)
      run.expectClose(run.headWeights(b, h), plain.weights)
    }
  }

  @Test(arguments: cases)
  func `gradients of attention are those of the plain rules`(_ c: Case) {
    let run = AttentionRun(c)
    let sizes = run.sizes
    for b in 0..<sizes.B {
      for kvHead in 0..<sizes.kvHeads {
        var (dK, dV) = (zeros(sizes.Tk, sizes.d), zeros(sizes.Tk, sizes.d))
        for h in kvHead * sizes.group..<(kvHead + 1) * sizes.group {
          let plain = run.plainGradients(b, h)
          run.expectClose(run.head(run.dq, sizes.Tq, sizes.heads, b, h), plain.dQ)
          for j in 0..<sizes.Tk {
            for p in 0..<sizes.d {
              dK[j][p] += plain.dK[j][p]
              dV[j][p] += plain.dV[j][p]
            }
          }
        }
        run.expectClose(run.head(run.dk, sizes.Tk, sizes.kvHeads, b, kvHead), dK)
        run.expectClose(run.head(run.dv, sizes.Tk, sizes.kvHeads, b, kvHead), dV)
      }
    }
  }

  @Test(arguments: [(0, 4, 4), (2, 0, 4), (2, 4, 0)])
  func `no texts, no queries and no keys give zeros`(_ B: Int, _ Tq: Int, _ Tk: Int) {
    let run = AttentionRun(Self.make(B, Tq, Tk, 2, 2, 4))
    #expect(run.output.numbers == .init(repeating: 0, count: B * Tq * 8))
    #expect(run.dk.numbers == .init(repeating: 0, count: B * Tk * 8))
  }

  @Test func `three threads give the bits that one gives`() {
    let threads = ThreadPool.shared.threads
    defer { ThreadPool.shared.setThreads(threads) }
    let c = Self.make(3, 70, 70, 4, 2, 16, causal: true)
    ThreadPool.shared.setThreads(1)
    let alone = AttentionRun(c)
    ThreadPool.shared.setThreads(3)
    let shared = AttentionRun(c)
    #expect(shared.output.numbers == alone.output.numbers)
    #expect(shared.dq.numbers == alone.dq.numbers)
    #expect(shared.dk.numbers == alone.dk.numbers && shared.dv.numbers == alone.dv.numbers)
  }

  @Test func `a NaN among the keys reaches the queries that see it and no others`() {
    let run = AttentionRun(Self.make(1, 20, 20, 1, 1, 4, causal: true))
    run.k.start[17 * 4] = .nan
    run.run()
    for i in 0..<20 { #expect(run.output.numbers[i * 4].isNaN == (i >= 17)) }
  }

  private func zeros(_ rows: Int, _ columns: Int) -> [[Double]] {
    .init(repeating: .init(repeating: 0, count: columns), count: rows)
  }
}
