/// RMS norm: a layer norm that does not centre. Source: Zhang and Sennrich (2019), "Root mean square layer normalization".
extension NormalizationKernel {
  /// `y = x / sqrt(mean(x^2) + epsilon) * gain` for each row; `inverse`, `[rows]`, keeps what each was multiplied by.
  static func rootMeanSquare(
    _ x: UnsafePointer<Float>, rows: Int, d: Int, gain: UnsafePointer<Float>, epsilon: Float,
    into y: UnsafeMutablePointer<Float>, inverse inverses: UnsafeMutablePointer<Float>
  ) {
    ThreadPool.shared.split(rows, grain: blockHeight, cost: 5 + 0.1 * Double(d)) { range in
      eachBlock(range) { block in
        for row in block { inverses[row] = 1 / (meanSquare(x + row * d, d) + epsilon).squareRoot() }
        for row in block {
          let (x, y, inverse) = (x + row * d, y + row * d, inverses[row])
          eachEight(d) { j, lanes in store(load(x + j, lanes) * inverse * load(gain + j, lanes), y + j, lanes) }
        }
      }
    }
  }

  /// The gradients of an RMS norm from the output's gradient g.
  ///
  /// `dx = (dn - n * mean(dn * n)) * inverse`, where n is the normalised row and `dn = g * gain`;
  /// `dgain = sum over rows of g * n`.
  static func rootMeanSquareBackward(
    _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>, rows: Int, d: Int, gain: UnsafePointer<Float>,
    inverse inverses: UnsafePointer<Float>, dx: UnsafeMutablePointer<Float>, dgain: UnsafeMutablePointer<Float>
  ) {
    let chunks = ColumnChunks(rows: rows, d: d)
    let scratch = Scratch.floats(chunks.scratchCount)
    chunks.accumulate(into: scratch, cost: 0.2 * Double(d)) { row, sums in
      let (x, g, dx) = (x + row * d, g + row * d, dx + row * d)
      let inverse = inverses[row]
      let products = total(d) { j, lanes in
        let gn = load(g + j, lanes) * load(x + j, lanes) * inverse
        store(gn + load(sums + j, lanes), sums + j, lanes)
        return gn * load(gain + j, lanes)
      }
      let b = products / Float(d)
      eachEight(d) { j, lanes in
        let n = load(x + j, lanes) * inverse
        let dn = load(g + j, lanes) * load(gain + j, lanes)
        store((dn - n * b) * inverse, dx + j, lanes)
      }
    }
    chunks.add(scratch, columns: 0..<d, into: dgain)
  }
}
