import MiniML
import Testing

private typealias Samples = LinearAlgebraSamples

/// Equations and least squares.
@Suite struct LinearAlgebraTests {
  @Test(arguments: [1, 2, 3, 7, 16, 33, 100])
  func `the solution satisfies the equations`(n: Int) throws {
    let A = Samples.matrix([n, n])
    let b = Samples.matrix([n, 3], seed: 2)
    let x = try LinearAlgebra.solve(A, b)
    #expect(x.shape == [n, 3])
    #expect(Samples.agree(A.matmul(x), b, 1e-5 * max(1, x.data.map(abs).max() ?? 1)))
    let inverse = try LinearAlgebra.inverse(A)
    #expect(Samples.agree(inverse.matmul(A), Samples.identity(n), 1e-5 * max(1, inverse.data.map(abs).max() ?? 1)))
  }

  @Test func `the example of solve holds`() throws {
    #expect(try LinearAlgebra.solve(Tensor(rows: [[2, 1], [1, 3]]), Tensor([3, 5])) == Tensor([0.8, 1.4]))
  }

  @Test func `a zero on the diagonal only swaps rows`() throws {
    let A = Tensor(rows: [[0, 1], [1, 0]])
    #expect(try LinearAlgebra.solve(A, Tensor([3, 4])) == Tensor([4, 3]))
    #expect(try LinearAlgebra.determinant(A) == -1)
  }

  @Test(arguments: [
    (Tensor(rows: [[1, 2], [2, 4]]), 1), (Tensor(rows: [[0, 0], [0, 1]]), 0),
    (Tensor(rows: [[0.1, 0.3, 1], [0.2, 0.6, 7], [0.4, 1.2, 2]]), 1),
    (Tensor(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]]), 2),
  ])
  func `a singular matrix is refused with the column that depends on others`(A: Tensor, pivot: Int) throws {
    let n = A.shape[0]
    #expect(throws: LinearAlgebraError.singular(.solve, shape: [n, n], pivot: pivot)) {
      try LinearAlgebra.solve(A, Tensor.ones([n]))
    }
    #expect(throws: LinearAlgebraError.singular(.inverse, shape: [n, n], pivot: pivot)) {
      try LinearAlgebra.inverse(A)
    }
    #expect(try LinearAlgebra.determinant(A) == 0)
    #expect(try LinearAlgebra.logDeterminant(A) == (0, -.infinity))
  }

  @Test func `small numbers alone do not make a matrix singular`() throws {
    let A = Tensor(rows: [[1, 1], [1e-20, -1e-20]])
    #expect(Samples.agree(try LinearAlgebra.solve(A, Tensor([3, 1e-20])), Tensor([2, 1])))
    #expect(Samples.agree(try LinearAlgebra.inverse(Samples.diagonal([1e-30, 1])), Samples.diagonal([1e30, 1])))
  }

  @Test(arguments: [false, true], [false, true])
  func `triangular equations read one triangle only`(lower: Bool, transposed: Bool) throws {
    let n = 9
    let full = Samples.matrix([n, n]) + Samples.identity(n) * 5
    let triangle = Tensor(
      [n, n], (0..<n * n).map { ($0 / n < $0 % n) == lower && $0 / n != $0 % n ? 0 : full.data[$0] })
    let b = Samples.matrix([n], seed: 3)
    let x = try LinearAlgebra.solveTriangular(full, b, lower: lower, transposed: transposed)
    let product = (transposed ? triangle.transposed : triangle).matmul(x.reshaped([n, 1]))
    #expect(Samples.agree(product.reshaped([n]), b))
  }

  @Test func `a triangle with a zero on its diagonal is singular there`() {
    #expect(throws: LinearAlgebraError.singular(.solveTriangular, shape: [2, 2], pivot: 1)) {
      try LinearAlgebra.solveTriangular(Tensor(rows: [[1, 0], [5, 0]]), Tensor([1, 1]), lower: true)
    }
  }

  @Test func `empty equations have empty solutions`() throws {
    #expect(try LinearAlgebra.solve(Tensor.zeros([0, 0]), Tensor.zeros([0, 2])).shape == [0, 2])
    #expect(try LinearAlgebra.inverse(Tensor.zeros([0, 0])).shape == [0, 0])
    #expect(try LinearAlgebra.determinant(Tensor.zeros([0, 0])) == 1)
    #expect(try LinearAlgebra.cholesky(Tensor.zeros([0, 0])).shape == [0, 0])
  }

  @Test func `least squares recover a line`() throws {
    let A = Tensor(rows: (0..<10).map { [1, Float($0)] })
    let fit = try LinearAlgebra.leastSquares(A, Tensor((0..<10).map { 3 - 0.5 * Float($0) }))
    #expect(Samples.agree(fit.solution, Tensor([3, -0.5])))
    #expect(fit.residual.shape == [] && fit.residual.scalar < 1e-10)
    #expect(fit.rank == 2)
  }

  @Test(arguments: Samples.shapes + Samples.empty)
  func `the residual of least squares is orthogonal to the columns`(shape: [Int]) throws {
    let (A, b) = (Samples.matrix(shape), Samples.matrix([shape[0], 2], seed: 4))
    let fit = try LinearAlgebra.leastSquares(A, b)
    let error = A.matmul(fit.solution) - b
    #expect(Samples.agree(A.transposed.matmul(error), Tensor.zeros([shape[1], 2]), 1e-4))
    #expect(Samples.agree(fit.residual, (error * error).sum(axis: 0), 1e-5))
  }

  @Test func `of many solutions the shortest is taken`() throws {
    let fit = try LinearAlgebra.leastSquares(Tensor(rows: [[1, 1], [1, 1], [1, 1]]), Tensor([2, 2, 2]))
    #expect(fit.rank == 1)
    #expect(Samples.agree(fit.solution, Tensor([1, 1])))
    #expect(try LinearAlgebra.leastSquares(Tensor.zeros([3, 2]), Tensor([1, 2, 3])).solution == Tensor([0, 0]))
  }

  @Test func `a cutoff decides which directions count`() throws {
    let (A, b) = (Samples.diagonal([1, 1e-3]), Tensor([1, 1]))
    #expect(Samples.agree(try LinearAlgebra.leastSquares(A, b).solution, Tensor([1, 1000])))
    #expect(try LinearAlgebra.leastSquares(A, b, cutoff: 1e-2).solution == Tensor([1, 0]))
  }
}
