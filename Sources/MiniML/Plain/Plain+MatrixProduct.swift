extension Plain {
  /// `c = base + a b`: `[m, k] x [k, n] -> [m, n]`, each element summed in the order of k.
  static func multiply(
    _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, rowStride: Int,
    base: MatrixProduct.Base = .zero
  ) {
    for i in 0..<a.rows {
      for j in 0..<b.columns {
        var sum: Float =
          switch base {
          case .zero: 0
          case .target: c[i * rowStride + j]
          case .row(let row): row[j]
          }
        for p in 0..<a.columns { sum = multiplyAdd(a[i, p], b[p, j], sum) }
        c[i * rowStride + j] = sum
      }
    }
  }
}
