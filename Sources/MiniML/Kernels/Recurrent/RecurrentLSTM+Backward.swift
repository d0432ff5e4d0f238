extension RecurrentLSTM {
  /// Runs all steps backwards: from the gradients of y and of the last state to those of the gates and the first state.
  ///
  /// - Parameters:
  ///   - weights: W_h transposed, `[4 H, H]`.
  ///   - dc: `[B, H]`: before the run the gradient of the last cells, after it of the first.
  func backward(_ weights: RecurrentPanels, _ gradients: RecurrentGradients, dc: UnsafeMutablePointer<Float>) {
    gradients.run(weights) { t, block in
      gradients.carry(t, block, weights)
    } row: { t, b, units in
      backward(t, b, units, gradients, dc)
    }
  }

  /// From dh and dc of one row to the gradients of its gates, and dc of the step before.
  @inline(never)
  private func backward(
    _ t: Int, _ b: Int, _ units: Range<Int>, _ gradients: RecurrentGradients, _ dc: UnsafeMutablePointer<Float>
  ) {
    let H = sizes.units
    let gradient = RowGradient(
      H: H, kept: row(t, b), cell: cells + (t * sizes.batch + b) * H, dy: gradients.output(t, b),
      dh: gradients.h + b * H, dc: dc + b * H, dgates: gradients.row(t, b), dbias: gradients.bias)
    gradient.run(units)
  }

  /// One row of one step: what is known of it, and where its gradients go.
  private struct RowGradient: LaneWork {
    let H: Int
    let kept: UnsafePointer<Float>
    let cell: UnsafePointer<Float>
    let dy: UnsafePointer<Float>
    let dh: UnsafePointer<Float>
    let dc: UnsafeMutablePointer<Float>
    let dgates: UnsafeMutablePointer<Float>
    let dbias: UnsafeMutablePointer<Float>

    @inline(__always)
    func run(_ u: Int, _ lanes: some LaneAccess) {
      let kept = kept + 5 * u
      let (i, f, g) = (lanes.load(kept), lanes.load(kept + 8), lanes.load(kept + 16))
      let (o, c) = (lanes.load(kept + 24), lanes.load(kept + 32))
      let dOutput = lanes.load(dh + u) + lanes.load(dy + u)
      let dCell = multiplyAdd(dOutput * o, 1 - c * c, lanes.load(dc + u))
      lanes.store(dCell * f, dc + u)
      store(dCell * g * (i * (1 - i)), 0, u, lanes)
      store(dCell * lanes.load(cell + u) * (f * (1 - f)), 1, u, lanes)
      store(dCell * i * (1 - g * g), 2, u, lanes)
      store(dOutput * c * (o * (1 - o)), 3, u, lanes)
    }

    @inline(__always)
    private func store(_ d: Lanes, _ gate: Int, _ u: Int, _ lanes: some LaneAccess) {
      lanes.store(d, dgates + gate * H + u, adding: dbias + gate * H + u)
    }
  }
}
