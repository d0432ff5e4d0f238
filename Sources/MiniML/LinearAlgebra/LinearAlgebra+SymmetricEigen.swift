extension LinearAlgebra {
  /// `A = V diag(values) V^T` of a symmetric matrix.
  public struct SymmetricEigen: Hashable, Sendable {
    /// Ascending: `[n]`.
    public let values: Tensor
    /// `[n, n]`: column j is the vector of value j. The columns are orthonormal.
    public let vectors: Tensor
  }

  /// Eigenvalues, ascending, and orthonormal eigenvectors: `[n, n] -> [n], [n, n]`.
  ///
  /// The sign of each vector is fixed: its largest number is positive; of several (within one in a million) the first.
  /// The vectors of a repeated value are some basis of its space. Throws `notSymmetric`; reads the lower triangle.
  ///
  /// The matrix is made tridiagonal by reflections, then diagonal by QR steps with Wilkinson's shift.
  /// Source: Golub and Van Loan (2013), section 8.3.
  public static func symmetricEigen(_ A: Tensor) throws(LinearAlgebraError) -> SymmetricEigen {
    let matrix = try symmetricMatrix(A, .symmetricEigen)
    var tridiagonal = Tridiagonal(matrix)
    guard tridiagonal.diagonalise() else {
      throw .notConverged(.symmetricEigen, shape: A.shape, iterations: Tridiagonal.iterations(matrix.rows))
    }
    let values = tridiagonal.diagonal
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var vectors = tridiagonal.vectors.rows(order)
    for sign in vectors.signsOfRows.enumerated() { vectors.scaleRow(sign.offset, by: sign.element) }
    return SymmetricEigen(values: Tensor(order.map { Float(values[$0]) }), vectors: vectors.transposed.tensor)
  }
}

extension DoubleMatrix {
  /// For each row, the sign of its largest number; the first where several are equal but for rounding.
  var signsOfRows: [Double] {
    (0..<rows).map { i in
      let row = row(i, 0..<columns)
      let largest = row.reduce(0) { max($0, abs($1)) }
      return row.first { abs($0) >= largest * (1 - 1e-6) }.map { $0 < 0 ? -1 : 1 } ?? 1
    }
  }
}
