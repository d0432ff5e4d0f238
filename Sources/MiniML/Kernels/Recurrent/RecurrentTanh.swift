/// The plain recurrent network over whole sequences: `h_t = tanh(x_t W_x + h_(t-1) W_h + b)`.
///
/// Source: Elman (1990), "Finding structure in time".
struct RecurrentTanh {
  let sizes: RecurrentSizes
  /// `[T + 1, B, E + H]`: row (t, b) is x_t beside h_(t-1); the last step holds only the last h.
  let joined: UnsafeMutablePointer<Float>

  /// Runs all steps; `joined` holds the inputs and the first h.
  ///
  /// - Parameters:
  ///   - weights: W_x above W_h, one gate.
  ///   - bias: `[H]`.
  ///   - sums: room for `[B, H]`.
  ///   - y: `[B, outputSteps, H]`, takes the h of every step.
  func forward(
    _ weights: RecurrentPanels, bias: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>,
    y: UnsafeMutablePointer<Float>
  ) {
    let (B, H, width) = (sizes.batch, sizes.units, sizes.joined)
    for t in 0..<sizes.steps {
      ThreadPool.shared.split(weights.blocks, cost: sizes.cost(length: width, gates: 1)) { blocks in
        let product = RecurrentProduct(a: joined + t * B * width, aStride: width, count: B)
        for block in blocks {
          let first = block * RecurrentPanels.width
          product.multiply(
            weights, rows: 0..<width, gate: 0, block: block, base: bias + first, baseStride: 0, into: sums + first,
            cStride: H)
        }
        for b in 0..<B { activate(t, b, sizes.units(ofBlocks: blocks), sums + b * H, y) }
      }
    }
  }

  @inline(never)
  private func activate(
    _ t: Int, _ b: Int, _ units: Range<Int>, _ sums: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>
  ) {
    let (next, output) = (joined + sizes.state(t + 1, b), y + sizes.output(t, b))
    RowStep(sums: sums, h: next, y: output).run(units)
  }

  /// One row of one step: its sums, and where the next h goes.
  private struct RowStep: LaneWork {
    let sums: UnsafePointer<Float>
    let h: UnsafeMutablePointer<Float>
    let y: UnsafeMutablePointer<Float>

    @inline(__always)
    func run(_ u: Int, _ lanes: some LaneAccess) {
      let output = RecurrentFunctions.tanh(lanes.load(sums + u))
      lanes.store(output, h + u)
      lanes.store(output, y + u)
    }
  }
}

extension RecurrentTanh {
  /// Runs all steps backwards: from the gradients of y and of the last h to those of the sums and the first h.
  ///
  /// - Parameter weights: W_h transposed, `[H, H]`.
  func backward(_ weights: RecurrentPanels, _ gradients: RecurrentGradients) {
    gradients.run(weights) { t, block in
      gradients.carry(t, block, weights)
    } row: { t, b, units in
      backward(t, b, units, gradients)
    }
  }

  /// `ds = dh (1 - h^2)` for one row.
  @inline(never)
  private func backward(_ t: Int, _ b: Int, _ units: Range<Int>, _ gradients: RecurrentGradients) {
    let (h, dy) = (joined + sizes.state(t + 1, b), gradients.output(t, b))
    let gradient = RowGradient(
      h: h, dy: dy, dh: gradients.h + b * sizes.units,
      ds: gradients.row(t, b), dbias: gradients.bias)
    gradient.run(units)
  }

  /// One row of one step: what is known of it, and where its gradients go.
  private struct RowGradient: LaneWork {
    let h: UnsafePointer<Float>
    let dy: UnsafePointer<Float>
    let dh: UnsafePointer<Float>
    let ds: UnsafeMutablePointer<Float>
    let dbias: UnsafeMutablePointer<Float>

    @inline(__always)
    func run(_ u: Int, _ lanes: some LaneAccess) {
      let output = lanes.load(h + u)
      let d = (lanes.load(dh + u) + lanes.load(dy + u)) * (1 - output * output)
      lanes.store(d, ds + u, adding: dbias + u)
    }
  }
}
