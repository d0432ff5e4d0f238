/// Layer norm. Source: Ba, Kiros and Hinton (2016), "Layer normalization".
extension NormalizationKernel {
  /// `y = (x - mean) / sqrt(variance + epsilon) * gain + bias` for each row. Kept, `[rows]` each: the mean, and the
  /// inverse deviation `1 / sqrt(variance + epsilon)`.
  static func layerNorm(
    _ x: UnsafePointer<Float>, rows: Int, d: Int, gain: UnsafePointer<Float>, bias: UnsafePointer<Float>,
    epsilon: Float, into y: UnsafeMutablePointer<Float>, mean means: UnsafeMutablePointer<Float>,
    inverse inverses: UnsafeMutablePointer<Float>
  ) {
    ThreadPool.shared.split(rows, grain: blockHeight, cost: 5 + 0.15 * Double(d)) { range in
      eachBlock(range) { block in
        for row in block { means[row] = mean(x + row * d, d) }
        for row in block {
          let variance = meanSquare(x + row * d, d, from: means[row])
          inverses[row] = 1 / (variance + epsilon).squareRoot()
        }
        for row in block {
          let (x, y, mean, inverse) = (x + row * d, y + row * d, means[row], inverses[row])
          eachEight(d) { j, lanes in
            let n = (load(x + j, lanes) - mean) * inverse
            store(multiplyAdd(n, load(gain + j, lanes), load(bias + j, lanes)), y + j, lanes)
          }
        }
      }
    }
  }

  /// The gradients of a layer norm from the output's gradient g.
  ///
  /// `dx = (dn - mean(dn) - n * mean(dn * n)) * inverse`, where n is the normalised row and `dn = g * gain`;
  /// `dgain = sum over rows of g * n`, `dbias = sum over rows of g`.
  static func layerNormBackward(
    _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>, rows: Int, d: Int, gain: UnsafePointer<Float>,
    mean means: UnsafePointer<Float>, inverse inverses: UnsafePointer<Float>, dx: UnsafeMutablePointer<Float>,
    dgain: UnsafeMutablePointer<Float>,
    dbias: UnsafeMutablePointer<Float>
  ) {
    let chunks = ColumnChunks(rows: rows, d: 2 * d)
    let scratch = Scratch.floats(chunks.scratchCount)
    chunks.accumulate(into: scratch, cost: 0.3 * Double(d)) { row, sums in
      let (x, g, dx) = (x + row * d, g + row * d, dx + row * d)
      let (mean, inverse) = (means[row], inverses[row])
      var (s0, s1, p0, p1) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
      func add(_ j: Int, _ lanes: Int, _ sum: inout SIMD8<Float>, _ product: inout SIMD8<Float>) {
        let n = (load(x + j, lanes) - mean) * inverse
        let g = load(g + j, lanes)
        let dn = g * load(gain + j, lanes)
        sum += dn
        product = multiplyAdd(dn, n, product)
        store(multiplyAdd(g, n, load(sums + j, lanes)), sums + j, lanes)
        store(g + load(sums + d + j, lanes), sums + d + j, lanes)
      }
      var j = 0
      while j + 16 <= d {
        add(j, 8, &s0, &p0)
        add(j + 8, 8, &s1, &p1)
        j += 16
      }
      eachEight(from: j, d) { j, lanes in add(j, lanes, &s0, &p0) }
      let (a, b) = (laneSum(s0 + s1) / Float(d), laneSum(p0 + p1) / Float(d))
      eachEight(d) { j, lanes in
        let n = (load(x + j, lanes) - mean) * inverse
        let dn = load(g + j, lanes) * load(gain + j, lanes)
        store((dn - a - n * b) * inverse, dx + j, lanes)
      }
    }
    chunks.add(scratch, columns: 0..<d, into: dgain)
    chunks.add(scratch, columns: d..<2 * d, into: dbias)
  }
}
