extension LinearAlgebra {
  /// `A = U diag(S) Vt`, thin, with r = min(m, n).
  public struct SVD: Hashable, Sendable {
    /// `[m, r]`, orthonormal columns.
    public let U: Tensor
    /// The singular values, descending, none negative: `[r]`.
    public let S: Tensor
    /// `[r, n]`, orthonormal rows: V transposed, as NumPy gives it.
    public let Vt: Tensor
  }

  /// The singular value decomposition of any matrix: `[m, n] -> U [m, r], S [r], Vt [r, n]`.
  ///
  /// The signs are fixed: the largest number of each row of Vt is positive; of several (within one in a million) the
  /// first. Vectors of repeated values are some basis of their space; those of the value 0 complete the others.
  ///
  /// A tall matrix is first reduced to the R of its QR factors (Chan 1982), then made bidiagonal by reflections and
  /// diagonal by implicit QR steps. Source: Golub and Van Loan (2013), section 8.6.
  public static func svd(_ A: Tensor) throws(LinearAlgebraError) -> SVD {
    let (U, S, Vt) = try singularValues(try matrix(A, "A", .svd), .svd)
    return SVD(U: U.transposed.tensor, S: Tensor(S.map { Float($0) }), Vt: Vt.tensor)
  }

  /// The decomposition in float64; U as rows `[r, m]`.
  static func singularValues(
    _ A: DoubleMatrix, _ operation: Operation
  ) throws(LinearAlgebraError) -> (Ut: DoubleMatrix, S: [Double], Vt: DoubleMatrix) {
    let isWide = A.columns > A.rows
    let tall = isWide ? A.transposed : A
    let factors = tall.rows > tall.columns ? QRFactors(tall) : nil
    var core = Bidiagonal(factors?.R ?? tall)
    guard core.diagonalise() else {
      throw .notConverged(operation, shape: [A.rows, A.columns], iterations: Bidiagonal.iterations(tall.columns))
    }
    let size = core.diagonal.map { abs($0) }
    let order = size.indices.sorted { (-size[$0], $0) < (-size[$1], $1) }
    var right = core.right.rows(order)
    for (i, k) in order.enumerated() where core.diagonal[k] < 0 { right.scaleRow(i, by: -1) }
    var left = core.left.rows(order)
    if let factors { left = factors.timesQ(left.transposed).transposed }
    if isWide { swap(&left, &right) }
    for (i, sign) in right.signsOfRows.enumerated() where sign < 0 {
      left.scaleRow(i, by: sign)
      right.scaleRow(i, by: sign)
    }
    return (left, order.map { size[$0] }, right)
  }
}
