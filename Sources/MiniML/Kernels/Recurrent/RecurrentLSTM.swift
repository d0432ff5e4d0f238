/// An LSTM over whole sequences: where its numbers lie, and the way forward.
///
/// `[i, f, g, o] = x_t W_x + h_(t-1) W_h + b`; `c_t = sigmoid(f) c_(t-1) + sigmoid(i) tanh(g)`;
/// `h_t = sigmoid(o) tanh(c_t)`. Time runs outermost in everything kept, so that the rows of a step are neighbours.
///
/// Source: Hochreiter and Schmidhuber (1997), "Long short-term memory"; with the forget gate of Gers, Schmidhuber and
/// Cummins (2000).
struct RecurrentLSTM {
  let sizes: RecurrentSizes
  /// `[T + 1, B, E + H]`: row (t, b) is x_t beside h_(t-1); the last step holds only the last h.
  let joined: UnsafeMutablePointer<Float>
  /// `[T, B, groups, 5, 8]`: for every eight units i, f, g, o and tanh(c), after their functions. So the way back reads
  /// memory from end to end, which the machine foresees.
  let kept: UnsafeMutablePointer<Float>
  /// `[T + 1, B, H]`: the cells before each step, and the last.
  let cells: UnsafeMutablePointer<Float>

  /// Runs all steps; `joined` holds the inputs and the first h, and `cells` the first cells.
  ///
  /// - Parameters:
  ///   - weights: W_x above W_h, four gates.
  ///   - bias: `[4 H]`.
  ///   - sums: room for `[B, 4 H]`.
  ///   - y: `[B, outputSteps, H]`, takes the h of every step.
  func forward(
    _ weights: RecurrentPanels, bias: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>,
    y: UnsafeMutablePointer<Float>
  ) {
    for t in 0..<sizes.steps {
      ThreadPool.shared.split(weights.blocks, cost: sizes.cost(length: sizes.joined, gates: 4)) { blocks in
        add(t, blocks, weights, bias, to: sums)
        for b in 0..<sizes.batch { activate(t, b, sizes.units(ofBlocks: blocks), sums, y) }
      }
    }
  }

  /// How many numbers are kept of a row.
  static func keptCount(units: Int) -> Int { (units + 7) / 8 * 40 }

  /// Where the kept numbers of a row begin.
  func row(_ t: Int, _ b: Int) -> UnsafeMutablePointer<Float> {
    kept + (t * sizes.batch + b) * Self.keptCount(units: sizes.units)
  }

  /// Copies the last cells to the output's row after the last h.
  func copyLastCells(to y: UnsafeMutablePointer<Float>) {
    for b in 0..<sizes.batch {
      let cell = cells + (sizes.steps * sizes.batch + b) * sizes.units
      (y + sizes.output(sizes.steps, b)).update(from: cell, count: sizes.units)
    }
  }

  /// The sums that the gates' functions are taken of.
  @inline(never)
  private func add(
    _ t: Int, _ blocks: Range<Int>, _ weights: RecurrentPanels, _ bias: UnsafePointer<Float>,
    to sums: UnsafeMutablePointer<Float>
  ) {
    let (B, H, width) = (sizes.batch, sizes.units, sizes.joined)
    let product = RecurrentProduct(a: joined + t * B * width, aStride: width, count: B)
    for gate in 0..<4 {
      for block in blocks {
        let first = gate * H + block * RecurrentPanels.width
        product.multiply(
          weights, rows: 0..<width, gate: gate, block: block, base: bias + first, baseStride: 0, into: sums + first,
          cStride: 4 * H)
      }
    }
  }

  /// From the sums of row b to its gates, cells and h.
  @inline(never)
  private func activate(
    _ t: Int, _ b: Int, _ units: Range<Int>, _ sums: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>
  ) {
    let (B, H) = (sizes.batch, sizes.units)
    let (kept, next) = (row(t, b), cells + ((t + 1) * B + b) * H)
    GateStep(H: H, sums: sums + b * 4 * H, kept: kept, cell: cells + (t * B + b) * H, next: next).run(units)
    OutputStep(kept: kept, cell: next, h: joined + sizes.state(t + 1, b), y: y + sizes.output(t, b)).run(units)
  }

  /// The gates and the cells of one row of one step.
  private struct GateStep: LaneWork {
    let H: Int
    let sums: UnsafePointer<Float>
    let kept: UnsafeMutablePointer<Float>
    let cell: UnsafePointer<Float>
    let next: UnsafeMutablePointer<Float>

    @inline(__always)
    func run(_ u: Int, _ lanes: some LaneAccess) {
      let i = RecurrentFunctions.sigmoid(lanes.load(sums + u))
      let f = RecurrentFunctions.sigmoid(lanes.load(sums + H + u))
      let g = RecurrentFunctions.tanh(lanes.load(sums + 2 * H + u))
      let o = RecurrentFunctions.sigmoid(lanes.load(sums + 3 * H + u))
      let kept = kept + 5 * u
      lanes.store(i, kept)
      lanes.store(f, kept + 8)
      lanes.store(g, kept + 16)
      lanes.store(o, kept + 24)
      lanes.store(multiplyAdd(f, lanes.load(cell + u), i * g), next + u)
    }
  }

  /// The h of one row of one step. Apart from the gates, so that the functions of many units are on their way at once.
  private struct OutputStep: LaneWork {
    let kept: UnsafeMutablePointer<Float>
    let cell: UnsafePointer<Float>
    let h: UnsafeMutablePointer<Float>
    let y: UnsafeMutablePointer<Float>

    @inline(__always)
    func run(_ u: Int, _ lanes: some LaneAccess) {
      let c = RecurrentFunctions.tanh(lanes.load(cell + u))
      let output = lanes.load(kept + 5 * u + 24) * c
      lanes.store(c, kept + 5 * u + 32)
      lanes.store(output, h + u)
      lanes.store(output, y + u)
    }
  }
}
