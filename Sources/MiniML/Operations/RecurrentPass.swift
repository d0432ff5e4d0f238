/// The way back through a recurrent operation: through time to the gradients of all sums, and from those, each of them
/// one product, to the gradients of the inputs.
///
/// It goes by stretches of steps, so short that the sums' gradients of a stretch stay in the second-level cache until
/// all products have read them.
struct RecurrentPass {
  /// A part of the weights' gradient: which rows (those of W_x above those of W_h) get which of the sums, from which
  /// column on.
  typealias Product = (rows: Range<Int>, sums: Range<Int>, column: Int)

  /// How many numbers the sums' gradients of a stretch have at most: 512 KiB.
  private static let stretch = 1 << 17

  private let all: RecurrentInputs
  private let pass: Operation.Pass
  /// What is found on the way: the gradients of h as it travels `[B, H]`, of a stretch of the sums, of the bias
  /// `[sums * H]`, of x, of W_x above W_h, of the cells as they travel, and of a stretch of y, step after step.
  private var found: [Tensor]

  init(_ all: RecurrentInputs, _ pass: Operation.Pass) {
    (self.all, self.pass) = (all, pass)
    let sizes = all.sizes
    let (state, width) = ([sizes.batch, sizes.units], all.sums * sizes.units)
    let (weights, length) = ([sizes.joined, all.gates * sizes.units], Self.length(all))
    found = [
      .zeros(state), .make([length, sizes.batch, width]) { _ in }, .zeros([width]),
      .make(pass.wanted[0] ? all.x.shape : [0]) { _ in }, sizes.steps > 0 ? .make(weights) { _ in } : .zeros(weights),
      pass.kept.count > 2 ? lastCells(all, pass.gradient) : .zeros([0]),
      .make([length, sizes.batch, sizes.units]) { _ in },
    ]
  }

  /// How many steps a stretch has.
  private static func length(_ all: RecurrentInputs) -> Int {
    let row = max(1, all.sizes.batch * all.sums * all.sizes.units)
    return max(1, min(all.sizes.steps, stretch / row))
  }

  /// The gradients of all inputs in their order. `run` goes through a stretch; it gets W_h transposed, where gradients
  /// come from and go, what was kept, and the gradient of the cells.
  mutating func gradients(
    _ products: [Product],
    _ run: (
      _ weights: RecurrentPanels, _ gradients: RecurrentGradients, _ kept: [UnsafeMutablePointer<Float>],
      _ dc: UnsafeMutablePointer<Float>
    ) -> Void
  ) -> [Tensor?] {
    let (all, pass, length) = (all, pass, Self.length(all))
    let reachesStart = pass.wanted[4...].contains(true)
    let (hidden, input) = (all.transposed(all.hidden), pass.wanted[0] ? all.transposed(all.input) : nil)
    Tensor.read(pass.kept + [pass.gradient]) { kept in
      Tensor.write(&found) { found in
        for end in stride(from: all.sizes.steps, to: 0, by: -length) {
          let gradients = RecurrentGradients(
            sizes: all.sizes, steps: max(0, end - length)..<end, width: all.sums * all.sizes.units,
            y: found[6], h: found[0], gates: found[1], bias: found[2], reachesStart: reachesStart)
          gradients.gather(kept[kept.count - 1])
          hidden.read { run($0, gradients, kept, found[5]) }
          input?.read { gradients.inputs($0, into: found[3]) }
          guard pass.wanted[1] || pass.wanted[2] else { continue }
          for product in products {
            gradients.add(product, kept[0], to: found[4], rowStride: all.gates * all.sizes.units)
          }
        }
      }
    }
    return inOrder()
  }

  private func inOrder() -> [Tensor?] {
    let (E, H) = (all.sizes.inputs, all.sizes.units)
    let weights = [found[4].rows(0..<E), found[4].rows(E..<E + H)]
    let states = [found[0], found[5]].prefix(all.start.count)
    let gradients = [found[3]] + weights + [found[2]] + states
    return gradients.indices.map { pass.wanted[$0] ? gradients[$0] : nil }
  }
}

/// The gradient of the last cells, where the output holds them.
private func lastCells(_ all: RecurrentInputs, _ dy: Tensor) -> Tensor {
  let sizes = all.sizes
  var dc = Tensor.zeros([sizes.batch, sizes.units])
  guard sizes.outputSteps > sizes.steps else { return dc }
  dc.write { dc in
    dy.read { dy in
      for b in 0..<sizes.batch {
        (dc + b * sizes.units).update(from: dy + sizes.output(sizes.steps, b), count: sizes.units)
      }
    }
  }
  return dc
}
