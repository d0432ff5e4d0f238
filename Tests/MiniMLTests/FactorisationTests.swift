import MiniML
import Testing

private typealias Samples = LinearAlgebraSamples

/// Factorisations by their defining equations.
@Suite struct FactorisationTests {
  @Test(arguments: Samples.shapes + Samples.empty)
  func `QR gives orthonormal columns times a triangle with a positive diagonal`(shape: [Int]) throws {
    let A = Samples.matrix(shape)
    let (Q, R) = try LinearAlgebra.qr(A)
    let r = shape.min() ?? 0
    #expect(Q.shape == [shape[0], r] && R.shape == [r, shape[1]])
    #expect(Samples.hasOrthonormalColumns(Q))
    #expect(Samples.agree(Q.matmul(R), A))
    for i in 0..<r {
      #expect(R[i, i] >= 0)
      for j in 0..<i { #expect(R[i, j] == 0) }
    }
  }

  @Test(arguments: Samples.shapes + Samples.empty)
  func `the singular value decomposition multiplies back to the matrix`(shape: [Int]) throws {
    try Self.checkSVD(Samples.matrix(shape))
  }

  @Test(arguments: [
    Tensor.zeros([4, 3]), Tensor.ones([5, 4]), Samples.identity(6), Samples.diagonal([3, 0, -2, 0, 1]),
    Samples.hilbert(12),
    Samples.diagonal([1e-30, 1, 1e30]), Tensor([3, 3], repeating: Samples.denormal),
    Samples.diagonal([2, 2, 2, 1, 1]) * -1,
    Tensor(rows: [[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0]]),
    Tensor(rows: [[1, 2, 3], [0, 0, 4], [0, 0, 5], [0, 0, 0]]),
  ])
  func `hard matrices decompose as well`(A: Tensor) throws {
    try Self.checkSVD(A)
    try Self.checkSVD(A.transposed)
  }

  static func checkSVD(_ A: Tensor) throws {
    let svd = try LinearAlgebra.svd(A)
    let (m, n) = (A.shape[0], A.shape[1])
    let r = min(m, n)
    #expect(svd.U.shape == [m, r] && svd.S.shape == [r] && svd.Vt.shape == [r, n])
    #expect(Samples.hasOrthonormalColumns(svd.U) && Samples.hasOrthonormalColumns(svd.Vt.transposed))
    #expect(svd.S.data == svd.S.data.sorted(by: >) && svd.S.data.allSatisfy { $0 >= 0 })
    #expect(Samples.agree((svd.U * svd.S).matmul(svd.Vt), A))
    for i in 0..<r { #expect(hasPositiveLead(svd.Vt.row(i))) }
  }

  static func hasPositiveLead(_ vector: Tensor) -> Bool {
    let largest = vector.data.reduce(0) { max($0, abs($1)) }
    return vector.data.first { abs($0) >= largest * 0.999_99 }.map { $0 > 0 } ?? true
  }

  @Test(arguments: [1, 2, 3, 5, 16, 17, 33, 64])
  func `eigenvectors are orthonormal and multiply back to the matrix`(n: Int) throws {
    let half = Samples.matrix([n, n])
    try Self.checkEigen(half + half.transposed)
  }

  @Test(arguments: [
    Tensor.zeros([0, 0]), Tensor.zeros([3, 3]), Samples.identity(5), Tensor.ones([6, 6]), Samples.hilbert(10),
    Samples.diagonal([3, -1, 3, -1, 2]),
    Samples.diagonal([1e-30, 1, 1e30]), Tensor(rows: [[0, 1], [1, 0]]), Tensor([4, 4], repeating: -Samples.denormal),
  ])
  func `repeated, zero and extreme eigenvalues keep the vectors orthonormal`(A: Tensor) throws {
    try Self.checkEigen(A)
  }

  static func checkEigen(_ A: Tensor) throws {
    let eigen = try LinearAlgebra.symmetricEigen(A)
    #expect(eigen.values.data == eigen.values.data.sorted())
    #expect(Samples.hasOrthonormalColumns(eigen.vectors))
    #expect(Samples.agree((eigen.vectors * eigen.values).matmul(eigen.vectors.transposed), A))
    for column in 0..<A.shape[0] { #expect(hasPositiveLead(eigen.vectors.transposed.row(column))) }
  }

  @Test func `the eigenvalues of a small matrix are the known ones`() throws {
    let eigen = try LinearAlgebra.symmetricEigen(Tensor(rows: [[2, 1], [1, 2]]))
    let half = Float(0.5).squareRoot()
    #expect(Samples.agree(eigen.values, Tensor([1, 3])))
    #expect(Samples.agree(eigen.vectors, Tensor(rows: [[half, half], [-half, half]])))
  }

  @Test(arguments: [1, 2, 5, 16, 33])
  func `a Cholesky factor is lower triangular and multiplies back to the matrix`(n: Int) throws {
    let half = Samples.matrix([n, n])
    let A = half.matmul(half.transposed) + Samples.identity(n)
    let L = try LinearAlgebra.cholesky(A)
    #expect(Samples.agree(L.matmul(L.transposed), A))
    for i in 0..<n {
      #expect(L[i, i] > 0)
      for j in i + 1..<max(n, i + 1) { #expect(L[i, j] == 0) }
    }
  }

  @Test(arguments: [
    (Tensor(rows: [[1, 2], [2, 1]]), 1, -3.0), (Tensor(rows: [[0, 0], [0, 1]]), 0, 0),
    (Tensor(rows: [[4, 0, 0], [0, 9, 3], [0, 3, 1]]), 2, 0),
  ])
  func `what is not positive definite is refused at its pivot`(A: Tensor, pivot: Int, value: Double) {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(.cholesky, shape: A.shape, pivot: pivot, value: value)) {
      try LinearAlgebra.cholesky(A)
    }
  }

  @Test func `a matrix that is not symmetric is refused at its place`() {
    let A = Tensor(rows: [[1, 2, 3], [2, 1, 4], [3, 5, 1]])
    #expect(
      throws: LinearAlgebraError.notSymmetric(.symmetricEigen, shape: [3, 3], row: 2, column: 1, values: [5, 4])
    ) {
      try LinearAlgebra.symmetricEigen(A)
    }
    #expect(throws: LinearAlgebraError.notSymmetric(.cholesky, shape: [3, 3], row: 2, column: 1, values: [5, 4])) {
      try LinearAlgebra.cholesky(A)
    }
  }
}
