/// Where a backward run works: gradients of the state as they travel to earlier steps, and of everything before the
/// gates' functions, from which the gradients of weights and inputs are plain products.
struct RecurrentGradients {
  let sizes: RecurrentSizes
  /// How many numbers a row of `gates` has.
  let width: Int
  /// `[B, outputSteps, H]`: the gradient of every h from outside.
  let y: UnsafePointer<Float>
  /// `[B, H]`: zeros before the run, the gradient of the first h after it.
  let h: UnsafeMutablePointer<Float>
  /// `[T, B, width]`: the gradients of the sums, made by the run.
  let gates: UnsafeMutablePointer<Float>
  /// `[width]`: the gradient of the bias is added to what is here.
  let bias: UnsafeMutablePointer<Float>

  /// Goes through all steps from the last to the first.
  ///
  /// - Parameters:
  ///   - weights: W_h transposed; its panels are what threads share.
  ///   - carry: makes dh of the step before t for one panel's units.
  ///   - row: makes the sums' gradients of row b at step t for some units.
  func run(
    _ weights: RecurrentPanels, carry: (_ t: Int, _ block: Int) -> Void,
    row: (_ t: Int, _ b: Int, _ units: Range<Int>) -> Void
  ) {
    for t in stride(from: sizes.steps - 1, through: -1, by: -1) {
      ThreadPool.shared.split(weights.blocks, cost: sizes.cost(length: weights.rows, gates: 1)) { blocks in
        if t + 1 < sizes.steps { for block in blocks { carry(t + 1, block) } }
        guard t >= 0 else { return }
        for b in 0..<sizes.batch { row(t, b, sizes.units(ofBlocks: blocks)) }
      }
    }
  }

  /// The plain way to carry: `dh_(t-1) = dgates_t W_h^T`.
  func carry(_ t: Int, _ block: Int, _ weights: RecurrentPanels) {
    product(t).multiply(
      weights, rows: 0..<weights.rows, gate: 0, block: block, base: nil, baseStride: 0,
      into: h + block * RecurrentPanels.width, cStride: sizes.units)
  }

  /// The sums' gradients of a step as the left side of a product, from column `first` on.
  func product(_ t: Int, from first: Int = 0) -> RecurrentProduct {
    RecurrentProduct(a: gates + t * sizes.batch * width + first, aStride: width, count: sizes.batch)
  }

  /// `dx_t = dgates_t W_x^T` for every step, all steps apart from each other: `[B, T, E]`.
  ///
  /// - Parameter weights: W_x transposed; its rows meet the first columns of the gates.
  func inputs(_ weights: RecurrentPanels, into dx: UnsafeMutablePointer<Float>) {
    let cost = sizes.cost(length: weights.rows, gates: weights.blocks)
    ThreadPool.shared.split(sizes.steps, cost: cost) { steps in
      for t in steps {
        for block in 0..<weights.blocks {
          product(t).multiply(
            weights, rows: 0..<weights.rows, gate: 0, block: block, base: nil, baseStride: 0,
            into: dx + t * sizes.inputs + block * RecurrentPanels.width, cStride: sizes.steps * sizes.inputs)
        }
      }
    }
  }

  /// `dW = rows^T dgates` over all steps, for some columns of the joined rows and some of the gates.
  func weights(
    _ joined: UnsafePointer<Float>, _ rows: Range<Int>, _ columns: Range<Int>, into dW: UnsafeMutablePointer<Float>,
    rowStride: Int
  ) {
    let count = sizes.steps * sizes.batch
    let left = MatrixView(joined + rows.lowerBound, rows: count, columns: rows.count, rowStride: sizes.joined)
    let right = MatrixView(gates + columns.lowerBound, rows: count, columns: columns.count, rowStride: width)
    MatrixProduct.multiply(left.transposed, right, into: dW, rowStride: rowStride)
  }
}
