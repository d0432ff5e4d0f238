/// The sizes of one run over a batch of sequences: T steps of B rows, E inputs and H units.
struct RecurrentSizes: Hashable, Sendable {
  let batch: Int
  let steps: Int
  let inputs: Int
  let units: Int
  /// How many rows of H numbers the output has for each sequence: T, or more where something follows the last h.
  let outputSteps: Int

  /// The length of a joined row `[x_t, h_(t-1)]`, which meets `W_x` and `W_h` in one product.
  var joined: Int { inputs + units }

  /// The units of some blocks, 32 in each but the last.
  @inline(__always)
  func units(ofBlocks blocks: Range<Int>) -> Range<Int> {
    blocks.lowerBound * RecurrentPanels.width..<min(units, blocks.upperBound * RecurrentPanels.width)
  }

  /// Roughly how many nanoseconds a block of a step takes: products of `length` with `gates` panels, and the gates.
  func cost(length: Int, gates: Int) -> Double {
    Double(batch) * (Double(length * gates * RecurrentPanels.width) * 0.02 + 100)
  }

  /// Copies `x` `[B, T, E]` and the first h `[B, H]` (zeros where nil) into the joined rows `[T + 1, B, E + H]`.
  func join(
    x: UnsafePointer<Float>, start: UnsafePointer<Float>?, into rows: UnsafeMutablePointer<Float>
  ) {
    for t in 0..<steps {
      for b in 0..<batch {
        (rows + (t * batch + b) * joined).update(from: x + (b * steps + t) * inputs, count: inputs)
      }
    }
    for b in 0..<batch {
      let row = rows + b * joined + inputs
      if let start { row.update(from: start + b * units, count: units) } else { row.update(repeating: 0, count: units) }
    }
  }

  /// Where h of a step begins in the joined rows.
  @inline(__always)
  func state(_ t: Int, _ b: Int) -> Int { (t * batch + b) * joined + inputs }

  /// Where h of a step begins in the output `[B, outputSteps, H]`.
  @inline(__always)
  func output(_ t: Int, _ b: Int) -> Int { (b * outputSteps + t) * units }
}
