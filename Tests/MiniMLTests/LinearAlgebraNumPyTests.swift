import MiniML
import Testing

/// Factorisations beside NumPy's.
@Suite struct LinearAlgebraNumPyTests {
  /// Relative to the largest number of each array; both sides are float64 rounded to float32.
  static let numpyTolerance: Float = 2e-7

  @Test(arguments: LinearAlgebraReference.names)
  func `factorisations give NumPy's numbers`(name: String) throws {
    let recorded = try #require(try LinearAlgebraReference.cases()[name])
    let (A, b) = (recorded.A.tensor, recorded.b.tensor)
    let svd = try LinearAlgebra.svd(A)
    Self.expect(svd.S, recorded.S)
    if let U = recorded.U?.tensor, let Vt = recorded.Vt?.tensor {
      let signs = Self.signs(Vt, svd.Vt)
      Self.expect(svd.Vt, Vt * signs.reshaped([-1, 1]))
      Self.expect(svd.U, U * signs)
    }
    let qr = try LinearAlgebra.qr(A)
    if let Q = recorded.Q?.tensor {
      let signs = Tensor((0..<Q.shape[1]).map { recorded.R.tensor[$0, $0] < 0 ? -1 : 1 })
      Self.expect(qr.R, recorded.R.tensor * signs.reshaped([-1, 1]))
      Self.expect(qr.Q, Q * signs)
    }
    let fit = try LinearAlgebra.leastSquares(A, b)
    #expect(fit.rank == recorded.rank)
    // The float32 right side and matrix are exact; the condition of the graded and the Hilbert matrix shows here.
    Self.expect(fit.solution, recorded.leastSquares, 1e-6)
    #expect(fit.residual.largestDifference(to: recorded.residual.tensor) <= 1e-6)
  }

  @Test(arguments: ["one", "square", "hilbert", "graded", "symmetric", "covariance"])
  func `square matrices give NumPy's solutions`(name: String) throws {
    let recorded = try #require(try LinearAlgebraReference.cases()[name])
    let A = recorded.A.tensor
    Self.expect(try LinearAlgebra.solve(A, recorded.b.tensor), try #require(recorded.solve))
    Self.expect(try LinearAlgebra.inverse(A), try #require(recorded.inverse))
    let determinant = try #require(recorded.determinant)
    #expect(abs(try LinearAlgebra.determinant(A) - determinant) <= 1e-10 * abs(determinant))
    let log = try LinearAlgebra.logDeterminant(A)
    let expected = try #require(recorded.logDeterminant)
    #expect(log.sign == expected[0] && abs(log.log - expected[1]) <= 1e-10)
  }

  @Test(arguments: ["one", "hilbert", "symmetric", "covariance"])
  func `symmetric matrices give NumPy's eigenvalues and factors`(name: String) throws {
    let recorded = try #require(try LinearAlgebraReference.cases()[name])
    let eigen = try LinearAlgebra.symmetricEigen(recorded.A.tensor)
    Self.expect(eigen.values, try #require(recorded.eigenvalues))
    let vectors = try #require(recorded.eigenvectors).tensor
    Self.expect(eigen.vectors, vectors * Self.signs(vectors.transposed, eigen.vectors.transposed))
    if let factor = recorded.cholesky { Self.expect(try LinearAlgebra.cholesky(recorded.A.tensor), factor) }
  }

  /// For each row, whether the two sides have opposite signs.
  static func signs(_ a: Tensor, _ b: Tensor) -> Tensor {
    let products = (a * b).sum(axis: 1)
    return products.map { $0 < 0 ? -1 : 1 }
  }

  static func expect(
    _ got: Tensor, _ recorded: PyTorchReference.Array, _ tolerance: Float = numpyTolerance,
    _ location: SourceLocation = #_sourceLocation
  ) {
    expect(got, recorded.tensor, tolerance, location)
  }

  static func expect(
    _ got: Tensor, _ expected: Tensor, _ tolerance: Float = numpyTolerance,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let size = expected.data.reduce(Float(0)) { max($0, abs($1)) }
    #expect(got.largestDifference(to: expected) <= tolerance * size, sourceLocation: location)
  }
}
