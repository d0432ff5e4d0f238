/// Equations, factorisations and spectra of matrices, for the classical half of the course.
///
/// Tensors of two axes in float32 go in and come out; inside everything is float64, so that squares of float32 numbers
/// neither overflow nor vanish and what comes out is right to the last float32 digit wherever the problem is well
/// conditioned. A result beyond float32's range becomes infinity. Meant for matrices of up to some thousand by some
/// hundred; work is of third order.
///
/// Shapes that do not fit trap; NaN and infinity are refused by name and place; empty matrices are allowed everywhere.
/// Letters are those of the literature: A `[m, n]`, r = min(m, n).
///
/// Source: Golub and Van Loan (2013), "Matrix Computations", 4th edition; sections at each algorithm.
public enum LinearAlgebra {
  typealias Operation = LinearAlgebraError.Operation

  /// The matrix in float64. Traps where it has not two axes, and where it must be square and is not.
  static func matrix(
    _ tensor: Tensor, _ name: String, _ operation: Operation, square: Bool = false
  ) throws(LinearAlgebraError) -> DoubleMatrix {
    let shape = tensor.shape
    guard shape.count == 2, !square || shape[0] == shape[1] else {
      ShapeFault.trap(
        operation.rawValue, "\(name) must be \(square ? "a square matrix" : "a matrix"), got shape \(shape)")
    }
    return try finite(tensor, name, operation, rows: shape[0], columns: shape[1])
  }

  /// The right sides of equations: `[n]` counts as one column. Traps where they have not `rows` rows.
  static func rightSides(
    _ tensor: Tensor, for A: Tensor, _ operation: Operation
  ) throws(LinearAlgebraError) -> DoubleMatrix {
    let shape = tensor.shape
    guard shape.count == 1 || shape.count == 2, shape[0] == A.shape[0] else {
      ShapeFault.trap(operation.rawValue, A.shape, shape)
    }
    return try finite(tensor, "b", operation, rows: shape[0], columns: shape.count == 1 ? 1 : shape[1])
  }

  /// A solution `[n, k]` as `[n]` where the right side had one axis.
  static func solution(_ x: DoubleMatrix, like b: Tensor) -> Tensor {
    b.rank == 1 ? x.tensor.reshaped([x.rows]) : x.tensor
  }

  private static func finite(
    _ tensor: Tensor, _ name: String, _ operation: Operation, rows: Int, columns: Int
  ) throws(LinearAlgebraError) -> DoubleMatrix {
    let numbers = tensor.data
    if let i = numbers.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(
        operation, argument: name, shape: tensor.shape, row: i / columns, column: i % columns, value: numbers[i])
    }
    return DoubleMatrix(rows: rows, columns: columns, numbers.map(Double.init))
  }
}
