/// Products of matrices in memory.
enum MatrixProduct {
  /// What the product is added to.
  enum Base {
    /// Nothing: the old numbers are overwritten.
    case zero
    /// What is there already.
    case target
    /// A row of `n` numbers, the same for every row of the result: a layer's bias.
    case row(UnsafePointer<Float>)
  }

  /// `c = base + a b`: `[m, k] x [k, n] -> [m, n]`. Row i of c begins at `c + i * rowStride`; its columns are neighbours.
  ///
  /// Each element is summed in the order of k whatever the size, the path or the number of threads, so that the same
  /// inputs give the same bits. Runs on the thread pool where the work pays for it, unless called from one of its tasks.
  static func multiply(
    _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, rowStride: Int, base: Base = .zero
  ) {
    precondition(a.columns == b.rows, "MatrixProduct: [\(a.rows), \(a.columns)] x [\(b.rows), \(b.columns)]")
    for i in 0..<a.rows {
      let row = c + i * rowStride
      for j in 0..<b.columns {
        var sum: Float =
          switch base {
          case .zero: 0
          case .target: row[j]
          case .row(let bias): bias[j]
          }
        for p in 0..<a.columns {
          sum = multiplyAdd(
            a.start[i * a.rowStride + p * a.columnStride], b.start[p * b.rowStride + j * b.columnStride], sum)
        }
        row[j] = sum
      }
    }
  }
}
