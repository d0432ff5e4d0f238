extension LinearAlgebra {
  /// `A = Q R`: Q has orthonormal columns, R is upper triangular. Thin: `[m, n] -> Q [m, r], R [r, n]`, r = min(m, n).
  ///
  /// R's diagonal is not negative, which makes the factors unique where A has full column rank.
  /// Differs from LAPACK and NumPy, whose diagonal has any sign. Source: Golub and Van Loan (2013), section 5.2.
  public static func qr(_ A: Tensor) throws(LinearAlgebraError) -> (Q: Tensor, R: Tensor) {
    let factors = QRFactors(try matrix(A, "A", .qr))
    let Q = factors.timesQ(.identity(rows: factors.R.rows, columns: factors.R.rows), isTriangular: true)
    return (Q.tensor, factors.R.tensor)
  }
}

/// A QR factorisation by Householder reflections; Q is kept as the reflections that it is the product of.
struct QRFactors {
  /// `[r, n]`.
  let R: DoubleMatrix
  private let reflections: [Reflection]
  private let rows: Int

  init(_ A: DoubleMatrix) {
    var (work, reflections) = (A, [Reflection]())
    let r = min(A.rows, A.columns)
    for k in 0..<r {
      let (h, length) = Reflection.onto(axisOf: work.column(k, k..<A.rows))
      work.reflectRows(h, columns: k + 1..<A.columns)
      reflections.append(h)
      work[k, k] = length
      for i in k + 1..<max(k + 1, A.rows) { work[i, k] = 0 }
    }
    (R, rows, self.reflections) = (work.rows(0..<r), A.rows, reflections)
  }

  /// `Q C`: `[r, k] -> [m, k]`. Where C is upper triangular, part of the work is left out.
  func timesQ(_ C: DoubleMatrix, isTriangular: Bool = false) -> DoubleMatrix {
    var result = DoubleMatrix(
      rows: rows, columns: C.columns,
      C.elements + [Double](repeating: 0, count: (rows - C.rows) * C.columns))
    for (k, h) in reflections.enumerated().reversed() {
      result.reflectRows(h, columns: (isTriangular ? k : 0)..<C.columns)
    }
    return result
  }

  /// `Q^T b`: `[m, k] -> [r, k]`.
  func timesTransposedQ(_ b: DoubleMatrix) -> DoubleMatrix {
    var result = b
    for h in reflections { result.reflectRows(h, columns: 0..<b.columns) }
    return result.rows(0..<R.rows)
  }
}
