/// The way back through a recurrent operation: first through time, to the gradients of all sums; then to those of the
/// inputs, each of them one product.
struct RecurrentPass {
  private let all: RecurrentInputs
  private let pass: Operation.Pass
  /// What was kept: the joined rows `[T + 1, B, E + H]` first.
  private let kept: [Tensor]
  /// The gradients of h as it travels `[B, H]`, of the sums `[T, B, sums * H]`, of the bias `[sums * H]`, and where there
  /// are cells theirs, `[B, H]`.
  private var found: [Tensor]

  init(_ all: RecurrentInputs, _ pass: Operation.Pass) {
    (self.all, self.pass, kept) = (all, pass, pass.kept)
    let state = [all.sizes.batch, all.sizes.units]
    found = [.zeros(state), all.room(), .zeros([all.sums * all.sizes.units])]
    if kept.count == 3 { found.append(lastCells(state)) }
  }

  /// The gradient of the last cells, where the output holds them.
  private func lastCells(_ shape: [Int]) -> Tensor {
    let sizes = all.sizes
    guard sizes.outputSteps > sizes.steps else { return .zeros(shape) }
    return .make(shape) { dc in
      pass.gradient.read { dy in
        for b in 0..<sizes.batch {
          (dc + b * sizes.units).update(from: dy + sizes.output(sizes.steps, b), count: sizes.units)
        }
      }
    }
  }

  /// Runs through time; `body` gets W_h transposed, where gradients come from and go, what was kept, and the cells'.
  mutating func run(
    _ body: (
      _ weights: RecurrentPanels, _ gradients: RecurrentGradients, _ kept: [UnsafeMutablePointer<Float>],
      _ dc: UnsafeMutablePointer<Float>
    ) -> Void
  ) {
    let (all, pass, kept) = (all, pass, kept)
    all.transposed(all.hidden).read { weights in
      Tensor.read(kept + [pass.gradient]) { kept in
        Tensor.write(&found) { found in
          let gradients = Self.gradients(all, UnsafePointer(kept[kept.count - 1]), found)
          body(weights, gradients, kept, found[found.count - 1])
        }
      }
    }
  }

  private static func gradients(
    _ all: RecurrentInputs, _ dy: UnsafePointer<Float>, _ found: [UnsafeMutablePointer<Float>]
  ) -> RecurrentGradients {
    RecurrentGradients(
      sizes: all.sizes, width: all.sums * all.sizes.units, y: dy, h: found[0], gates: found[1], bias: found[2])
  }

  /// The gradients of all inputs in their order.
  ///
  /// - Parameter products: which rows of the weights (W_x above W_h) get which of the sums, and from which column on.
  func gradients(_ products: [(rows: Range<Int>, sums: Range<Int>, column: Int)]) -> [Tensor?] {
    let (E, H) = (all.sizes.inputs, all.sizes.units)
    let isWanted = pass.wanted[1] || pass.wanted[2]
    let weights = isWanted ? weights([E + H, all.gates * H], products) : nil
    return [
      pass.gradient(of: 0) { inputGradient() }, weights?.rows(0..<E), weights?.rows(E..<E + H), found[2],
    ] + [found[0], found[found.count - 1]].prefix(all.start.count)
  }

  private func inputGradient() -> Tensor {
    .make(all.x.shape) { dx in
      all.transposed(all.input).read { weights in
        Tensor.read(found) { Self.gradients(all, UnsafePointer($0[0]), $0).inputs(weights, into: dx) }
      }
    }
  }

  private func weights(
    _ shape: [Int], _ products: [(rows: Range<Int>, sums: Range<Int>, column: Int)]
  ) -> Tensor {
    .make(shape) { dW in
      Tensor.read([kept[0]] + found) { starts in
        let gradients = Self.gradients(all, UnsafePointer(starts[1]), Array(starts[1...]))
        for product in products {
          let target = dW + product.rows.lowerBound * shape[1] + product.column
          gradients.weights(starts[0], product.rows, product.sums, into: target, rowStride: shape[1])
        }
      }
    }
  }
}
