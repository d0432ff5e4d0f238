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
    MatrixBlock(a: a, b: b, c: c, rowStride: rowStride, base: base).run()
  }
}
