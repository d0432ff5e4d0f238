/// A GRU over whole sequences: where its numbers lie, and the way forward.
///
/// `r = sigmoid(x W_xr + h W_hr + b_r)`; `z = sigmoid(x W_xz + h W_hz + b_z)`;
/// `n = tanh(x W_xn + b_xn + r (h W_hn + b_hn))`; `h' = (1 - z) n + z h`.
///
/// Source: Cho et al. (2014), "Learning phrase representations using RNN encoder-decoder". Differs from the source: the
/// reset gate acts after the product, as in PyTorch and cuDNN, so that one product serves all gates.
struct RecurrentGRU {
  let sizes: RecurrentSizes
  /// `[T + 1, B, E + H]`: row (t, b) is x_t beside h_(t-1); the last step holds only the last h.
  let joined: UnsafeMutablePointer<Float>
  /// `[T, B, 4 H]`: r, z, n, and what r was multiplied by: `h W_hn + b_hn`.
  let gates: UnsafeMutablePointer<Float>

  /// Runs all steps; `joined` holds the inputs and the first h.
  ///
  /// - Parameters:
  ///   - weights: W_x above W_h, three gates.
  ///   - bias: `[4 H]`: b_r, b_z, b_xn, b_hn.
  ///   - sums: room for `[B, 4 H]`.
  ///   - y: `[B, outputSteps, H]`, takes the h of every step.
  func forward(
    _ weights: RecurrentPanels, bias: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>,
    y: UnsafeMutablePointer<Float>
  ) {
    for t in 0..<sizes.steps {
      ThreadPool.shared.split(weights.blocks, cost: sizes.cost(length: sizes.joined, gates: 3)) { blocks in
        add(t, blocks, weights, bias, to: sums)
        for b in 0..<sizes.batch { activate(t, b, sizes.units(ofBlocks: blocks), sums, y) }
      }
    }
  }

  /// The four sums: those of r and z over inputs and state together, those of n apart.
  @inline(never)
  private func add(
    _ t: Int, _ blocks: Range<Int>, _ weights: RecurrentPanels, _ bias: UnsafePointer<Float>,
    to sums: UnsafeMutablePointer<Float>
  ) {
    let (E, width) = (sizes.inputs, sizes.joined)
    for block in blocks {
      add(t, block, weights, gate: 0, rows: 0..<width, bias, to: sums, 0)
      add(t, block, weights, gate: 1, rows: 0..<width, bias, to: sums, 1)
      add(t, block, weights, gate: 2, rows: 0..<E, bias, to: sums, 2)
      add(t, block, weights, gate: 2, rows: E..<width, bias, to: sums, 3)
    }
  }

  /// One of the sums for one panel's units: a part of the joined rows times as many rows of the weights.
  @inline(never)
  private func add(
    _ t: Int, _ block: Int, _ weights: RecurrentPanels, gate: Int, rows: Range<Int>, _ bias: UnsafePointer<Float>,
    to sums: UnsafeMutablePointer<Float>, _ sum: Int
  ) {
    let first = sum * sizes.units + block * RecurrentPanels.width
    let a = joined + t * sizes.batch * sizes.joined + rows.lowerBound
    RecurrentProduct(a: a, aStride: sizes.joined, count: sizes.batch).multiply(
      weights, rows: rows, gate: gate, block: block, base: bias + first, baseStride: 0, into: sums + first,
      cStride: 4 * sizes.units)
  }

  /// From the sums of row b to its gates and h.
  @inline(never)
  private func activate(
    _ t: Int, _ b: Int, _ units: Range<Int>, _ sums: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>
  ) {
    let (B, H) = (sizes.batch, sizes.units)
    let row = RowStep(
      H: H, sums: sums + b * 4 * H, gates: gates + (t * B + b) * 4 * H, h: joined + sizes.state(t, b),
      next: joined + sizes.state(t + 1, b), y: y + sizes.output(t, b))
    row.run(units)
  }

  /// One row of one step: what its gates are made of, and where they and the next h go.
  private struct RowStep: LaneWork {
    let H: Int
    let sums: UnsafePointer<Float>
    let gates: UnsafeMutablePointer<Float>
    let h: UnsafePointer<Float>
    let next: UnsafeMutablePointer<Float>
    let y: UnsafeMutablePointer<Float>

    @inline(__always)
    func run(_ u: Int, _ lanes: some LaneAccess) {
      let r = RecurrentFunctions.sigmoid(lanes.load(sums + u))
      let z = RecurrentFunctions.sigmoid(lanes.load(sums + H + u))
      let state = lanes.load(sums + 3 * H + u)
      let n = RecurrentFunctions.tanh(multiplyAdd(r, state, lanes.load(sums + 2 * H + u)))
      let output = multiplyAdd(z, lanes.load(h + u) - n, n)
      lanes.store(r, gates + u)
      lanes.store(z, gates + H + u)
      lanes.store(n, gates + 2 * H + u)
      lanes.store(state, gates + 3 * H + u)
      lanes.store(output, next + u)
      lanes.store(output, y + u)
    }
  }
}
