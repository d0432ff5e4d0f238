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
  private func backward(_ t: Int, _ b: Int, _ units: Range<Int>, _ gradients: RecurrentGradients) {
    let H = sizes.units
    let row = t * sizes.batch + b
    let gradient = RowGradient(
      H: H, gates: gates + row * 4 * H, h: joined + sizes.state(t, b), dy: gradients.y + sizes.output(t, b),
      dh: gradients.h + b * H, dgates: gradients.gates + row * 4 * H,
      dbias: gradients.bias)
    forEachLanes(of: units) { u, count in gradient.make(u, count) }
  }

  /// One row of one step: what is known of it, and where its gradients go.
  private struct RowGradient {
    let H: Int
    let gates: UnsafePointer<Float>
    let h: UnsafePointer<Float>
    let dy: UnsafePointer<Float>
    let dh: UnsafeMutablePointer<Float>
    let dgates: UnsafeMutablePointer<Float>
    let dbias: UnsafeMutablePointer<Float>

    @inline(__always)
    func make(_ u: Int, _ count: Int) {
      let r = Lanes(gates + u, count: count)
      let z = Lanes(gates + H + u, count: count)
      let n = Lanes(gates + 2 * H + u, count: count)
      let state = Lanes(gates + 3 * H + u, count: count)
      let dOutput = Lanes(dh + u, count: count) + Lanes(dy + u, count: count)
      let dn = dOutput * (1 - z) * (1 - n * n)
      (dOutput * z).store(to: dh + u, count: count)
      store(dn * state * (r * (1 - r)), 0, u, count)
      store(dOutput * (Lanes(h + u, count: count) - n) * (z * (1 - z)), 1, u, count)
      store(dn, 2, u, count)
      store(dn * r, 3, u, count)
    }

    @inline(__always)
    private func store(_ d: Lanes, _ sum: Int, _ u: Int, _ count: Int) {
      d.store(to: dgates + sum * H + u, adding: dbias + sum * H + u, count: count)
    }
  }
}
