extension LinearAlgebra {
  /// Solves `T x = b` for a triangular matrix: forward substitution for a lower one, backward for an upper one.
  ///
  /// `T [n, n], b [n] or [n, k] -> x` of b's shape; the other triangle is not read. With `transposed`, solves
  /// `T^T x = b`. Throws `singular` with the first place of the diagonal, in the order of solving, that is 0.
  /// Source: Golub and Van Loan (2013), section 3.1.
  public static func solveTriangular(
    _ T: Tensor, _ b: Tensor, lower: Bool, transposed: Bool = false
  ) throws(LinearAlgebraError) -> Tensor {
    let matrix = try matrix(T, "T", .solveTriangular, square: true)
    var x = try rightSides(b, for: T, .solveTriangular)
    guard let zero = matrix.diagonal.firstIndex(of: 0) else {
      x.solveTriangular(transposed ? matrix.transposed : matrix, lower: lower != transposed)
      return solution(x, like: b)
    }
    throw .singular(.solveTriangular, shape: T.shape, pivot: zero)
  }
}

extension DoubleMatrix {
  /// Puts the solution of `T x = self` in place of self. The diagonal holds no 0.
  mutating func solveTriangular(_ T: DoubleMatrix, lower: Bool, unitDiagonal: Bool = false) {
    for step in 0..<rows {
      let i = lower ? step : rows - 1 - step
      let known = lower ? 0..<i : i + 1..<rows
      let sum = weightedSum(T.row(i, known), rows: known, columns: 0..<columns)
      let pivot = unitDiagonal ? 1 : T[i, i]
      for j in 0..<columns { self[i, j] = (self[i, j] - sum[j]) / pivot }
    }
  }
}
