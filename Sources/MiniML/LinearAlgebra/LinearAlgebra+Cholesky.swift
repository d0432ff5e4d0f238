extension LinearAlgebra {
  /// The lower triangular L with `A = L L^T` and a positive diagonal: `[n, n] -> [n, n]`.
  ///
  /// A must be symmetric and positive definite: a covariance or a kernel, with a ridge where it is not of full rank.
  /// Throws `notSymmetric`, and `notPositiveDefinite` with the first pivot that is not above 0. To solve `A x = b`, solve
  /// with L, then with its transpose: `solveTriangular`.
  /// Source: Golub and Van Loan (2013), section 4.2 (outer product form).
  public static func cholesky(_ A: Tensor) throws(LinearAlgebraError) -> Tensor {
    var L = try symmetricMatrix(A, .cholesky)
    let n = L.rows
    for k in 0..<n {
      let pivot = L[k, k]
      guard pivot > 0 else { throw .notPositiveDefinite(.cholesky, shape: A.shape, pivot: k, value: pivot) }
      let root = pivot.squareRoot()
      let below = L.column(k, k + 1..<n).map { $0 / root }
      L.subtractOuter(below, below, rows: k + 1..<n, columns: k + 1..<n)
      L[k, k] = root
      for (i, value) in zip(k + 1..<n, below) { (L[i, k], L[k, i]) = (value, 0) }
    }
    return L.tensor
  }

  /// How far apart two mirrored numbers may be, as a share of the largest number: rounding of the sums of float32 that
  /// they come from.
  static let symmetryTolerance: Float = 1e-5

  /// A square matrix, checked for symmetry.
  static func symmetricMatrix(_ A: Tensor, _ operation: Operation) throws(LinearAlgebraError) -> DoubleMatrix {
    let matrix = try matrix(A, "A", operation, square: true)
    let (n, numbers) = (matrix.rows, A.data)
    let limit = symmetryTolerance * numbers.reduce(0) { max($0, abs($1)) }
    for i in 0..<n {
      for j in 0..<i where abs(numbers[i * n + j] - numbers[j * n + i]) > limit {
        throw .notSymmetric(
          operation, shape: A.shape, row: i, column: j, values: [numbers[i * n + j], numbers[j * n + i]])
      }
    }
    return matrix
  }
}
