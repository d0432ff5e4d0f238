extension AttentionKernel {
  /// What backward is told of the forward pass and of what came after.
  struct Outputs: @unchecked Sendable {
    var output: HeadRows
    /// The gradient of the output.
    var gradient: HeadRows
    /// The log of each row's sum of exponentials, `[B, heads, Tq]`, as forward wrote it.
    var logSums: UnsafePointer<Float>
  }

  /// Where the gradients of q, k and v go; they are overwritten.
  struct InputGradients: Sendable {
    var q: MutableHeadRows
    var k: MutableHeadRows
    var v: MutableHeadRows
  }

  /// With weights P, scores S and the output's gradient dO, for each head:
  /// `dV = P^T dO; dP = dO V^T; dS = P (dP - rowsum(dO O)); dQ = dS K / sqrt(d); dK = dS^T Q / sqrt(d)`.
  static func backward(_ x: Inputs, _ y: Outputs, into gradients: InputGradients) {
    let sizes = x.sizes
    let panels = AttentionPanels(sizes)
    ThreadPool.shared.split(sizes.B * sizes.kvHeads, cost: cost(sizes, products: 5)) { range in
      let scratch = BackwardScratch(panels)
      for task in range {
        let (b, kvHead) = (task / sizes.kvHeads, task % sizes.kvHeads)
        fill(scratch, x, kvHead, of: b, panels)
        for head in kvHead * sizes.group..<(kvHead + 1) * sizes.group {
          for block in panels.blocks { backward(x, y, gradients.q, block, head: head, of: b, scratch, panels) }
        }
        let (dk, dv) = (gradients.k.head(kvHead, of: b, sizes), gradients.v.head(kvHead, of: b, sizes))
        panels.copyOut(scratch.dK, to: 0..<sizes.Tk, of: dk, rowStride: gradients.k.rowStride)
        panels.copyOut(scratch.dV, to: 0..<sizes.Tk, of: dv, rowStride: gradients.v.rowStride)
      }
    }
  }

  /// Copies a head's keys and values into the panels, and empties those of their gradients.
  private static func fill(
    _ scratch: BackwardScratch, _ x: Inputs, _ kvHead: Int, of b: Int, _ panels: AttentionPanels
  ) {
    let (k, v) = (x.k.head(kvHead, of: b, x.sizes), x.v.head(kvHead, of: b, x.sizes))
    panels.transpose(k, rowStride: x.k.rowStride, into: scratch.Kt)
    panels.transpose(v, rowStride: x.v.rowStride, into: scratch.Vt)
    panels.copy(0..<x.sizes.Tk, of: k, rowStride: x.k.rowStride, into: scratch.K, padding: panels.Tk)
    scratch.dK.update(repeating: 0, count: panels.keysCount)
    scratch.dV.update(repeating: 0, count: panels.keysCount)
  }

  /// One head's block of queries: writes their gradients, and adds to those of the keys and values.
  private static func backward(
    _ x: Inputs, _ y: Outputs, _ dq: MutableHeadRows, _ block: Range<Int>, head: Int, of b: Int,
    _ scratch: BackwardScratch, _ panels: AttentionPanels
  ) {
    let sizes = x.sizes
    let gradient = y.gradient.head(head, of: b, sizes)
    let padding = AttentionProducts.paddedRows(block.count)
    panels.copy(
      block, of: x.q.head(head, of: b, sizes), rowStride: x.q.rowStride, times: sizes.scale, into: scratch.Q,
      padding: padding)
    panels.copy(block, of: gradient, rowStride: y.gradient.rowStride, into: scratch.dO, padding: padding)
    maskedScores(scratch.Q, scratch.Kt, into: scratch.S, block, panels, x.mask, head: head, of: b)
    AttentionProducts.scores(scratch.dO, scratch.Vt, into: scratch.dS, block, panels)
    let output = y.output.head(head, of: b, sizes)
    let logSums = y.logSums + (b * sizes.heads + head) * sizes.Tq
    for i in block {
      scratch.logSums[i - block.lowerBound] = logSums[i]
      scratch.means[i - block.lowerBound] = RowSums.dot(
        gradient + i * y.gradient.rowStride, output + i * y.output.rowStride, sizes.d)
    }
    for row in stride(from: 0, to: block.count, by: AttentionProducts.rows) {
      let (s, g) = (panels.rows(scratch.S, row, block), panels.rows(scratch.dS, row, block))
      s.hide({ sizes.visible(block.lowerBound + row + $0) }, with: -.infinity)
      g.hide({ sizes.visible(block.lowerBound + row + $0) }, with: 0)
      s.backward(g, logSums: scratch.logSums + row, means: scratch.means + row)
    }
    AttentionProducts.collect(scratch.S, scratch.dO, into: scratch.dV, block, panels)
    AttentionProducts.collect(scratch.dS, scratch.Q, into: scratch.dK, block, panels)
    AttentionProducts.mix(scratch.dS, scratch.K, into: scratch.dQ, block, panels)
    panels.copyOut(
      scratch.dQ, times: sizes.scale, to: block, of: dq.head(head, of: b, sizes), rowStride: dq.rowStride)
  }
}

/// The panels of one head's backward pass, in the thread's scratch memory.
private struct BackwardScratch {
  let Kt: UnsafeMutablePointer<Float>
  let Vt: UnsafeMutablePointer<Float>
  let K: UnsafeMutablePointer<Float>
  let dK: UnsafeMutablePointer<Float>
  let dV: UnsafeMutablePointer<Float>
  let Q: UnsafeMutablePointer<Float>
  let dQ: UnsafeMutablePointer<Float>
  let dO: UnsafeMutablePointer<Float>
  let S: UnsafeMutablePointer<Float>
  let dS: UnsafeMutablePointer<Float>
  let logSums: UnsafeMutablePointer<Float>
  let means: UnsafeMutablePointer<Float>

  init(_ panels: AttentionPanels) {
    let (keys, queries) = (panels.keysCount, panels.queriesCount)
    Kt = Scratch.floats(5 * keys + 3 * queries + 2 * panels.scoresCount + 2 * panels.block)
    (Vt, K, dK, dV) = (Kt + keys, Kt + 2 * keys, Kt + 3 * keys, Kt + 4 * keys)
    Q = Kt + 5 * keys
    (dQ, dO) = (Q + queries, Q + 2 * queries)
    S = Q + 3 * queries
    dS = S + panels.scoresCount
    logSums = dS + panels.scoresCount
    means = logSums + panels.block
  }
}
