extension LinearAlgebra {
  /// What `leastSquares` found.
  public struct LeastSquares: Hashable, Sendable {
    /// x, `[n]` or `[n, k]`: of all that minimise `|A x - b|`, the shortest.
    public let solution: Tensor
    /// The sum of squares `|A x - b|^2` of each column of b: `[]` or `[k]`.
    public let residual: Tensor
    /// How many singular values count as not 0.
    public let rank: Int
    /// Descending: `[r]`.
    public let singularValues: Tensor
  }

  /// The shortest x that minimises `|A x - b|`: `[m, n], [m] or [m, k] -> [n] or [n, k]`.
  ///
  /// Any shape and rank: A may have columns of zeros, or columns that repeat others. A singular value counts as 0 where
  /// it is not above `cutoff` times the largest; by default `max(m, n) * 2^-23`, what rounding A to float32 can make of
  /// 0 (NumPy's default as well).
  ///
  /// A is reduced to R by QR, so that the condition is not squared as in the normal equations; R is solved by its
  /// singular values: `x = V S^+ U^T b`. Source: Golub and Van Loan (2013), sections 5.3 and 5.5.
  public static func leastSquares(
    _ A: Tensor, _ b: Tensor, cutoff: Float? = nil
  ) throws(LinearAlgebraError) -> LeastSquares {
    let matrix = try matrix(A, "A", .leastSquares)
    let target = try rightSides(b, for: A, .leastSquares)
    let factors = matrix.rows > matrix.columns ? QRFactors(matrix) : nil
    let (Ut, S, Vt) = try Self.singularValues(factors?.R ?? matrix, .leastSquares)

    let share = Double(cutoff ?? Float(max(matrix.rows, matrix.columns)) * .ulpOfOne)
    let rank = S.count { $0 > share * (S.first ?? 0) }
    var x = Ut.times(factors?.timesTransposedQ(target) ?? target).rows(0..<rank)
    for i in 0..<rank { x.scaleRow(i, by: 1 / S[i]) }
    x = Vt.rows(0..<rank).transposed.times(x)

    let residual = Tensor(matrix.squaredErrors(x, target).map { Float($0) })
    return LeastSquares(
      solution: solution(x, like: b), residual: b.rank == 1 ? residual.reshaped([]) : residual, rank: rank,
      singularValues: Tensor(S.map { Float($0) }))
  }
}

extension DoubleMatrix {
  /// The matrix product.
  func times(_ other: DoubleMatrix) -> DoubleMatrix {
    var result: [Double] = []
    for i in 0..<rows {
      result += other.weightedSum(row(i, 0..<columns), rows: 0..<columns, columns: 0..<other.columns)
    }
    return DoubleMatrix(rows: rows, columns: other.columns, result)
  }

  /// `|self x - b|^2` of each column.
  fileprivate func squaredErrors(_ x: DoubleMatrix, _ b: DoubleMatrix) -> [Double] {
    let fitted = times(x)
    var sums = [Double](repeating: 0, count: b.columns)
    for i in 0..<rows {
      for j in 0..<b.columns {
        let error = fitted[i, j] - b[i, j]
        sums[j] += error * error
      }
    }
    return sums
  }
}
