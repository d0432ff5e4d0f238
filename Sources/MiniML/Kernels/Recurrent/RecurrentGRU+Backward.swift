extension RecurrentGRU {
  /// Runs all steps backwards: from the gradients of y and of the last h to those of the four sums and the first h.
  ///
  /// - Parameter weights: W_h transposed, `[3 H, H]`.
  func backward(_ weights: RecurrentPanels, _ gradients: RecurrentGradients) {
    gradients.run(weights) { t, block in
      carry(t, block, weights, gradients)
    } row: { t, b, units in
      backward(t, b, units, gradients)
    }
  }

  /// `dh_(t-1) = z dh_t + [dr, dz, r dn] W_h^T` for one panel's units; `z dh_t` is there already.
  private func carry(_ t: Int, _ block: Int, _ weights: RecurrentPanels, _ gradients: RecurrentGradients) {
    let H = sizes.units
    let target = gradients.h + block * RecurrentPanels.width
    gradients.product(t).multiply(
      weights, rows: 0..<2 * H, gate: 0, block: block, base: target, baseStride: H, into: target, cStride: H)
    gradients.product(t, from: 3 * H).multiply(
      weights, rows: 2 * H..<3 * H, gate: 0, block: block, base: target, baseStride: H, into: target, cStride: H)
  }

  /// From dh of one row to the gradients of its four sums, and the direct part of dh of the step before.
  @inline(never)
  private func backward(_ t: Int, _ b: Int, _ units: Range<Int>, _ gradients: RecurrentGradients) {
    let H = sizes.units
    let row = t * sizes.batch + b
    let gradient = RowGradient(
      H: H, gates: gates + row * 4 * H, h: joined + sizes.state(t, b), dy: gradients.output(t, b),
      dh: gradients.h + b * H, dgates: gradients.row(t, b),
      dbias: gradients.bias)
    gradient.run(units)
  }

  /// One row of one step: what is known of it, and where its gradients go.
  private struct RowGradient: LaneWork {
    let H: Int
    let gates: UnsafePointer<Float>
    let h: UnsafePointer<Float>
    let dy: UnsafePointer<Float>
    let dh: UnsafeMutablePointer<Float>
    let dgates: UnsafeMutablePointer<Float>
    let dbias: UnsafeMutablePointer<Float>

    @inline(__always)
    func run(_ u: Int, _ lanes: some LaneAccess) {
      let (r, z) = (lanes.load(gates + u), lanes.load(gates + H + u))
      let (n, state) = (lanes.load(gates + 2 * H + u), lanes.load(gates + 3 * H + u))
      let dOutput = lanes.load(dh + u) + lanes.load(dy + u)
      let dn = dOutput * (1 - z) * (1 - n * n)
      lanes.store(dOutput * z, dh + u)
      store(dn * state * (r * (1 - r)), 0, u, lanes)
      store(dOutput * (lanes.load(h + u) - n) * (z * (1 - z)), 1, u, lanes)
      store(dn, 2, u, lanes)
      store(dn * r, 3, u, lanes)
    }

    @inline(__always)
    private func store(_ d: Lanes, _ sum: Int, _ u: Int, _ lanes: some LaneAccess) {
      lanes.store(d, dgates + sum * H + u, adding: dbias + sum * H + u)
    }
  }
}
