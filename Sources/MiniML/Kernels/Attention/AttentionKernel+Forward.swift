extension AttentionKernel {
  /// Writes the output, and the log of the sum of each row's exponentials `[B, heads, Tq]`, which backward needs; and the
  /// weights `[B, heads, Tq, Tk]` if someone wants to look at them.
  static func forward(
    _ x: Inputs, output: MutableHeadRows, logSums: UnsafeMutablePointer<Float>,
    weights: UnsafeMutablePointer<Float>? = nil
  ) {
    let sizes = x.sizes
    let panels = AttentionPanels(sizes)
    ThreadPool.shared.split(sizes.B * sizes.kvHeads, cost: cost(sizes, products: 2)) { range in
      let scratch = ForwardScratch(panels)
      for task in range {
        let (b, kvHead) = (task / sizes.kvHeads, task % sizes.kvHeads)
        panels.transpose(x.k.head(kvHead, of: b, sizes), rowStride: x.k.rowStride, into: scratch.Kt)
        panels.copy(
          0..<sizes.Tk, of: x.v.head(kvHead, of: b, sizes), rowStride: x.v.rowStride, into: scratch.V,
          padding: panels.Tk)
        for head in kvHead * sizes.group..<(kvHead + 1) * sizes.group {
          for block in panels.blocks {
            let first = (b * sizes.heads + head) * sizes.Tq
            forward(
              x, block, head: head, of: b, scratch, panels, output, logSums + first,
              weights: weights.map { $0 + first * sizes.Tk })
          }
        }
      }
    }
  }

  /// One head's block of queries.
  private static func forward(
    _ x: Inputs, _ block: Range<Int>, head: Int, of b: Int, _ scratch: ForwardScratch, _ panels: AttentionPanels,
    _ output: MutableHeadRows, _ logSums: UnsafeMutablePointer<Float>, weights: UnsafeMutablePointer<Float>?
  ) {
    let sizes = x.sizes
    panels.copy(
      block, of: x.q.head(head, of: b, sizes), rowStride: x.q.rowStride, times: sizes.scale, into: scratch.Q,
      padding: AttentionProducts.paddedRows(block.count))
    maskedScores(scratch.Q, scratch.Kt, into: scratch.S, block, panels, x.mask, head: head, of: b)
    for row in stride(from: 0, to: block.count, by: AttentionProducts.rows) {
      let s = panels.rows(scratch.S, row, block)
      s.hide({ sizes.visible(block.lowerBound + row + $0) }, with: -.infinity)
      s.exponentials(maxima: scratch.maxima + row, sums: scratch.sums + row)
    }
    AttentionRows.logSums(scratch.maxima, scratch.sums, into: logSums + block.lowerBound, block.count)
    AttentionProducts.mix(scratch.S, scratch.V, into: scratch.O, block, panels)
    let out = output.head(head, of: b, sizes)
    for i in block {
      let row = i - block.lowerBound
      let factor = scratch.sums[row] == 0 ? 0 : 1 / scratch.sums[row]
      panels.copyOut(
        scratch.O + row * panels.d, times: factor, to: i..<i + 1, of: out, rowStride: output.rowStride)
      guard let weights else { continue }
      for j in 0..<sizes.Tk {
        weights[i * sizes.Tk + j] = j < sizes.visible(i) ? scratch.S[row * panels.Tk + j] * factor : 0
      }
    }
  }
}

/// The panels of one head's forward pass, in the thread's scratch memory.
private struct ForwardScratch {
  let Kt: UnsafeMutablePointer<Float>
  let V: UnsafeMutablePointer<Float>
  let Q: UnsafeMutablePointer<Float>
  let S: UnsafeMutablePointer<Float>
  let O: UnsafeMutablePointer<Float>
  let sums: UnsafeMutablePointer<Float>
  let maxima: UnsafeMutablePointer<Float>

  init(_ panels: AttentionPanels) {
    let count = 2 * panels.keysCount + 2 * panels.queriesCount + panels.scoresCount + 2 * panels.block
    Kt = Scratch.floats(count)
    V = Kt + panels.keysCount
    Q = V + panels.keysCount
    O = Q + panels.queriesCount
    S = O + panels.queriesCount
    sums = S + panels.scoresCount
    maxima = sums + panels.block
  }
}
