/// Why a matrix was refused: what was asked, of which shape, where it failed and on what.
public enum LinearAlgebraError: Error, Hashable, Sendable {
  /// What was asked for.
  public enum Operation: String, Hashable, Sendable, CaseIterable {
    case solve, inverse, determinant, solveTriangular, cholesky, qr, leastSquares, symmetricEigen, svd
  }

  /// NaN or infinity at a place of the argument of that name. Row and column; column 0 where it has one axis.
  case notFinite(Operation, argument: String, shape: [Int], row: Int, column: Int, value: Float)
  /// Column `pivot` depends on the ones before it.
  case singular(Operation, shape: [Int], pivot: Int)
  /// What is left of the diagonal at `pivot` is not above 0.
  case notPositiveDefinite(Operation, shape: [Int], pivot: Int, value: Double)
  /// The numbers at `[row, column]` and `[column, row]` differ.
  case notSymmetric(Operation, shape: [Int], row: Int, column: Int, values: [Float])
  /// The iteration was given up. Never seen on finite numbers; here so that it could not loop forever.
  case notConverged(Operation, shape: [Int], iterations: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFinite(let operation, let argument, let shape, let row, let column, let value):
      "\(operation.rawValue): \(argument) of shape \(shape) holds \(value) at row \(row), column \(column)"
    case .singular(let operation, let shape, let pivot):
      "\(operation.rawValue): the matrix of shape \(shape) is singular: column \(pivot) is a combination of those before"
        + " it; leave it out, add a ridge to the diagonal, or use leastSquares"
    case .notPositiveDefinite(let operation, let shape, let pivot, let value):
      "\(operation.rawValue): the matrix of shape \(shape) is not positive definite: pivot \(pivot) is \(value), not"
        + " above 0; add a ridge to the diagonal"
    case .notSymmetric(let operation, let shape, let row, let column, let values):
      "\(operation.rawValue): the matrix of shape \(shape) is not symmetric: [\(row), \(column)] and [\(column), \(row)]"
        + " hold \(values[0]) and \(values[1])"
    case .notConverged(let operation, let shape, let iterations):
      "\(operation.rawValue): no end after \(iterations) iterations on a matrix of shape \(shape)"
    }
  }
}
