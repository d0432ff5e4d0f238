/// Where a backward run works: gradients of the state as they travel to earlier steps, and of everything before the
/// gates' functions, from which the gradients of weights and inputs are plain products.
struct RecurrentGradients {
  let sizes: RecurrentSizes
  /// The steps of this stretch of the run.
  let steps: Range<Int>
  /// How many numbers a row of `gates` has.
  let width: Int
  /// `[steps.count, B, H]`: the gradient of every h from outside.
  let y: UnsafeMutablePointer<Float>
  /// `[B, H]`: the gradient of h after the stretch from later steps; after the run that of h before it.
  let h: UnsafeMutablePointer<Float>
  /// `[steps.count, B, width]`: the gradients of the sums, made by the run.
  let gates: UnsafeMutablePointer<Float>
  /// `[width]`: the gradient of the bias is added to what is here.
  let bias: UnsafeMutablePointer<Float>
  /// Whether the gradient of the h before the first step is wanted.
  let reachesStart: Bool

  /// Goes through the stretch from the last step to the first.
  ///
  /// - Parameters:
  ///   - weights: W_h transposed; its panels are what threads share.
  ///   - carry: makes dh of the step before t for one panel's units.
  ///   - row: makes the sums' gradients of row b at step t for some units.
  func run(
    _ weights: RecurrentPanels, carry: (_ t: Int, _ block: Int) -> Void,
    row: (_ t: Int, _ b: Int, _ units: Range<Int>) -> Void
  ) {
    let last = steps.lowerBound > 0 || reachesStart ? steps.lowerBound - 1 : 0
    for t in stride(from: steps.upperBound - 1, through: last, by: -1) {
      ThreadPool.shared.split(weights.blocks, cost: sizes.cost(length: weights.rows, gates: 1)) { blocks in
        if t + 1 < steps.upperBound { for block in blocks { carry(t + 1, block) } }
        guard t >= steps.lowerBound else { return }
        for b in 0..<sizes.batch { row(t, b, sizes.units(ofBlocks: blocks)) }
      }
    }
  }

  /// Copies the stretch's part of dy `[B, outputSteps, H]` to `y`, so that a step's rows are neighbours.
  func gather(_ dy: UnsafePointer<Float>) {
    let (B, H) = (sizes.batch, sizes.units)
    for b in 0..<B {
      for t in steps { output(t, b).update(from: dy + sizes.output(t, b), count: H) }
    }
  }

  /// Where the gradient of an h from outside begins.
  func output(_ t: Int, _ b: Int) -> UnsafeMutablePointer<Float> {
    y + ((t - steps.lowerBound) * sizes.batch + b) * sizes.units
  }

  /// Where the sums' gradients of a row begin.
  func row(_ t: Int, _ b: Int) -> UnsafeMutablePointer<Float> {
    gates + ((t - steps.lowerBound) * sizes.batch + b) * width
  }

  /// The plain way to carry: `dh_(t-1) = dgates_t W_h^T`.
  func carry(_ t: Int, _ block: Int, _ weights: RecurrentPanels) {
    product(t).multiply(
      weights, rows: 0..<weights.rows, gate: 0, block: block, base: nil, baseStride: 0,
      into: h + block * RecurrentPanels.width, cStride: sizes.units)
  }

  /// The sums' gradients of a step as the left side of a product, from column `first` on.
  func product(_ t: Int, from first: Int = 0) -> RecurrentProduct {
    RecurrentProduct(a: row(t, 0) + first, aStride: width, count: sizes.batch)
  }

  /// `dx_t = dgates_t W_x^T` for the steps of the stretch, apart from each other: `[B, T, E]`.
  ///
  /// - Parameter weights: W_x transposed; its rows meet the first columns of the gates.
  func inputs(_ weights: RecurrentPanels, into dx: UnsafeMutablePointer<Float>) {
    let cost = sizes.cost(length: weights.rows, gates: weights.blocks)
    ThreadPool.shared.split(steps.count, cost: cost) { part in
      for t in part.lowerBound + steps.lowerBound..<part.upperBound + steps.lowerBound {
        for block in 0..<weights.blocks {
          product(t).multiply(
            weights, rows: 0..<weights.rows, gate: 0, block: block, base: nil, baseStride: 0,
            into: dx + t * sizes.inputs + block * RecurrentPanels.width, cStride: sizes.steps * sizes.inputs)
        }
      }
    }
  }

  /// Adds `rows^T dsums` over the stretch to a part of the weights' gradient; the run's first stretch begins it.
  ///
  /// - Parameter product: which columns of the joined rows meet which of the sums, and in which column of dW it begins.
  func add(
    _ product: (rows: Range<Int>, sums: Range<Int>, column: Int), _ joined: UnsafePointer<Float>,
    to dW: UnsafeMutablePointer<Float>, rowStride: Int
  ) {
    let count = steps.count * sizes.batch
    let left = MatrixView(
      joined + steps.lowerBound * sizes.batch * sizes.joined + product.rows.lowerBound, rows: count,
      columns: product.rows.count, rowStride: sizes.joined)
    let right = MatrixView(
      gates + product.sums.lowerBound, rows: count, columns: product.sums.count, rowStride: width)
    MatrixProduct.multiply(
      left.transposed, right, into: dW + product.rows.lowerBound * rowStride + product.column, rowStride: rowStride,
      base: steps.upperBound == sizes.steps ? .zero : .target)
  }
}
