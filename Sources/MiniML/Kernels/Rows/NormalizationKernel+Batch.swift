/// Batch norm: every column (channel) brought to mean 0 and variance 1 over all rows.
///
/// Source: Ioffe and Szegedy (2015), "Batch normalization".
extension NormalizationKernel {
  /// Mean and biased variance of each column, `[d]` each; not-a-number where there is no row.
  ///
  /// Each chunk of rows has its own mean and sum of squared distances; two chunks join by
  /// `mean = a + delta * m / (n + m)`, `squares = A + B + delta^2 * n m / (n + m)`, where delta is the distance of their means.
  /// Source: Chan, Golub and LeVeque (1983), "Algorithms for computing the sample variance".
  static func columnMoments(
    _ x: UnsafePointer<Float>, rows: Int, d: Int, mean: UnsafeMutablePointer<Float>,
    variance: UnsafeMutablePointer<Float>
  ) {
    let chunks = ColumnChunks(rows: rows, d: 2 * d)
    let scratch = Scratch.floats(chunks.scratchCount)
    ThreadPool.shared.split(chunks.count, cost: 0.1 * Double(d * chunks.height)) { range in
      for chunk in range {
        let sums = scratch + chunk * 2 * d
        moments(x, chunks.range(chunk), d, mean: sums, squares: sums + d)
      }
    }
    eachEight(d) { j, lanes in
      var (n, a, A) = (Float(0), SIMD8<Float>(), SIMD8<Float>())
      for chunk in 0..<chunks.count {
        let m = Float(chunks.range(chunk).count)
        let sums = scratch + chunk * 2 * d + j
        let delta = load(sums, lanes) - a
        a = multiplyAdd(delta, SIMD8(repeating: m / (n + m)), a)
        A += multiplyAdd(delta * delta, SIMD8(repeating: n * m / (n + m)), load(sums + d, lanes))
        n += m
      }
      store(rows == 0 ? SIMD8(repeating: .nan) : a, mean + j, lanes)
      store(A / n, variance + j, lanes)
    }
  }

  /// Means of the columns of some rows, and their sums of squared distances from it.
  @inline(__always)
  private static func moments(
    _ x: UnsafePointer<Float>, _ rows: Range<Int>, _ d: Int, mean means: UnsafeMutablePointer<Float>,
    squares: UnsafeMutablePointer<Float>
  ) {
    eachEight(d) { j, lanes in
      let sum = columnSum(rows) { load(x + $0 * d + j, lanes) }
      let mean = sum / Float(rows.count)
      store(mean, means + j, lanes)
      let distances = columnSum(rows) { row in
        let distance = load(x + row * d + j, lanes) - mean
        return distance * distance
      }
      store(distances, squares + j, lanes)
    }
  }

  /// The sum of `value(row)`: four running sums, so that one addition need not wait for the one before.
  @inline(__always)
  private static func columnSum(_ rows: Range<Int>, _ value: (_ row: Int) -> SIMD8<Float>) -> SIMD8<Float> {
    var (s0, s1, s2, s3) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
    var row = rows.lowerBound
    while row + 4 <= rows.upperBound {
      s0 += value(row)
      s1 += value(row + 1)
      s2 += value(row + 2)
      s3 += value(row + 3)
      row += 4
    }
    while row < rows.upperBound {
      s0 += value(row)
      row += 1
    }
    return (s0 + s1) + (s2 + s3)
  }

  /// `y = (x - mean) * inverse * gain + bias`, column by column; `inverse` is `1 / sqrt(variance + epsilon)`.
  static func batchNorm(
    _ x: UnsafePointer<Float>, rows: Int, d: Int, mean: UnsafePointer<Float>, inverse: UnsafePointer<Float>,
    gain: UnsafePointer<Float>, bias: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    let scale = Scratch.floats(d)
    for j in 0..<d { scale[j] = inverse[j] * gain[j] }
    ThreadPool.shared.split(rows, cost: 0.1 * Double(d)) { range in
      for row in range {
        let (x, y) = (x + row * d, y + row * d)
        eachEight(d) { j, lanes in
          let centred = load(x + j, lanes) - load(mean + j, lanes)
          store(multiplyAdd(centred, load(scale + j, lanes), load(bias + j, lanes)), y + j, lanes)
        }
      }
    }
  }

  /// The gradients of a batch norm from the output's gradient g.
  ///
  /// `dgain = sum over rows of g * n`, `dbias = sum over rows of g`, where n is the normalised column;
  /// in training, where mean and variance are the batch's, `dx = (g - dbias / rows - n * dgain / rows) * inverse * gain`;
  /// in evaluation, where they are given, `dx = g * inverse * gain`.
  static func batchNormBackward(
    _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>, rows: Int, d: Int, isTraining: Bool,
    mean: UnsafePointer<Float>, inverse: UnsafePointer<Float>, gain: UnsafePointer<Float>,
    dx: UnsafeMutablePointer<Float>, dgain: UnsafeMutablePointer<Float>, dbias: UnsafeMutablePointer<Float>
  ) {
    let chunks = ColumnChunks(rows: rows, d: 2 * d)
    let scratch = Scratch.floats(max(chunks.scratchCount, 3 * d))
    ThreadPool.shared.split(chunks.count, cost: 0.15 * Double(d * chunks.height)) { range in
      for chunk in range {
        let sums = scratch + chunk * 2 * d
        gradientSums(x, g, chunks.range(chunk), d, mean: mean, products: sums, plain: sums + d)
      }
    }
    chunks.add(scratch, columns: 0..<d, into: dgain)
    chunks.add(scratch, columns: d..<2 * d, into: dbias)
    let (scale, a, b) = (scratch, scratch + d, scratch + 2 * d)
    for j in 0..<d {
      dgain[j] *= inverse[j]
      scale[j] = inverse[j] * gain[j]
      a[j] = isTraining ? dbias[j] / Float(rows) : 0
      b[j] = isTraining ? dgain[j] / Float(rows) * inverse[j] : 0
    }
    ThreadPool.shared.split(rows, cost: 0.15 * Double(d)) { range in
      for row in range {
        let (x, g, dx) = (x + row * d, g + row * d, dx + row * d)
        eachEight(d) { j, lanes in
          let centred = load(x + j, lanes) - load(mean + j, lanes)
          let change = load(g + j, lanes) - load(a + j, lanes) - centred * load(b + j, lanes)
          store(change * load(scale + j, lanes), dx + j, lanes)
        }
      }
    }
  }

  /// Sums over some rows of `g * (x - mean)` and of g, column by column.
  @inline(__always)
  private static func gradientSums(
    _ x: UnsafePointer<Float>, _ g: UnsafePointer<Float>, _ rows: Range<Int>, _ d: Int, mean: UnsafePointer<Float>,
    products: UnsafeMutablePointer<Float>, plain: UnsafeMutablePointer<Float>
  ) {
    eachEight(d) { j, lanes in
      let mean = load(mean + j, lanes)
      store(
        columnSum(rows) { row in (load(x + row * d + j, lanes) - mean) * load(g + row * d + j, lanes) },
        products + j, lanes)
      store(columnSum(rows) { row in load(g + row * d + j, lanes) }, plain + j, lanes)
    }
  }
}
