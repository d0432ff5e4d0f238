#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension LinearAlgebra {
  /// Solves `A x = b`: `[n, n], [n] or [n, k] -> x` of b's shape.
  ///
  /// By LU factors with row pivoting. Throws `singular`, with the first column that depends on those before it, where a
  /// pivot is no larger than the float64 rounding of the sums that it came from. For more equations than unknowns see
  /// `leastSquares`.
  ///
  ///     try LinearAlgebra.solve(Tensor(rows: [[2, 1], [1, 3]]), Tensor([3, 5]))  // [0.8, 1.4]
  public static func solve(_ A: Tensor, _ b: Tensor) throws(LinearAlgebraError) -> Tensor {
    let matrix = try matrix(A, "A", .solve, square: true)
    let rightSides = try rightSides(b, for: A, .solve)
    return solution(try regularFactors(matrix, .solve).solve(rightSides), like: b)
  }

  /// The matrix with `A A^-1 = I`: `[n, n] -> [n, n]`. To solve equations, `solve` is faster and more exact.
  public static func inverse(_ A: Tensor) throws(LinearAlgebraError) -> Tensor {
    let matrix = try matrix(A, "A", .inverse, square: true)
    let identity = DoubleMatrix.identity(rows: matrix.rows, columns: matrix.rows)
    return try regularFactors(matrix, .inverse).solve(identity).tensor
  }

  /// The determinant of `[n, n]`, in float64; 0 where A is singular, 1 where it is empty.
  ///
  /// Large matrices leave the range of float64: see `logDeterminant`.
  public static func determinant(_ A: Tensor) throws(LinearAlgebraError) -> Double {
    let factors = LUFactors(try matrix(A, "A", .determinant, square: true))
    return factors.singularPivot == nil ? factors.diagonal.reduce(factors.sign, *) : 0
  }

  /// The sign of the determinant, -1, 0 or 1, and the natural logarithm of its size; minus infinity where it is 0.
  public static func logDeterminant(_ A: Tensor) throws(LinearAlgebraError) -> (sign: Double, log: Double) {
    let factors = LUFactors(try matrix(A, "A", .determinant, square: true))
    guard factors.singularPivot == nil else { return (0, -.infinity) }
    let sign = factors.diagonal.reduce(factors.sign) { $1 < 0 ? -$0 : $0 }
    return (sign, factors.diagonal.reduce(0) { $0 + log(abs($1)) })
  }

  private static func regularFactors(
    _ A: DoubleMatrix, _ operation: Operation
  ) throws(LinearAlgebraError) -> LUFactors {
    let factors = LUFactors(A)
    if let pivot = factors.singularPivot { throw .singular(operation, shape: [A.rows, A.columns], pivot: pivot) }
    return factors
  }
}
