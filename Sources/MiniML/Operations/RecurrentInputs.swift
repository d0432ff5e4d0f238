/// The inputs of a recurrent operation, checked, and what all three make of them.
struct RecurrentInputs {
  let x: Tensor
  /// W_x `[E, gates * H]`.
  let input: Tensor
  /// W_h `[H, gates * H]`.
  let hidden: Tensor
  let bias: Tensor
  /// h, or h and c, `[B, H]` each; empty where the run begins at zeros.
  let start: [Tensor]
  let sizes: RecurrentSizes
  /// How many gates' columns the weights have.
  let gates: Int
  /// How many sums of H numbers a row of a step has, each with its own bias.
  let sums: Int

  /// - Parameter moreSteps: how many rows the output has beyond T.
  init(_ operation: String, _ inputs: [Tensor], gates: Int, sums: Int, states: Int = 1, moreSteps: Int = 0) {
    guard inputs.count == 4 || inputs.count == 4 + states, inputs[0].rank == 3, inputs[2].rank == 2 else {
      ShapeFault.trap(operation, "wants x [B, T, E], weights, bias and \(states) states, got \(inputs.map(\.shape))")
    }
    (x, input, hidden, bias, start) = (inputs[0], inputs[1], inputs[2], inputs[3], Array(inputs[4...]))
    (self.gates, self.sums) = (gates, sums)
    sizes = RecurrentSizes(
      batch: x.shape[0], steps: x.shape[1], inputs: x.shape[2], units: hidden.shape[0],
      outputSteps: x.shape[1] + moreSteps)
    let (E, H) = (sizes.inputs, sizes.units)
    let expected = [[E, gates * H], [H, gates * H], [sums * H]] + start.map { _ in [sizes.batch, H] }
    for (tensor, shape) in zip(inputs[1...], expected) where tensor.shape != shape {
      ShapeFault.trap(operation, tensor.shape, shape)
    }
  }

  /// `[T + 1, B, E + H]`: x beside room for every h, the first h in its place.
  func joined() -> Tensor {
    .make([sizes.steps + 1, sizes.batch, sizes.joined]) { rows in
      let first = start.first ?? Tensor.zeros([sizes.batch, sizes.units])
      Tensor.read(x, first) { x, first in sizes.join(x: x, start: first, into: rows) }
    }
  }

  /// `[T + 1, B, H]`: room for the cells of every step, the first in their place.
  func cells() -> Tensor {
    .make([sizes.steps + 1, sizes.batch, sizes.units]) { cells in
      let count = sizes.batch * sizes.units
      if start.count > 1 {
        start[1].read { cells.update(from: $0, count: count) }
      } else {
        cells.update(repeating: 0, count: count)
      }
    }
  }

  /// `[T, B, width]`, not initialised.
  func room(_ width: Int) -> Tensor { .make([sizes.steps, sizes.batch, width]) { _ in } }

  /// The weights in panels for the way forward: W_x above W_h.
  func panels() -> RecurrentWeights {
    let (E, H) = (sizes.inputs, sizes.units)
    return RecurrentWeights(rows: E + H, gates: gates, units: H) { panels in
      input.read { panels.pack(MatrixView($0, rows: E, columns: gates * H)) }
      hidden.read { panels.pack(MatrixView($0, rows: H, columns: gates * H), fromRow: E) }
    }
  }

  /// A weight matrix in panels for the way back: `[n, gates * H] -> [gates * H, n]`.
  func transposed(_ weight: Tensor) -> RecurrentWeights {
    let (n, columns) = (weight.shape[0], weight.shape[1])
    return RecurrentWeights(rows: columns, gates: 1, units: n) { panels in
      weight.read { panels.pack(MatrixView($0, rows: n, columns: columns).transposed) }
    }
  }

  /// The output `[B, outputSteps, H]` that `forward` writes, and what is kept; `sums` is room for a step.
  func result(
    keeping kept: consuming [Tensor],
    _ forward: (
      _ weights: RecurrentPanels, _ bias: UnsafePointer<Float>, _ sums: UnsafeMutablePointer<Float>,
      _ kept: [UnsafeMutablePointer<Float>], _ y: UnsafeMutablePointer<Float>
    ) -> Void
  ) -> Operation.Result {
    var stepSums = [Tensor.make([sizes.batch, sums * sizes.units]) { _ in }]
    let y = Tensor.make([sizes.batch, sizes.outputSteps, sizes.units]) { y in
      panels().read { weights in
        bias.read { bias in
          Tensor.write(&stepSums) { sums in Tensor.write(&kept) { forward(weights, bias, sums[0], $0, y) } }
        }
      }
    }
    return Operation.Result(y, keeping: kept)
  }
}

/// Panels in pooled memory.
struct RecurrentWeights {
  private var memory: Tensor
  private let rows: Int
  private let gates: Int
  private let units: Int

  init(rows: Int, gates: Int, units: Int, _ pack: (RecurrentPanels) -> Void) {
    (self.rows, self.gates, self.units) = (rows, gates, units)
    memory = .make([RecurrentPanels.count(rows: rows, gates: gates, units: units)]) { start in
      pack(RecurrentPanels(start: start, rows: rows, gates: gates, units: units))
    }
  }

  /// Lends the panels for reading.
  func read<Result>(_ body: (RecurrentPanels) -> Result) -> Result {
    memory.read { start in
      body(RecurrentPanels(start: UnsafeMutablePointer(mutating: start), rows: rows, gates: gates, units: units))
    }
  }
}

extension Tensor {
  /// Lends the memory of several tensors that nobody shares, for reading and writing.
  static func write(_ tensors: inout [Tensor], _ body: ([UnsafeMutablePointer<Float>]) -> Void) {
    let starts = tensors.indices.map { i in tensors[i].write { $0 } }
    withExtendedLifetime(tensors) { body(starts) }
  }

  /// Lends the numbers of several tensors for reading.
  static func read(_ tensors: [Tensor], _ body: ([UnsafeMutablePointer<Float>]) -> Void) {
    let starts = tensors.map { $0.read { UnsafeMutablePointer(mutating: $0) } }
    withExtendedLifetime(tensors) { body(starts) }
  }
}
