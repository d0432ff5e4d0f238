import MiniML
import Testing

private typealias Samples = LinearAlgebraSamples

/// What linear algebra refuses, and in which words.
@Suite struct LinearAlgebraErrorTests {
  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func `numbers that are not finite are refused by name and place`(value: Float) throws {
    var A = Samples.identity(3)
    A[1, 2] = value
    let good = Samples.identity(3)
    let ways: [(LinearAlgebraError.Operation, String, () throws -> Void)] = [
      (.solve, "A", { _ = try LinearAlgebra.solve(A, good) }), (.solve, "b", { _ = try LinearAlgebra.solve(good, A) }),
      (.inverse, "A", { _ = try LinearAlgebra.inverse(A) }),
      (.determinant, "A", { _ = try LinearAlgebra.determinant(A) }),
      (.solveTriangular, "T", { _ = try LinearAlgebra.solveTriangular(A, good, lower: true) }),
      (.cholesky, "A", { _ = try LinearAlgebra.cholesky(A) }), (.qr, "A", { _ = try LinearAlgebra.qr(A) }),
      (.leastSquares, "A", { _ = try LinearAlgebra.leastSquares(A, good) }),
      (.leastSquares, "b", { _ = try LinearAlgebra.leastSquares(good, A) }),
      (.symmetricEigen, "A", { _ = try LinearAlgebra.symmetricEigen(A) }),
      (.svd, "A", { _ = try LinearAlgebra.svd(A) }),
    ]
    #expect(Set(ways.map(\.0)) == Set(LinearAlgebraError.Operation.allCases))
    for (operation, name, run) in ways {
      let error = #expect(throws: LinearAlgebraError.self) { try run() }
      guard case .notFinite(operation, argument: name, shape: [3, 3], row: 1, column: 2, let got) = error else {
        Issue.record("\(operation) \(name): \(String(describing: error))")
        continue
      }
      #expect(got.bitPattern == value.bitPattern)
    }
  }

  @Test func `an error says what, where and what helps`() {
    let errors: [LinearAlgebraError] = [
      .notFinite(.solve, argument: "b", shape: [3], row: 1, column: 0, value: .nan),
      .singular(.solve, shape: [2, 2], pivot: 1), .notPositiveDefinite(.cholesky, shape: [2, 2], pivot: 1, value: -3),
      .notSymmetric(.cholesky, shape: [2, 2], row: 1, column: 0, values: [2, 3]),
      .notConverged(.svd, shape: [2, 2], iterations: 90),
    ]
    #expect(
      errors.map(\.description) == [
        "solve: b of shape [3] holds nan at row 1, column 0",
        "solve: the matrix of shape [2, 2] is singular: column 1 is a combination of those before it; leave it out, "
          + "add a ridge to the diagonal, or use leastSquares",
        "cholesky: the matrix of shape [2, 2] is not positive definite: pivot 1 is -3.0, not above 0; add a ridge to "
          + "the diagonal",
        "cholesky: the matrix of shape [2, 2] is not symmetric: [1, 0] and [0, 1] hold 2.0 and 3.0",
        "svd: no end after 90 iterations on a matrix of shape [2, 2]",
      ])
  }

  @Test func `shapes that do not fit stop with the operation and the shapes`() async {
    let square = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try LinearAlgebra.solve(Tensor.zeros([2, 3]), Tensor.zeros([2]))
    }
    let notSquare = String(decoding: square?.standardErrorContent ?? [], as: UTF8.self)
    #expect(notSquare.contains("solve: A must be a square matrix, got shape [2, 3]"))
    let sides = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = try LinearAlgebra.leastSquares(Tensor.zeros([4, 3]), Tensor.zeros([3, 1]))
    }
    let notFitting = String(decoding: sides?.standardErrorContent ?? [], as: UTF8.self)
    #expect(notFitting.contains("leastSquares: shapes [4, 3] and [3, 1] do not fit"))
  }
}
